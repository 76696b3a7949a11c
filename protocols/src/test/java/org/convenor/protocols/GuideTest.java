package org.convenor.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the guide shows to facilitators is true.
class GuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern STEPS = Pattern.compile("(?m)^steps:");
    private static final Pattern ANSWER =
            Pattern.compile("(?m)^\\| (`[^|]*`) \\| (?:a few|one|these|a |just)[^|]*\\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final String TOP =
            """
            protocol: example
            purpose: Try what the guide says.
            people:
              size: 5 to 12
            roles:
              presenter: 1 person or team
            """;

    static Stream<String> examples() {
        return EXAMPLE.matcher(guide()).results().map(found -> found.group(1).stripIndent());
    }

    static List<String> answers() {
        return ANSWER.matcher(guide())
                .results()
                .flatMap(row -> CODE.matcher(row.group(1)).results())
                .map(code -> code.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_runs_as_it_stands(String example) {
        String file = example;
        if (!STEPS.matcher(example).find()) {
            file = TOP + "steps:\n" + example.indent(example.startsWith("-") ? 2 : 0);
        } else if (!example.contains("protocol:")) {
            file = TOP + example;
        }

        assertThat(TestFiles.read(file).remarks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_kind_of_answer_is_understood(String answer) {
        String step =
                "steps:\n  - ask: What?\n    title: X\n    answer: %s\n    live: 1 min\n    async: 1 day\n"
                        .formatted(answer);

        assertThat(TestFiles.read(TOP + step).remarks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_table_runs_as_it_stands(String table) {
        ProtocolTable.Top top = new ProtocolTable.Top("example", "Example", "Try the guide.");

        assertThat(ProtocolTable.read(top, table.getBytes(StandardCharsets.UTF_8)).remarks())
                .isEmpty();
    }

    static Stream<String> tables() {
        return Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL)
                .matcher(guide())
                .results()
                .map(found -> found.group(1));
    }

    @Test
    void every_way_to_form_groups_or_count_votes_is_understood() throws Misread {
        for (String words : words("group")) {
            if (!words.equals("swap roles")) {
                assertThat(GroupWords.read(words)).as(words).isNotNull();
            }
        }
        for (String words : words("needs")) {
            assertThat(QuorumWords.read(words)).as(words).isNotNull();
        }
        for (String words : words("method")) {
            assertThat(OneOf.METHOD.read(words)).as(words).isNotNull();
        }
        for (String odd : List.of("one group of three", "larger groups", "smaller groups")) {
            assertThat(guide()).contains("`" + odd + "`");
            assertThat(GroupWords.odd(odd)).as(odd).isNotNull();
        }
        assertThat(words("group")).hasSizeGreaterThan(8);
    }

    @Test
    void every_kind_and_every_line_of_the_language_is_explained() {
        for (String word : Keys.all()) {
            assertThat(guide()).as(word).containsPattern("[`\\s-]" + word + "[`:]");
        }
    }

    /// What the guide writes behind a key, in code.
    private static List<String> words(String key) {
        return Pattern.compile("`" + key + ": ([^`]+)`")
                .matcher(guide())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String guide() {
        try {
            return Files.readString(Path.of("..", "docs", "protocol-language.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
