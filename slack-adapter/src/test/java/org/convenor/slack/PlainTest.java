package org.convenor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void a_text_is_never_cut_within_an_emoji_or_an_accent() {
        var family = "👨‍👩‍👧‍👦";

        assertThat(Plain.cut("ab" + family, 6)).isEqualTo("ab…");
        assertThat(Plain.cut("e\u0301e\u0301e\u0301", 5)).isEqualTo("e\u0301e\u0301…");
        assertThat(Plain.cut("abc", 3)).isEqualTo("abc");
    }

    @Test
    void pieces_end_at_lines_and_words_and_lose_nothing_else() {
        assertThat(Plain.pieces("one two three", 8)).containsExactly("one two", "three");
        assertThat(Plain.pieces("one\ntwo three", 6)).containsExactly("one", "two", "three");
        assertThat(Plain.pieces("x".repeat(7), 3)).containsExactly("xxx", "xxx", "x");
    }

    @Test
    void each_line_has_its_own_direction() {
        assertThat(Plain.isolatedLines("one\nאורי?")).isEqualTo("one\n\u2068אורי?\u2069");
    }
}
