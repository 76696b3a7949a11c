package org.convenor.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class LinesTest {
    @Test
    void nobody_says_a_line_twice_and_then_all_are_silent() {
        var lines = new Lines(true);
        var said = new HashSet<String>();

        for (var line = lines.fresh("Debrief", "said");
                line != null;
                line = lines.fresh("Debrief", "said")) {
            assertThat(said.add(line)).isTrue();
        }

        assertThat(said).hasSizeGreaterThan(12);
    }

    @Test
    void what_is_asked_gets_its_own_answer_within_the_step() {
        var lines = new Lines(true);

        var question = lines.fresh("Clarifying questions");

        assertThat(question).isEqualTo("How many coaches do you have, for how many schools?");
        assertThat(lines.isReplyDue("Warm feedback")).isFalse();
        assertThat(lines.isReplyDue("Clarifying questions")).isTrue();
        assertThat(lines.reply("Clarifying questions")).isEqualTo("Two coaches, five schools.");
        assertThat(lines.reply("Clarifying questions")).isNull();
    }

    @Test
    void question_to_a_real_person_is_left_to_them() {
        var lines = new Lines(false);

        assertThat(lines.fresh("Clarifying questions")).endsWith("?");
        assertThat(lines.isReplyDue("Clarifying questions")).isFalse();
    }

    @Test
    void form_that_must_be_filled_in_is_filled_in_even_when_all_was_said() {
        var lines = new Lines(true);
        while (lines.fresh("Cool", "text") != null) {
            assertThat(lines.isReplyDue("Cool")).isFalse();
        }

        assertThat(lines.must("Cool", "text")).isNotBlank();
    }
}
