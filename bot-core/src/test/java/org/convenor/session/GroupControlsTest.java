package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Groupings.everyone;
import static org.convenor.testing.Groupings.groupsOf;
import static org.convenor.testing.Groupings.homeTeams;
import static org.convenor.testing.Groupings.pairs;
import static org.convenor.testing.Groupings.stop;
import static org.convenor.testing.Groupings.timed;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.round;
import static org.convenor.testing.Steps.talk;

import java.time.Duration;
import java.util.Objects;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Condition;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.convenor.testing.Script;
import org.convenor.testing.Steps;
import org.junit.jupiter.api.Test;

/// What a facilitator does while people are in groups.
class GroupControlsTest {
    private static final Step READ = Steps.quiet("Read", minutes(5, 1));
    private static final Step NOTES = ask("Notes", Who.EVERYONE, minutes(5, 1));
    private static final Step ROUND = round("Round", Who.EVERYONE, null, minutes(5, 1));
    private static final Step TALK = talk("Talk", Who.EVERYONE, null, minutes(5, 1));

    private static Play four(Step... steps) {
        return Play.running(Mode.LIVE, Protocols.of(steps), "bo/north", "cy/south", "dee/south");
    }

    private static Play inPairs() {
        return four(READ, pairs("Pairs"), NOTES, everyone("All"), TALK).next();
    }

    // Moving people

    @Test
    void somebody_who_is_moved_goes_on_in_the_other_group() {
        var play = inPairs().moves("bo", "cy");

        assertThat(play.groupOf("bo")).isEqualTo("bo cy dee");
        assertThat(play.groupOf("ada")).isEqualTo("ada");
        assertThat(play.toldTo("bo")).containsExactly("group.yours");
        assertThat(play.answer("bo").wasRefused()).isFalse();
    }

    @Test
    void nobody_waits_for_who_was_moved_away() {
        var play = inPairs().answer("ada").moves("bo", "cy");

        assertThat(play.trackOf("ada").progress()).isInstanceOf(Progress.Arrived.class);
    }

    @Test
    void the_turn_of_who_was_moved_away_passes() {
        var play = four(pairs("Pairs"), ROUND).speak("ada").moves("bo", "cy");

        assertThat(play.trackOf("ada").progress()).isInstanceOf(Progress.Arrived.class);
    }

    @Test
    void the_last_one_who_is_moved_away_leaves_no_group_that_others_wait_for() {
        var play = inPairs().moves("bo", "cy").moves("ada", "cy");

        for (var who : new String[] {"ada", "bo", "cy", "dee"}) {
            play.answer(who);
        }

        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void who_is_moved_into_a_group_inside_another_is_in_both() {
        var script =
                Script.of(groupsOf(2, "Pairs"))
                        .rounds(1, "Inside", Script.of(homeTeams("Teams"), NOTES))
                        .then(TALK);
        var play = Play.running(Mode.LIVE, script.protocol(), "bo/north", "cy/south", "dee/east");

        play.moves("bo", "dee").next("cy").next("bo");

        assertThat(play.stepOf("bo")).isEqualTo("Talk");
        assertThat(play.groupOf("bo")).isEqualTo("bo cy dee");
    }

    @Test
    void somebody_who_left_cannot_be_moved() {
        assertThat(inPairs().leave("bo").moves("bo", "cy").wasRefused()).isTrue();
    }

    @Test
    void nobody_is_moved_into_a_group_that_is_no_more() {
        var play = inPairs();
        int group = play.trackOf("cy").group();

        play.next().does(new SessionEvent.MovedTo(play.now(), Play.ADA, new MemberId("bo"), group));

        assertThat(play.hadMoved()).isTrue();
    }

    // The clock

    @Test
    void calling_everybody_back_ends_what_the_groups_are_at() {
        var play = inPairs().answer("ada").next();

        assertThat(play.stepTitle()).isEqualTo("Talk");
        assertThat(play.session().tracks()).hasSize(1);
        assertThat(play.session().past())
                .filteredOn(past -> past.group() > 0)
                .extracting(Session.Past::group)
                .containsExactly(1, 2);
    }

    @Test
    void next_in_one_group_moves_that_group_alone() {
        var play = four(pairs("Pairs"), NOTES, ROUND, TALK).next("ada");

        assertThat(play.stepOf("ada")).isEqualTo("Round");
        assertThat(play.stepOf("cy")).isEqualTo("Notes");
    }

    @Test
    void pausing_and_more_time_are_for_all_groups() {
        var play = inPairs().more().pause();
        assertThat(play.said()).containsExactly("track.paused", "track.paused");
        assertThat(play.trackOf("cy").isHeld()).isTrue();

        play.after(Duration.ofMinutes(20)).resume();

        assertThat(Duration.between(play.now(), play.trackOf("cy").deadline()))
                .isEqualTo(Duration.ofMinutes(7));
        assertThat(play.trackOf("ada").isHeld()).isFalse();
    }

    @Test
    void a_paused_group_that_nobody_resumes_goes_on_by_itself() {
        var play = inPairs();
        var track = play.trackOf("ada");
        play.does(new SessionEvent.Paused(play.now(), Play.ADA, track.id(), track.visit()));

        play.after(Duration.ofMinutes(61));

        assertThat(play.session().outcome()).isNull();
        assertThat(play.stepOf("ada")).isEqualTo("Talk");
    }

    // Back

    @Test
    void back_from_groups_forms_them_again() {
        var play = inPairs().answer("ada").answer("bo").back();

        assertThat(play.session().groups()).hasSize(4);
        assertThat(play.trackOf("ada").group()).isEqualTo(3);
        assertThat(play.stepOf("ada")).isEqualTo("Notes");
    }

    @Test
    void back_once_more_goes_to_the_step_before_the_groups() {
        var play =
                four(READ, timed(pairs("Pairs"), minutes(2, 1)), NOTES)
                        .next()
                        .after(Duration.ofMinutes(2))
                        .back();
        assertThat(play.stepTitle()).isEqualTo("Pairs");

        assertThat(play.back().stepTitle()).isEqualTo("Read");
    }

    @Test
    void back_in_one_group_opens_that_groups_step_again() {
        var play = four(pairs("Pairs"), NOTES, ROUND, TALK).next("ada").back("ada");

        assertThat(play.stepOf("ada")).isEqualTo("Notes");
        assertThat(play.back("ada").wasRefused()).isTrue();
    }

    @Test
    void a_group_that_is_done_can_go_back_while_it_waits() {
        var play = inPairs().answer("ada").answer("bo").back("ada");

        assertThat(play.stepOf("ada")).isEqualTo("Notes");
        assertThat(play.trackOf("ada").progress()).isInstanceOf(Progress.Asked.class);
    }

    // The end

    @Test
    void a_stop_in_one_group_ends_the_session_there() {
        var answered = new Condition(Condition.Test.NOT_ANSWERED, "nothing");
        var script =
                Script.of(pairs("Pairs"), NOTES)
                        .when(answered, "If so", Script.of(stop("not decided")))
                        .then(TALK);
        var play = Play.running(Mode.LIVE, script.protocol(), "bo/north", "cy/south", "dee/east");

        play.answer("ada").answer("bo");

        assertThat(play.session().outcome()).isEqualTo(Session.Outcome.STOPPED_BY_PROTOCOL);
        assertThat(play.stepTitle()).isEqualTo("not decided");
        assertThat(play.session().past().getLast().left()).isEqualTo(Session.Left.BROKEN_OFF);

        assertThat(play.reopen().stepOf("ada")).isEqualTo("Notes");
    }

    @Test
    void a_session_that_was_stopped_in_groups_forms_them_again_when_reopened() {
        var play = inPairs().stop();
        assertThat(play.session().tracks()).hasSize(1);

        play.reopen();

        assertThat(play.stepOf("cy")).isEqualTo("Notes");
        assertThat(Objects.requireNonNull(play.session().dueAt())).isAfter(play.now());
    }
}
