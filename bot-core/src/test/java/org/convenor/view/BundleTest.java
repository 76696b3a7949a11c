package org.convenor.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every text that is asked for is there, every text that is there is asked for, and all can be
/// filled in.
final class BundleTest {
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][A-Za-z.-]*)\"");
    private static final Pattern ASKED =
            Pattern.compile("(?:text|problem|Line\\.of|line)\\(\\s*\"([a-z][A-Za-z.-]*[A-Za-z])\"");

    private final Set<String> keys =
            new TreeSet<>(
                    ResourceBundle.getBundle("org.convenor.view.messages", Locale.ROOT).keySet());
    private final String code = code(Path.of("src/main/java"), ".java");

    @Test
    void every_text_that_is_asked_for_is_there() {
        var missing = new TreeSet<String>();
        var asked = ASKED.matcher(code);
        while (asked.find()) {
            var key = asked.group(1);
            if (!keys.contains(key) && !keys.contains(key + ".what") && !key.equals("catch-up")) {
                missing.add(key);
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void every_text_that_is_there_is_asked_for() {
        var literals =
                LITERAL.matcher(code)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
        var unused =
                keys.stream().filter(key -> !isUsed(key, literals)).collect(Collectors.toSet());

        assertThat(unused).isEmpty();
    }

    private static boolean isUsed(String key, Set<String> literals) {
        var problem = key.replaceAll("\\.(what|meaning|remedy)$", "");
        int dot = key.lastIndexOf('.');
        var prefix = key.substring(0, dot + 1);
        return literals.contains(key)
                || literals.contains(problem)
                || (List.of(
                                        "do.",
                                        "confirm.",
                                        "help.",
                                        "see.",
                                        "see.names.",
                                        "board.mode.",
                                        "result.of.",
                                        "composer.",
                                        "consent.state.",
                                        "record.kept.")
                                .contains(prefix)
                        && literals.contains(prefix));
    }

    @Test
    void every_text_can_be_filled_in() {
        for (var key : keys) {
            var pattern =
                    ResourceBundle.getBundle("org.convenor.view.messages", Locale.ROOT)
                            .getString(key);

            assertThat(new MessageFormat(pattern, Locale.ENGLISH)).as(key).isNotNull();
            assertThat(pattern).as(key).isNotBlank().doesNotContain("'");
        }
    }

    @Test
    void a_language_without_a_translation_reads_english() {
        assertThat(Bundle.of(Locale.JAPANESE).text("do.join")).isEqualTo("Join");
        assertThat(Bundle.of(Locale.forLanguageTag("xx")).text("do.join")).isEqualTo("Join");
    }

    private static String code(Path folder, String ending) {
        var all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(each ->
                                    Files.isRegularFile(each) && each.toString().endsWith(ending))
                            .toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
