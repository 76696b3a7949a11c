package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Protocols.FRIENDS;
import static org.convenor.testing.Protocols.PRESENTER;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.atOnce;
import static org.convenor.testing.Steps.meanwhile;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.round;
import static org.convenor.testing.Steps.say;
import static org.convenor.testing.Steps.talk;
import static org.convenor.testing.Steps.turn;

import java.time.Duration;
import java.util.List;
import org.convenor.chat.Arg;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.convenor.testing.Steps;
import org.junit.jupiter.api.Test;

/// Turns, rounds and the open floor.
class FloorTest {
    private static final Step END = say("End", minutes(1, 1));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Who PRESENTER_FIRST = new Who(Who.Scope.EVERYONE, null, "presenter", null);

    private static Play plays(Step step) {
        return Play.live(Protocols.of(step, END));
    }

    private static Play aRound() {
        return plays(round("Round", PRESENTER_FIRST, MINUTE, minutes(10, 1)));
    }

    private static List<String> order(Play play) {
        return ((Progress.Speaking) play.main().progress()).order().stream().map(Unit::id).toList();
    }

    @Test
    void words_in_the_thread_are_kept_and_repeated_in_the_other_places() {
        var play = plays(talk("Talk", Who.EVERYONE, null, minutes(5, 1))).speak("cy");

        assertThat(play.last(Effect.Store.class)).extracting(Effect.Store::by).hasSize(1);
        assertThat(play.last(Effect.Store.class)).allMatch(store -> store.out() && !store.late());
        assertThat(play.said()).containsExactly("said");
    }

    @Test
    void words_up_to_two_minutes_late_still_join_the_visit_and_are_marked() {
        var play = plays(talk("Talk", Who.EVERYONE, null, minutes(5, 1)));
        int visit = play.main().visit();
        play.next().pass(Duration.ofSeconds(45)).speak("cy");

        assertThat(play.said()).containsExactly("said.late");
        assertThat(play.last(Effect.Store.class))
                .allMatch(store -> store.late() && store.visit() == visit);

        assertThat(play.pass(Duration.ofSeconds(76)).speak("cy").wasRefused()).isTrue();
    }

    @Test
    void words_just_after_the_end_still_join_the_last_talk() {
        var play = Play.live(Protocols.of(talk("Talk", Who.EVERYONE, null, minutes(5, 1))));
        play.next().pass(Duration.ofSeconds(45)).speak("cy");

        assertThat(play.said()).containsExactly("said.late");
    }

    @Test
    void words_while_the_floor_is_closed_are_not_stored() {
        var play = plays(ask("Notes", Who.EVERYONE, minutes(5, 1))).speak("cy");

        assertThat(play.wasRefused()).isTrue();
        assertThat(play.last().effects()).isEmpty();
    }

    @Test
    void words_on_a_track_that_is_gone_are_refused() {
        var play = plays(END);
        play.does(new SessionEvent.Spoke(play.now(), Play.ADA, 7, 3));

        assertThat(play.wasRefused()).isTrue();
    }

    @Test
    void who_listens_and_writes_is_reminded_in_private_and_nothing_is_lost() {
        var play = plays(talk("Talk", FRIENDS, "presenter", minutes(5, 1))).speak("bo");

        assertThat(play.toldTo("bo")).containsExactly("nudge.listening");
        assertThat(play.last(Effect.Store.class)).hasSize(1);
        assertThat(play.speak("cy").toldTo("cy")).isEmpty();
    }

    @Test
    void the_presenter_goes_first() {
        assertThat(order(aRound())).containsExactly("bo", "ada", "cy", "dee");
    }

    @Test
    void a_written_turn_is_a_turn() {
        var play = aRound().speak("bo");

        assertThat(order(play)).containsExactly("ada", "cy", "dee");
        assertThat(play.toldTo("ada")).containsExactly("turn.yours");
    }

    @Test
    void who_writes_out_of_turn_is_not_called_again() {
        var play = aRound().speak("dee");

        assertThat(order(play)).containsExactly("bo", "ada", "cy");
        assertThat(play.toldTo("bo")).isEmpty();
    }

    @Test
    void who_passed_is_asked_once_more_at_the_end() {
        var play = aRound().pass("bo").giveFloor("ada").giveFloor("cy").giveFloor("dee");
        assertThat(order(play)).containsExactly("bo");
        assertThat(play.toldTo("bo")).containsExactly("turn.again");

        play.pass("bo");

        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void who_passed_and_then_wrote_is_not_asked_again() {
        var play = aRound().pass("bo").speak("bo").speak("ada").speak("cy").speak("dee");

        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void when_all_pass_nobody_is_asked_again() {
        var play = aRound().pass("bo").pass("ada").pass("cy").pass("dee");

        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void from_a_minute_each_on_the_speaker_has_their_own_clock_and_is_not_cut_off() {
        var play = aRound();
        play.after(MINUTE);
        assertThat(play.toldTo("bo")).containsExactly("turn.over");
        assertThat(order(play)).startsWith("bo");

        play.after(Duration.ofSeconds(59));
        assertThat(order(play)).startsWith("bo");

        play.after(Duration.ofSeconds(1));
        assertThat(order(play)).startsWith("ada");
    }

    @Test
    void let_them_finish_keeps_the_speaker_at_it() {
        var play = aRound().after(Duration.ofSeconds(110)).letThemFinish();

        play.after(Duration.ofSeconds(50));

        assertThat(order(play)).startsWith("bo");
    }

    @Test
    void below_a_minute_each_only_the_whole_is_timed() {
        var play = plays(round("Round", Who.EVERYONE, Duration.ofSeconds(30), minutes(6, 1)));

        play.after(Duration.ofMinutes(6).minusSeconds(1));
        assertThat(order(play)).containsExactly("ada", "bo", "cy", "dee");

        play.after(Duration.ofSeconds(91));
        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void a_speaker_has_their_whole_time_again_after_a_pause() {
        var play = aRound().after(Duration.ofSeconds(50)).pause().after(MINUTE).resume();

        play.after(Duration.ofSeconds(59));

        assertThat(order(play)).startsWith("bo");
    }

    @Test
    void who_has_the_floor_for_long_gets_a_word_a_minute_before_the_end() {
        var play = plays(turn("Turn", PRESENTER, "friends", minutes(10, 1)));
        assertThat(play.everToldTo("bo")).endsWith("turn.yours");

        play.after(Duration.ofMinutes(9));
        assertThat(play.toldTo("bo")).containsExactly("turn.last-minute");

        play.after(MINUTE);
        assertThat(play.toldTo("bo")).containsExactly("turn.over");
        assertThat(play.toldTo("ada")).containsExactly("floor.time-up");
    }

    @Test
    void i_am_done_ends_a_turn() {
        var play = plays(turn("Turn", PRESENTER, "friends", minutes(10, 1)));

        assertThat(play.giveFloor("cy").stepTitle()).isEqualTo("Turn");
        assertThat(play.giveFloor("bo").stepTitle()).isEqualTo("End");
    }

    @Test
    void a_presenter_who_may_end_a_talk_early_does_so() {
        var early =
                Steps.until(
                        talk("Talk", FRIENDS, "presenter", minutes(9, 1)), Until.TIME, "presenter");

        assertThat(plays(early).endEarly("cy").wasRefused()).isTrue();
        assertThat(plays(early).endEarly("bo").stepTitle()).isEqualTo("End");
    }

    @Test
    void i_am_done_ends_nothing_for_whose_turn_it_is_not() {
        var early =
                Steps.until(
                        talk("Talk", FRIENDS, "presenter", minutes(9, 1)), Until.TIME, "presenter");

        var play = plays(early).giveFloor("bo");

        assertThat(play.wasRefused()).isTrue();
        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void a_question_beside_a_round_announces_its_end_by_its_own_name() {
        var both =
                meanwhile(
                        round("Round", Who.EVERYONE, null, minutes(10, 1)),
                        ask("Change", PRESENTER, minutes(5, 1)));

        var play = plays(both).after(Duration.ofMinutes(10).minusSeconds(20));

        assertThat(play.toldTo("bo")).containsExactly("ask.last-call");
        assertThat(play.toldTo("cy")).isEmpty();
        assertThat(play.last(Effect.Whisper.class))
                .allMatch(whisper ->
                        new Arg.Label("Change").equals(whisper.line().args().get("step")));
    }

    @Test
    void a_question_beside_a_round_is_waited_for_until_the_time_is_up() {
        var both =
                meanwhile(
                        round("Round", Who.EVERYONE, MINUTE, minutes(10, 1)),
                        ask("Change", PRESENTER, minutes(5, 1)));
        var play = plays(both).speak("ada").speak("bo").speak("cy").speak("dee");
        assertThat(play.stepTitle()).isEqualTo("Round");

        assertThat(play.answer("bo", "Change", 1).stepTitle()).isEqualTo("End");
    }

    @Test
    void a_round_written_at_once_opens_together_and_takes_no_words_in_the_thread() {
        var together = atOnce(round("Round", Who.EVERYONE, null, minutes(5, 1)), Reveal.TOGETHER);
        var play = plays(together);
        assertThat(play.speak("cy").wasRefused()).isTrue();

        play.answer("ada").answer("bo").answer("cy");
        assertThat(play.all(Effect.Reveal.class)).isEmpty();

        play.answer("dee");
        assertThat(play.all(Effect.Reveal.class)).hasSize(1);
    }

    @Test
    void a_second_thought_in_a_written_round_does_not_overwrite_the_first() {
        var open = atOnce(round("Round", Who.EVERYONE, null, minutes(5, 1)), Reveal.AS_THEY_ARRIVE);
        var play = plays(open).speak("cy").speak("cy");

        assertThat(play.all(Effect.Store.class))
                .extracting(Effect.Store::first)
                .containsExactly(2, 3);
        assertThat(play.said()).containsExactly("said");
        assertThat(play.session().given("Round")).containsOnlyKeys("m:cy");
    }
}
