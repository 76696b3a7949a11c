package org.convenor.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class LinesTest {
    @Test
    void nobody_says_a_line_twice_and_then_all_are_silent() {
        var lines = new Lines(true);
        var said = new HashSet<String>();

        for (var line = lines.fresh(1, "Debrief", "said");
                line != null;
                line = lines.fresh(1, "Debrief", "said")) {
            assertThat(said.add(line)).isTrue();
        }

        assertThat(said).hasSizeGreaterThan(12);
    }

    @Test
    void what_is_asked_gets_its_own_answer_where_it_was_asked() {
        var lines = new Lines(true);

        var question = lines.fresh(1, "Clarifying questions");

        assertThat(question).isEqualTo("How many coaches do you have, for how many schools?");
        assertThat(lines.isReplyDue(2)).isFalse();
        assertThat(lines.isReplyDue(1)).isTrue();
        assertThat(lines.reply(1)).isEqualTo("Two coaches, five schools.");
        assertThat(lines.reply(1)).isNull();
    }

    @Test
    void question_to_a_real_person_is_left_to_them() {
        var lines = new Lines(false);

        assertThat(lines.fresh(1, "Clarifying questions")).endsWith("?");
        assertThat(lines.isReplyDue(1)).isFalse();
    }

    @Test
    void form_that_must_be_filled_in_is_filled_in_even_when_all_was_said() {
        var lines = new Lines(true);
        while (lines.fresh(1, "Cool", "text") != null) {
            assertThat(lines.isReplyDue(1)).isFalse();
        }

        assertThat(lines.must(1, "Cool", "text")).isNotBlank();
    }
}
