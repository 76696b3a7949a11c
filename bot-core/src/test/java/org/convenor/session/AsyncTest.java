package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.atOnce;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.round;
import static org.convenor.testing.Steps.say;
import static org.convenor.testing.Steps.talk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.protocol.Window;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sessions over days: the working calendar and what differs from a live one.
class AsyncTest {
    private static final Step END = say("End", minutes(1, 1));
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(Play.ZONE, Set.of(LocalDate.of(2027, 1, 18)));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Play.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // the same hour on the next working day
        "2027-01-04T10:00, 1, 2027-01-05T10:00",
        // over a weekend
        "2027-01-08T10:00, 1, 2027-01-11T10:00",
        // over a weekend and a holiday
        "2027-01-15T10:00, 1, 2027-01-19T10:00",
        // early, late, and on a day off
        "2027-01-04T06:30, 1, 2027-01-05T09:00",
        "2027-01-04T21:00, 1, 2027-01-06T09:00",
        "2027-01-09T12:00, 1, 2027-01-12T09:00",
        // the hour stays through the change to summer time
        "2027-03-12T10:00, 2, 2027-03-16T10:00",
    })
    void a_day_is_the_same_hour_on_the_next_working_day(String from, int days, String until) {
        assertThat(CALENDAR.plus(at(from), Window.ofDays(days))).isEqualTo(at(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-04T10:00, 4, 2027-01-04T14:00",
        "2027-01-04T13:00, 4, 2027-01-04T17:00",
        "2027-01-04T15:00, 4, 2027-01-05T11:00",
        "2027-01-08T16:00, 4, 2027-01-11T12:00",
        "2027-01-04T10:00, 20, 2027-01-06T14:00",
    })
    void hours_run_over_the_end_of_the_day(String from, int hours, String until) {
        assertThat(CALENDAR.plus(at(from), Window.ofHours(Duration.ofHours(hours))))
                .isEqualTo(at(until));
    }

    @Test
    void at_half_time_those_who_are_missing_are_nudged_once() {
        var play = Play.async(Protocols.of(ask("Notes", Protocols.FRIENDS, minutes(8, 2)), END));
        play.answer("cy");

        play.tick();
        assertThat(play.toldTo("dee")).containsExactly("ask.half-time");
        assertThat(play.toldTo("cy")).isEmpty();

        play.needTime("dee").pause().resume().tick();
        assertThat(play.stepTitle()).isEqualTo("End");
        assertThat(play.everToldTo("dee")).containsOnlyOnce("ask.half-time");
    }

    @Test
    void a_step_ends_at_its_hour_without_patience_on_top() {
        var play = Play.async(Protocols.of(talk("Talk", Who.EVERYONE, null, minutes(5, 1)), END));

        play.after(Duration.ofDays(1));

        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void the_thread_is_reminded_once_at_half_time() {
        var play = Play.async(Protocols.of(talk("Talk", Who.EVERYONE, null, minutes(5, 1)), END));

        play.tick();

        assertThat(play.said()).containsExactly("talk.half-time");
    }

    @Test
    void a_day_more_is_a_working_day() {
        var play = Play.async(Protocols.of(talk("Talk", Who.EVERYONE, null, minutes(5, 4)), END));
        assertThat(play.main().deadline()).isEqualTo(at("2027-01-08T10:00"));

        assertThat(play.more().main().deadline()).isEqualTo(at("2027-01-11T10:00"));
    }

    @Test
    void after_a_pause_no_step_ends_at_night() {
        var play = Play.async(Protocols.of(talk("Talk", Who.EVERYONE, null, minutes(5, 1)), END));
        play.pause().pass(Duration.ofHours(11)).resume();

        assertThat(play.main().deadline()).isEqualTo(at("2027-01-06T09:00"));
    }

    @Test
    void in_a_round_each_writes_once_and_the_last_one_ends_it() {
        var play = Play.async(Protocols.of(round("Round", Who.EVERYONE, null, minutes(5, 2)), END));
        play.answer("ada").speak("bo").pass("cy");
        assertThat(play.stepTitle()).isEqualTo("Round");

        assertThat(play.speak("dee").stepTitle()).isEqualTo("End");
    }

    @Test
    void what_is_written_in_the_form_of_a_round_is_heard_in_the_thread_once() {
        var play = Play.async(Protocols.of(round("Round", Who.EVERYONE, null, minutes(5, 2)), END));

        assertThat(play.answer("ada").said()).containsExactly("said");
        assertThat(play.answer("ada").said()).isEmpty();
    }

    @Test
    void what_opens_together_is_not_heard_before() {
        var hidden = atOnce(round("Round", Who.EVERYONE, null, minutes(5, 2)), Reveal.TOGETHER);
        var play = Play.async(Protocols.of(hidden, END));

        assertThat(play.answer("ada").said()).isEmpty();
    }

    @Test
    void downtime_is_of_no_account_over_days() {
        var play = Play.async(Protocols.of(END));
        var deadline = play.main().deadline();

        play.does(new SessionEvent.Slept(play.now(), Duration.ofHours(2)));

        assertThat(play.main().deadline()).isEqualTo(deadline);
    }
}
