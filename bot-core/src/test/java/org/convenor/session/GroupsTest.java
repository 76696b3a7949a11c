package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Groupings.everyone;
import static org.convenor.testing.Groupings.groupsOf;
import static org.convenor.testing.Groupings.homeTeams;
import static org.convenor.testing.Groupings.ifLate;
import static org.convenor.testing.Groupings.ifOdd;
import static org.convenor.testing.Groupings.pairs;
import static org.convenor.testing.Groupings.timed;
import static org.convenor.testing.Groupings.twoTeams;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.liveOnly;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.round;
import static org.convenor.testing.Steps.talk;
import static org.convenor.testing.Steps.turn;

import java.time.Duration;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.convenor.testing.Script;
import org.junit.jupiter.api.Test;

/// People are split into groups, come and go, and meet again.
class GroupsTest {
    private static final Step NOTES = ask("Notes", Who.EVERYONE, minutes(5, 1));
    private static final Step SWAP_IDEAS = talk("Swap ideas", Who.EVERYONE, null, minutes(5, 1));
    private static final Step TALK = talk("Talk", Who.EVERYONE, null, minutes(5, 1));

    private static Play four(Step... steps) {
        return Play.running(Mode.LIVE, Protocols.of(steps), "bo/north", "cy/south", "dee/south");
    }

    private static Play five(Step... steps) {
        return Play.running(
                Mode.LIVE, Protocols.of(steps), "bo/north", "cy/south", "dee/south", "eli/east");
    }

    private static Play inPairs() {
        return four(pairs("Pairs"), NOTES, everyone("All"), TALK);
    }

    // Forming

    @Test
    void pairs_go_on_each_by_itself_and_everybody_is_told_with_whom() {
        var play = inPairs();

        assertThat(play.groupOf("ada")).isEqualTo("ada bo");
        assertThat(play.groupOf("dee")).isEqualTo("cy dee");
        assertThat(play.stepOf("ada")).isEqualTo("Notes");
        assertThat(play.trackOf("ada")).isNotEqualTo(play.trackOf("dee"));
        assertThat(play.everToldTo("dee")).contains("group.yours");
        assertThat(play.main().isApart()).isTrue();
    }

    @Test
    void a_line_of_a_group_stands_in_its_own_thread() {
        var play = inPairs();

        assertThat(play.all(Effect.Say.class))
                .filteredOn(say -> say.line().template().equals("step.opened"))
                .extracting(Effect.Say::group)
                .containsExactly(0, 1, 2);
    }

    @Test
    void everybody_goes_on_together_once_the_last_pair_is_done() {
        var play = inPairs().answer("ada").answer("bo");
        assertThat(play.trackOf("ada").progress()).isInstanceOf(Progress.Arrived.class);
        assertThat(play.stepOf("cy")).isEqualTo("Notes");

        play.answer("cy").answer("dee");

        assertThat(play.stepTitle()).isEqualTo("Talk");
        assertThat(play.trackOf("dee")).isEqualTo(play.main());
        assertThat(play.session().tracks()).hasSize(1);
    }

    @Test
    void a_pair_that_is_slow_is_closed_by_its_own_clock() {
        var play = inPairs().answer("ada").answer("bo").after(Duration.ofMinutes(6));

        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void whoever_is_left_over_makes_a_pair_a_trio() {
        var play = five(pairs("Pairs"), NOTES);

        assertThat(play.groupOf("eli")).isEqualTo("cy dee eli");
    }

    @Test
    void whoever_sits_out_waits_with_everybodys_track() {
        var play = five(ifOdd(pairs("Pairs"), Grouping.Odd.SIT_OUT), NOTES, TALK);

        assertThat(play.groupOf("eli")).isEmpty();
        assertThat(play.trackOf("eli").isApart()).isTrue();
        assertThat(play.speak("eli").wasRefused()).isTrue();
    }

    @Test
    void home_teams_are_there_without_anybody_working_them_out() {
        var play = four(homeTeams("Team time"), NOTES);

        assertThat(play.all(Effect.PlanGroups.class)).isEmpty();
        assertThat(play.groupOf("cy")).isEqualTo("cy dee");
        assertThat(play.groupOf("ada")).isEqualTo("ada");
    }

    @Test
    void whole_teams_come_together() {
        var play = five(twoTeams("Visits"), NOTES);

        assertThat(play.groupOf("cy")).isEqualTo("cy dee eli");
    }

    @Test
    void people_have_the_time_of_the_step_to_move() {
        var play = four(timed(pairs("Pairs"), minutes(2, 1)), NOTES);
        assertThat(play.stepTitle()).isEqualTo("Pairs");
        assertThat(play.said()).contains("groups.formed");
        assertThat(play.toldTo("cy")).contains("group.yours");
        assertThat(play.main().isApart()).isFalse();

        play.after(Duration.ofMinutes(2));

        assertThat(play.stepOf("cy")).isEqualTo("Notes");
    }

    @Test
    void where_steps_take_days_a_group_step_without_a_window_splits_at_once() {
        var play =
                Play.running(
                        Mode.ASYNC,
                        Protocols.of(timed(pairs("Pairs"), liveOnly(2)), NOTES),
                        "bo/north");

        assertThat(play.stepOf("bo")).isEqualTo("Notes");
    }

    @Test
    void a_group_takes_the_steps_of_its_people_alone() {
        var play = four(pairs("Pairs"), round("Round", Who.EVERYONE, null, minutes(5, 1)), TALK);

        assertThat(play.trackOf("cy").progress())
                .isInstanceOfSatisfying(
                        Progress.Speaking.class,
                        speaking ->
                                assertThat(speaking.order())
                                        .containsExactly(new Unit("m:cy"), new Unit("m:dee")));
    }

    @Test
    void a_turn_of_somebody_who_is_in_another_group_is_left_out() {
        var step = turn("Present", Protocols.PRESENTER, null, minutes(5, 1));
        var play = Play.called(Mode.LIVE, Protocols.of(pairs("Pairs"), step, NOTES));
        play.join("bo", "north").join("cy", "south").join("dee", "south");

        play.presenter("bo").beginAnyway();

        assertThat(play.stepOf("bo")).isEqualTo("Present");
        assertThat(play.stepOf("cy")).isEqualTo("Notes");
    }

    @Test
    void groups_inside_groups_meet_in_their_own_group_first() {
        var script =
                Script.of(groupsOf(4, "Fours"))
                        .rounds(1, "Inside", Script.of(pairs("Pairs"), NOTES))
                        .then(SWAP_IDEAS, everyone("All"), TALK);
        var play =
                Play.running(
                        Mode.LIVE,
                        script.protocol(),
                        "bo/a",
                        "cy/b",
                        "dee/b",
                        "eli/c",
                        "fay/c",
                        "gus/d",
                        "hal/d");
        assertThat(play.groupOf("gus")).isEqualTo("gus hal");

        play.answer("eli").answer("fay").answer("gus").answer("hal");

        assertThat(play.groupOf("gus")).isEqualTo("eli fay gus hal");
        assertThat(play.stepOf("gus")).isEqualTo("Swap ideas");
        assertThat(play.stepOf("ada")).isEqualTo("Notes");
        assertThat(play.next().stepTitle()).isEqualTo("Talk");
    }

    // Coming and going

    @Test
    void whoever_comes_late_joins_the_smallest_group() {
        var play = five(pairs("Pairs"), NOTES, TALK).leave("bo").join("fay", "west");

        assertThat(play.groupOf("fay")).isEqualTo("ada bo fay");
        assertThat(play.everToldTo("fay")).contains("catch-up", "group.yours");
        assertThat(play.said()).containsExactly("group.joined");
    }

    @Test
    void whoever_comes_late_never_blocks_the_group() {
        var play = inPairs().join("fay", "west").answer("ada").answer("bo");

        assertThat(play.trackOf("fay").progress()).isInstanceOf(Progress.Arrived.class);
    }

    @Test
    void whoever_comes_late_joins_their_own_team_where_teams_are_apart() {
        var play = four(homeTeams("Team time"), NOTES).join("fay", "south");

        assertThat(play.groupOf("fay")).isEqualTo("cy dee fay");
    }

    @Test
    void whoever_comes_late_may_wait_for_the_next_round() {
        var play =
                four(ifLate(pairs("Pairs"), Grouping.Late.NEXT_ROUND), NOTES, everyone("All"), TALK)
                        .join("fay", "west");
        assertThat(play.groupOf("fay")).isEmpty();
        assertThat(play.toldTo("fay")).contains("group.next-round");

        play.next();

        assertThat(play.stepOf("fay")).isEqualTo("Talk");
    }

    @Test
    void whoever_comes_while_people_move_joins_a_group_too() {
        var play =
                four(timed(pairs("Pairs"), minutes(2, 1)), NOTES)
                        .join("fay", "west")
                        .after(Duration.ofMinutes(2));

        assertThat(play.stepOf("fay")).isEqualTo("Notes");
        assertThat(play.groupOf("fay")).isEqualTo("ada bo fay");
    }

    @Test
    void whoever_leaves_and_comes_back_is_in_the_same_group() {
        var play = inPairs().leave("dee").join("dee", "south");

        assertThat(play.groupOf("dee")).isEqualTo("cy dee");
    }

    @Test
    void nobody_waits_for_who_left_a_group() {
        var play = inPairs().answer("ada").leave("bo");

        assertThat(play.trackOf("ada").progress()).isInstanceOf(Progress.Arrived.class);
    }

    @Test
    void a_group_in_which_nobody_is_left_goes_on_to_where_the_others_will_be() {
        var play = inPairs().leave("cy").leave("dee");
        assertThat(play.trackOf("cy").progress()).isInstanceOf(Progress.Arrived.class);

        play.answer("ada").answer("bo");

        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void a_group_that_was_split_and_left_by_all_goes_on_too() {
        var script =
                Script.of(groupsOf(2, "Pairs"))
                        .rounds(1, "Inside", Script.of(homeTeams("Teams"), NOTES))
                        .then(SWAP_IDEAS);
        var play = Play.running(Mode.LIVE, script.protocol(), "bo/north", "cy/south", "dee/east");

        play.leave("cy").leave("dee");

        assertThat(play.session().tracksOf(play.main()))
                .filteredOn(track -> track.group() == 2)
                .singleElement()
                .satisfies(
                        track -> assertThat(track.progress()).isInstanceOf(Progress.Arrived.class));
    }
}
