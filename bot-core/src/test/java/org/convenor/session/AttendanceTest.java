package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Protocols.FRIENDS;
import static org.convenor.testing.Protocols.PRESENTER;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.round;
import static org.convenor.testing.Steps.say;
import static org.convenor.testing.Steps.talk;
import static org.convenor.testing.Steps.turn;

import java.time.Duration;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Role;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.junit.jupiter.api.Test;

/// People come and go.
class AttendanceTest {
    private static final Step END = say("End", minutes(1, 1));

    private static final Role NOTE_TAKER =
            new Role("note taker", Role.Holder.NAMED_PERSON, "1 person");

    private static Play notes() {
        return Play.live(Protocols.of(ask("Notes", FRIENDS, minutes(8, 1)), END));
    }

    private static Play presentation() {
        return Play.live(Protocols.of(turn("Turn", PRESENTER, null, minutes(10, 1)), END));
    }

    @Test
    void who_comes_late_gets_a_private_catch_up_and_nothing_is_said_in_public() {
        var play = notes().join("eve", "west");

        assertThat(play.toldTo("eve")).containsExactly("catch-up");
        assertThat(play.said()).isEmpty();
    }

    @Test
    void who_comes_late_may_answer_and_blocks_nobody() {
        var play = notes().join("eve", "west").answer("eve");
        assertThat(play.wasRefused()).isFalse();
        assertThat(play.stepTitle()).isEqualTo("Notes");

        play = notes().join("eve", "west").answer("cy").answer("dee");
        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void who_comes_late_is_not_in_the_round_that_runs_and_is_in_the_next() {
        var minute = Duration.ofMinutes(1);
        var play =
                Play.live(
                        Protocols.of(
                                round("First", Who.EVERYONE, minute, minutes(10, 1)),
                                round("Second", Who.EVERYONE, minute, minutes(10, 1))));

        play.join("eve", "west");
        assertThat(order(play)).containsExactly("ada", "bo", "cy", "dee");

        play.next();
        assertThat(order(play)).containsExactly("ada", "bo", "cy", "dee", "eve");
    }

    private static Iterable<String> order(Play play) {
        return ((Progress.Speaking) play.main().progress()).order().stream().map(Unit::id).toList();
    }

    @Test
    void who_leaves_keeps_their_answer_and_is_not_waited_for() {
        var play = notes().answer("cy").leave("cy");
        assertThat(play.session().given("Notes")).containsKey("m:cy");

        play.leave("dee");

        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void when_everybody_left_a_question_ends_by_time() {
        var play = notes().leave("cy").leave("dee");
        assertThat(play.stepTitle()).isEqualTo("Notes");

        play.after(Duration.ofMinutes(9));

        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void the_turn_of_who_leaves_passes() {
        var play =
                Play.live(
                        Protocols.of(
                                round("Round", Who.EVERYONE, Duration.ofMinutes(1), minutes(9, 1)),
                                END));
        play.giveFloor("ada").giveFloor("bo");

        play.leave("cy");

        assertThat(order(play)).containsExactly("dee");
        assertThat(play.toldTo("dee")).containsExactly("turn.yours");
    }

    @Test
    void a_presenter_who_leaves_stops_the_clock_and_the_facilitator_is_asked() {
        var play = presentation().pass(Duration.ofMinutes(4)).leave("bo");

        assertThat(play.main().isHeld()).isTrue();
        assertThat(play.toldTo("ada")).containsExactly("hold.presenter-left");
        assertThat(play.said()).isEmpty();
    }

    @Test
    void a_presenter_who_comes_back_goes_on_with_the_time_that_was_left() {
        var play = presentation().pass(Duration.ofMinutes(4)).leave("bo");

        play.pass(Duration.ofSeconds(50)).join("bo", "north");

        assertThat(play.main().isHeld()).isFalse();
        assertThat(play.timeLeft()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void a_presenter_who_was_never_here_has_the_whole_turn_when_they_come() {
        var play =
                Play.live(
                        Protocols.of(
                                talk("Talk", Who.EVERYONE, null, minutes(5, 1)),
                                turn("Turn", PRESENTER, null, minutes(10, 1)),
                                END));
        play.leave("bo").resume().next();
        assertThat(play.main().isHeld()).isTrue();

        play.join("bo", "north");

        assertThat(play.stepTitle()).isEqualTo("Turn");
        assertThat(play.toldTo("bo")).contains("catch-up");
        assertThat(order(play)).containsExactly("bo");
        assertThat(play.timeLeft()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void somebody_else_who_comes_does_not_end_the_wait_for_the_presenter() {
        var play = presentation().leave("bo").join("eve", "west");

        assertThat(play.main().isHeld()).isTrue();
    }

    @Test
    void the_facilitator_may_go_on_without_the_presenter() {
        var play = presentation().leave("bo").resume();

        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void a_presenter_who_leaves_during_a_pause_is_waited_for_after_it() {
        var play = presentation().pause().leave("bo");

        play.resume();

        assertThat(play.stepTitle()).isEqualTo("Turn");
        assertThat(play.main().hold())
                .isEqualTo(new Track.Hold(Track.Reason.PRESENTER_LEFT, Duration.ofMinutes(10)));
    }

    @Test
    void a_team_that_presents_goes_on_while_one_of_them_is_here() {
        var play =
                Play.called(
                                Mode.LIVE,
                                Protocols.of(turn("Turn", PRESENTER, null, minutes(10, 1)), END))
                        .join("bo", "north")
                        .join("ben", "north")
                        .presenter(Unit.ofTeam("north"))
                        .beginAnyway();

        assertThat(play.leave("bo").main().isHeld()).isFalse();
        assertThat(play.leave("ben").main().isHeld()).isTrue();
    }

    @Test
    void joining_and_leaving_twice_changes_nothing_more() {
        var play = notes().leave("cy");
        assertThat(play.again().last().effects()).isEmpty();

        play.join("cy", "south");

        assertThat(play.again().last().effects()).isEmpty();
    }

    @Test
    void who_observes_is_asked_nothing() {
        var play = notes();
        play.does(new SessionEvent.Observes(play.now(), Play.ADA, "hub"));

        assertThat(play.answer("ada").wasRefused()).isTrue();
        assertThat(play.speak("ada").wasRefused()).isTrue();
    }

    @Test
    void a_session_goes_on_without_its_note_taker() {
        var talk = Protocols.of(talk("Talk", Who.EVERYONE, null, minutes(9, 1)), END);
        var play =
                Play.called(Mode.LIVE, Protocols.with(NOTE_TAKER, talk))
                        .join("bo", "north")
                        .join("cy", "south")
                        .presenter("bo")
                        .role("note taker", "cy")
                        .beginAnyway();

        assertThat(play.leave("cy").main().isHeld()).isFalse();
        assertThat(play.leave("bo").main().isHeld()).isTrue();
        assertThat(play.join("cy", "south").main().isHeld()).isTrue();
        assertThat(play.join("bo", "north").main().isHeld()).isFalse();
    }
}
