package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.say;
import static org.convenor.testing.Steps.talk;
import static org.convenor.testing.Steps.turn;

import java.time.Duration;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.convenor.testing.Steps;
import org.junit.jupiter.api.Test;

/// What a facilitator does with the clock and the steps.
class ControlsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Play threeSteps() {
        return Play.live(
                Protocols.of(
                        say("One", minutes(3, 1)),
                        talk("Two", Who.EVERYONE, null, minutes(10, 1)),
                        say("Three", minutes(3, 1))));
    }

    @Test
    void next_goes_on_with_one_line_and_a_new_visit() {
        var play = threeSteps();
        int visit = play.main().visit();

        play.next();

        assertThat(play.stepTitle()).isEqualTo("Two");
        assertThat(play.said()).containsExactly("step.opened");
        assertThat(play.main().visit()).isGreaterThan(visit);
    }

    @Test
    void next_pressed_twice_goes_on_once() {
        var play = threeSteps();

        play.next().again();

        assertThat(play.stepTitle()).isEqualTo("Two");
        assertThat(play.hadMoved()).isTrue();
    }

    @Test
    void skip_says_so() {
        var play = threeSteps();

        play.skip();

        assertThat(play.said()).containsExactly("step.skipped", "step.opened");
        assertThat(play.session().past()).last().extracting(Session.Past::skipped).isEqualTo(true);
    }

    @Test
    void back_opens_the_step_before_again_as_a_new_visit() {
        var play = threeSteps().next();
        int visit = play.main().visit();

        play.back();

        assertThat(play.stepTitle()).isEqualTo("One");
        assertThat(play.main().visit()).isGreaterThan(visit);
        assertThat(play.said()).containsExactly("step.reopened");
        assertThat(play.session().past()).extracting(Session.Past::step).containsExactly(0, 1);
    }

    @Test
    void there_is_nothing_before_the_first_step() {
        assertThat(threeSteps().back().wasRefused()).isTrue();
    }

    @Test
    void two_minutes_more_are_added_to_what_is_left() {
        var play = threeSteps().next().pass(Duration.ofMinutes(4));

        play.more();

        assertThat(play.timeLeft()).isEqualTo(Duration.ofMinutes(8));
        assertThat(play.said()).isEmpty();
    }

    @Test
    void two_minutes_more_in_overtime_count_from_now() {
        var play = threeSteps().next().after(Duration.ofMinutes(11));

        play.more();

        assertThat(play.timeLeft()).isEqualTo(Duration.ofMinutes(2));
        assertThat(play.main().stage()).isEqualTo(Track.Stage.OPEN);
    }

    @Test
    void after_more_time_those_who_are_missing_are_warned_again() {
        var play =
                Play.live(
                        Protocols.of(
                                ask("Notes", Who.role("friends"), minutes(8, 1)),
                                say("End", minutes(1, 1))));
        play.after(Duration.ofMinutes(8).minusSeconds(10)).more();

        play.after(Duration.ofMinutes(2));

        var warnings =
                play.all(Effect.Whisper.class).stream()
                        .filter(each -> each.line().template().equals("ask.last-call"))
                        .filter(each -> each.member().value().equals("cy"))
                        .toList();
        assertThat(warnings).hasSize(2);
        assertThat(warnings).extracting(Effect.Whisper::key).doesNotHaveDuplicates();
    }

    @Test
    void a_pause_stops_the_clock_and_resume_gives_the_rest_back() {
        var play = threeSteps().next().pass(Duration.ofMinutes(4));

        play.pause().after(Duration.ofMinutes(30));
        assertThat(play.stepTitle()).isEqualTo("Two");
        assertThat(play.main().isHeld()).isTrue();

        play.resume();
        assertThat(play.timeLeft()).isEqualTo(Duration.ofMinutes(6));
        assertThat(play.said()).containsExactly("track.resumed");
    }

    @Test
    void pausing_and_resuming_twice_changes_nothing_more() {
        var play = threeSteps().next().pause();
        assertThat(play.pause().last().effects()).isEmpty();

        play.resume();

        assertThat(play.resume().last().effects()).isEmpty();
    }

    @Test
    void a_pause_in_a_step_that_waits_for_the_facilitator_still_waits_afterwards() {
        var waits = new Until(false, null, true, false);
        var play =
                Play.live(
                        Protocols.of(
                                Steps.until(ask("Notes", Who.EVERYONE, minutes(8, 1)), waits)));
        play.after(Duration.ofMinutes(8).plusSeconds(30)).pause();

        play.resume();

        assertThat(play.main().stage()).isEqualTo(Track.Stage.WAITING);
        assertThat(play.session().dueAt()).isEqualTo(play.now().plus(MINUTE));
    }

    @Test
    void what_is_done_during_a_pause_keeps_the_session_open() {
        var play = threeSteps().next().pause().after(Duration.ofMinutes(59)).speak("cy");

        play.after(Duration.ofMinutes(59));

        assertThat(play.session().isOver()).isFalse();
    }

    @Test
    void a_pass_during_a_pause_does_not_start_the_clock() {
        var play =
                Play.live(Protocols.of(Steps.round("Round", Who.EVERYONE, MINUTE, minutes(10, 1))));
        play.pause().pass("ada");

        play.after(Duration.ofMinutes(30));

        assertThat(play.session().isOver()).isFalse();
        assertThat(play.main().isHeld()).isTrue();
    }

    @Test
    void anybody_gets_a_minute_more_at_least_ten_times_and_nobody_hears_who_asked() {
        var play = threeSteps().next();
        for (int press = 0; press < 5; press++) {
            play.more();
        }

        for (int press = 0; press < 10; press++) {
            play.needTime("cy");
            assertThat(play.wasRefused()).isFalse();
            assertThat(play.last().effects()).isEmpty();
        }

        assertThat(play.timeLeft()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void who_only_watches_does_not_move_the_clock() {
        assertThat(threeSteps().next().needTime("zoe").wasRefused()).isTrue();
    }

    @Test
    void stop_ends_the_session_where_it_is() {
        var play = threeSteps().next();

        play.stop();

        assertThat(play.session().outcome()).isEqualTo(Session.Outcome.STOPPED);
        assertThat(play.said()).containsExactly("session.stopped");
        assertThat(play.session().past()).extracting(Session.Past::step).containsExactly(0, 1);
        assertThat(play.session().dueAt()).isNull();
    }

    @Test
    void reopen_goes_on_at_the_step_where_it_ended() {
        var play = threeSteps().next().stop();
        int visit = play.main().visit();

        play.reopen();

        assertThat(play.session().phase()).isEqualTo(Session.Phase.RUNNING);
        assertThat(play.stepTitle()).isEqualTo("Two");
        assertThat(play.main().visit()).isGreaterThan(visit);
        assertThat(play.session().dueAt()).isNotNull();
    }

    @Test
    void a_new_presenter_begins_their_turn_anew() {
        var play =
                Play.live(
                        Protocols.of(
                                turn("Turn", Protocols.PRESENTER, null, minutes(10, 1)),
                                say("End", minutes(1, 1))));
        play.pass(Duration.ofMinutes(6));

        play.presenter("cy");

        assertThat(play.said()).containsExactly("role.given", "step.reopened");
        assertThat(play.toldTo("cy")).containsExactly("turn.yours");
        assertThat(play.timeLeft()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void a_new_presenter_does_not_start_a_talk_again() {
        var play = threeSteps().next().pass(Duration.ofMinutes(6));

        play.presenter("cy");

        assertThat(play.said()).containsExactly("role.given");
        assertThat(play.timeLeft()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void friends_do_not_wait_for_the_one_who_became_presenter() {
        var play =
                Play.live(
                        Protocols.of(
                                ask("Notes", Protocols.FRIENDS, minutes(8, 1)),
                                say("End", minutes(1, 1))));
        play.presenter("cy");

        play.answer("dee");

        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void only_somebody_who_is_here_can_be_named() {
        assertThat(threeSteps().presenter("zoe").wasRefused()).isTrue();
        assertThat(threeSteps().stop().presenter("cy").hadMoved()).isTrue();
    }

    @Test
    void time_the_process_was_away_is_given_back_in_one_line() {
        var play = threeSteps().next().pass(Duration.ofMinutes(4));

        play.does(new SessionEvent.Slept(play.now(), Duration.ofMinutes(3)));

        assertThat(play.timeLeft()).isEqualTo(Duration.ofMinutes(9));
        assertThat(play.said()).containsExactly("downtime");
    }

    @Test
    void half_a_minute_away_is_not_worth_a_word() {
        var play = threeSteps().next();

        play.does(new SessionEvent.Slept(play.now(), Duration.ofSeconds(30)));

        assertThat(play.last().effects()).isEmpty();
        assertThat(play.timeLeft()).isEqualTo(Duration.ofMinutes(10));
    }
}
