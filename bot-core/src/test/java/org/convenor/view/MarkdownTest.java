package org.convenor.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// People's words in a file: nothing is formatting, and no backslash stands where none is needed.
final class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " → ",
            quoteCharacter = '~',
            value = {
                "3 * 4 = 12 → 3 * 4 = 12",
                "a_b and snake_case → a_b and snake_case",
                "*loud* → \\*loud\\*",
                "1. first → 1\\. first",
                "- point → \\- point",
                "# title → \\# title",
                "#1 priority → #1 priority",
                "a < b and c > d → a < b and c > d",
                "<b>bold</b> → \\<b>bold\\</b>",
                "see [1] and [2] → see [1] and [2]",
                "[text](other) → \\[text](other)",
                "AT&T and &amp; → AT&T and \\&amp;",
                "C:\\temp → C:\\temp",
                "https://a.example/x_y_z, then → <https://a.example/x_y_z>, then",
                "mentors' classes - 50% → mentors' classes - 50%"
            })
    void words_read_raw_as_they_were_written(String typed, String written) {
        assertThat(Markdown.line(typed)).isEqualTo(written);
    }

    @Test
    void lines_of_one_answer_stay_lines_of_one_item() {
        assertThat(Markdown.item("one\ntwo\n\nthree")).isEqualTo("one  \n  two\n\n  three");
    }

    @Test
    void what_nobody_can_see_is_taken_away_and_every_script_stays() {
        assertThat(Legible.words("a\u0000b\u202Ec\r\nd")).isEqualTo("abc\nd");
        assertThat(Legible.words("👩‍🏫 שלום é")).isEqualTo("👩‍🏫 שלום é");
        assertThat(Legible.words("half \uD83D done")).isEqualTo("half  done");
        assertThat(Legible.words("\u200B\u200D")).isEmpty();
        assertThat(Legible.line(" Ada\n Okafor ")).isEqualTo("Ada Okafor");
    }
}
