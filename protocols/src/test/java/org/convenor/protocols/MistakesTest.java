package org.convenor.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each file in `mistakes/` makes one mistake, and starts with the remarks its author must get: `#=
/// line: text`.
class MistakesTest {
    private static final String EXPECTED = "#= ";
    private static final Pattern JARGON =
            Pattern.compile(
                    "(?i)exception|yaml|scalar|token|mapping|sequence|parse|null|regex|org\\.|java");

    static Stream<Path> files() {
        URL folder = Objects.requireNonNull(MistakesTest.class.getResource("mistakes"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_mistake_is_explained_in_the_words_its_file_expects(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<String> expected =
                new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith(EXPECTED))
                        .map(line -> line.substring(EXPECTED.length()))
                        .toList();

        Loaded loaded = ProtocolFile.read(name(file), bytes);

        assertThat(loaded.remarks().stream().map(MistakesTest::written))
                .containsExactlyElementsOf(expected);
        assertThat(expected).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_remark_speaks_jargon_or_runs_over_its_line(Path file) throws IOException {
        Loaded loaded = ProtocolFile.read("it", Files.readAllBytes(file));

        for (Remark remark : loaded.remarks()) {
            assertThat(remark.text()).doesNotContainPattern(JARGON).doesNotContain("\n");
        }
    }

    @Test
    void there_is_a_file_for_each_kind_of_mistake() {
        assertThat(files()).hasSizeGreaterThan(210);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String written(Remark remark) {
        String note = remark.severity() == Severity.WARNING ? " (warning)" : "";
        return remark.line() + note + ": " + remark.text();
    }
}
