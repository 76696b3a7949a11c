package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.convenor.session.Session;
import org.convenor.testing.Convening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Late people, lost facilitators, and time that passes by itself.
final class ComingAndGoingTest {
    @TempDir private Path folder;

    @Test
    void who_comes_late_reads_in_half_a_minute_where_we_are() {
        try (var convening = Convening.ofFive(folder).invited("fay", "Fay Moss", "Hub").begun()) {
            convening.nextUntil("Clarifying questions").presses("fay", "join");

            assertThat(convening.inbox("fay"))
                    .containsExactly(
                            """
                            # Catch up
                            “How do we help new teachers stay?” [What we work on]
                            So far: How we work, Presentation.
                            Now: step 3 of 8, Clarifying questions.
                            **Bring your plan**
                            “https://example.org/northfield-plan” - Bo Lind, Northfield [Plan]
                            “Where would a new teacher get lost?” [Question]
                            The floor is open; you may write in the thread.\
                            """);
        }
    }

    @Test
    void time_goes_on_by_itself_and_an_early_or_late_ring_changes_nothing() {
        try (var convening = Convening.ofFive(folder).begun()) {
            var before = convening.everything();
            assertThat(convening.alarm().ringDue()).isZero();
            assertThat(convening.everything()).isEqualTo(before);

            convening.after(Duration.ofMinutes(3));

            assertThat(convening.stepTitle()).isEqualTo("Presentation");
            var after = convening.everything();
            assertThat(convening.alarm().ringDue()).isZero();
            assertThat(convening.everything()).isEqualTo(after);
        }
    }

    @Test
    void a_session_nobody_touches_walks_to_its_end() {
        try (var convening = Convening.ofFive(folder).begun()) {
            convening.after(Duration.ofHours(3));

            assertThat(convening.session().outcome()).isEqualTo(Session.Outcome.FINISHED);
            assertThat(convening.thread())
                    .contains(
                            "**Put it in the plan:** nothing was written, so there is nothing to keep.");
            assertThat(convening.alarm().next()).isNull();
        }
    }

    @Test
    void downtime_is_given_back_and_said_in_one_line() {
        try (var convening = Convening.ofFive(folder).begun().asleep(Duration.ofMinutes(2))) {
            convening.convener().slept(Duration.ofMinutes(2));
            convening.after(Duration.ofMinutes(2));

            assertThat(convening.stepTitle()).isEqualTo("How we work");
            assertThat(convening.thread())
                    .last()
                    .isEqualTo("I was away for about 2 minutes. You get the time back.");
        }
    }

    @Test
    void who_said_not_today_is_still_somebody_in_the_room() {
        try (var convening = Convening.ofFive(folder).called().presses("cy", "decline")) {
            assertThat(convening.look("ada").people())
                    .extracting(line -> line.name() + ":" + line.state())
                    .contains("Cy Reyes:");
            assertThat(convening.panel("cy")).startsWith("You said “not today”.");
        }
    }

    @Test
    void a_presenter_who_leaves_stops_the_clock_and_the_facilitator_names_another() {
        try (var convening = Convening.ofFive(folder).begun().nextUntil("Presentation")) {
            convening.presses("bo", "leave");

            assertThat(convening.board()).contains("The clock stands still.");
            assertThat(convening.panel("ada"))
                    .contains("[[Next: Clarifying questions]]", "[Resume]");

            convening.forges(
                    "ada",
                    "replace-with",
                    "presenter",
                    java.util.Map.of("to", "m:" + convening.id("dee")));

            assertThat(convening.session().main().isHeld()).isFalse();
            assertThat(convening.board()).contains("> Dee Park, Eastvale: has the floor");
        }
    }

    @Test
    void a_session_that_takes_days_says_days() {
        try (var convening = Convening.ofFive(folder).called("ASYNC").ready()) {
            convening.presses("ada", "begin").after(Duration.ofDays(40));

            assertThat(convening.session().isOver()).isTrue();
            assertThat(convening.record("cy").markdown()).contains("| Presentation | one day |");
        }
    }
}
