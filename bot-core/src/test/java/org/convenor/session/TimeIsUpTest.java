package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Protocols.PRESENTER;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.quiet;
import static org.convenor.testing.Steps.say;
import static org.convenor.testing.Steps.show;
import static org.convenor.testing.Steps.talk;
import static org.convenor.testing.Steps.turn;

import java.time.Duration;
import java.util.stream.Stream;
import org.convenor.protocol.Step;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.convenor.testing.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What happens when the time of a live step is up.
class TimeIsUpTest {
    private static final Step LAST = say("The end", minutes(1, 1));
    private static final Duration SECOND = Duration.ofSeconds(1);

    static Stream<Step> stepsThatOnlyLast() {
        return Stream.of(
                say("Now", minutes(3, 1)),
                quiet("Now", minutes(3, 1)),
                show("Now", "plan", minutes(3, 1)));
    }

    @ParameterizedTest
    @MethodSource("stepsThatOnlyLast")
    void a_step_that_only_lasts_goes_on_at_its_minute(Step step) {
        var play = Play.live(Protocols.of(step, LAST));

        play.after(Duration.ofMinutes(3).minus(SECOND));
        assertThat(play.stepTitle()).isEqualTo("Now");

        play.after(SECOND);
        assertThat(play.stepTitle()).isEqualTo("The end");
    }

    @Test
    void a_question_warns_those_who_have_not_answered_twenty_seconds_before_its_time() {
        var play = Play.live(Protocols.of(ask("Notes", Protocols.FRIENDS, minutes(8, 1)), LAST));
        play.answer("cy");

        play.after(Duration.ofMinutes(8).minusSeconds(20));

        assertThat(play.toldTo("dee")).containsExactly("ask.last-call");
        assertThat(play.toldTo("cy")).isEmpty();
        assertThat(play.said()).isEmpty();
    }

    @Test
    void a_question_closes_a_minute_after_its_time_so_that_what_someone_was_typing_is_saved() {
        var play = Play.live(Protocols.of(ask("Notes", Protocols.FRIENDS, minutes(8, 1)), LAST));
        play.answer("cy").after(Duration.ofMinutes(8));
        assertThat(play.everToldTo("dee")).endsWith("ask.time-up");

        play.after(Duration.ofSeconds(59));
        assertThat(play.stepTitle()).isEqualTo("Notes");

        play.answer("dee");
        assertThat(play.last(Effect.Store.class)).hasSize(1);
        assertThat(play.stepTitle()).isEqualTo("The end");
    }

    @Test
    void a_question_nobody_finished_goes_on_without_them() {
        var play = Play.live(Protocols.of(ask("Notes", Who.EVERYONE, minutes(8, 1)), LAST));

        play.after(Duration.ofMinutes(9));

        assertThat(play.stepTitle()).isEqualTo("The end");
    }

    @Test
    void a_long_talk_gets_a_quarter_of_its_time_on_top() {
        var play = Play.live(Protocols.of(talk("Talk", Who.EVERYONE, null, minutes(20, 1)), LAST));

        play.after(Duration.ofMinutes(25).minus(SECOND));
        assertThat(play.stepTitle()).isEqualTo("Talk");
        assertThat(play.main().stage()).isEqualTo(Track.Stage.OVERTIME);

        play.after(SECOND);
        assertThat(play.stepTitle()).isEqualTo("The end");
    }

    @Test
    void a_short_turn_gets_a_minute_on_top() {
        var play = Play.live(Protocols.of(turn("Turn", PRESENTER, null, minutes(2, 1)), LAST));

        play.after(Duration.ofMinutes(3).minus(SECOND));
        assertThat(play.stepTitle()).isEqualTo("Turn");

        play.after(SECOND);
        assertThat(play.stepTitle()).isEqualTo("The end");
    }

    @Test
    void let_them_finish_gives_the_same_patience_once_more() {
        var play = Play.live(Protocols.of(talk("Talk", Who.EVERYONE, null, minutes(20, 1)), LAST));
        play.after(Duration.ofMinutes(24));

        play.letThemFinish().after(Duration.ofMinutes(5).minus(SECOND));
        assertThat(play.stepTitle()).isEqualTo("Talk");

        play.after(SECOND);
        assertThat(play.stepTitle()).isEqualTo("The end");
    }

    @Test
    void let_them_finish_before_the_time_is_up_changes_nothing() {
        var play = Play.live(Protocols.of(talk("Talk", Who.EVERYONE, null, minutes(20, 1)), LAST));
        var before = play.session();

        play.letThemFinish();

        assertThat(play.session()).isEqualTo(before);
    }

    @Test
    void only_a_step_that_says_facilitator_says_next_waits() {
        var waits = new Until(false, null, true, false);
        var play =
                Play.live(
                        Protocols.of(
                                Steps.until(ask("Notes", Who.EVERYONE, minutes(8, 1)), waits),
                                LAST));

        play.after(Duration.ofMinutes(20));

        assertThat(play.stepTitle()).isEqualTo("Notes");
        assertThat(play.everToldTo("ada")).contains("wait.facilitator");
        assertThat(play.next().stepTitle()).isEqualTo("The end");
    }

    @Test
    void a_tick_that_comes_twice_changes_nothing() {
        var play = Play.live(Protocols.of(say("Now", minutes(3, 1)), LAST));
        play.tick();
        var after = play.session();

        play.again();

        assertThat(play.session()).isEqualTo(after);
        assertThat(play.stepTitle()).isEqualTo("The end");
    }

    @Test
    void the_last_step_ends_the_session_with_one_line() {
        var play = Play.live(Protocols.of(LAST));

        play.after(Duration.ofMinutes(1));

        assertThat(play.session().outcome()).isEqualTo(Session.Outcome.FINISHED);
        assertThat(play.said()).containsExactly("session.finished");
        assertThat(play.session().dueAt()).isNull();
    }
}
