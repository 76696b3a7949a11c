package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Groupings.everyone;
import static org.convenor.testing.Groupings.homeTeams;
import static org.convenor.testing.Groupings.pairs;
import static org.convenor.testing.Groupings.stop;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.saved;
import static org.convenor.testing.Steps.talk;
import static org.convenor.testing.Steps.turn;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Condition;
import org.convenor.protocol.Method;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Script;
import org.convenor.testing.Votes;
import org.junit.jupiter.api.Test;

/// Steps that are repeated, or done on a condition.
class LoopsTest {
    private static final Step.Ask IDEAS = ask("Ideas", Who.EVERYONE, minutes(5, 1));
    private static final Step TALK = talk("Talk", Who.EVERYONE, null, minutes(5, 1));
    private static final Step TELL = turn("Tell", Who.PRESENTING, null, minutes(5, 1));
    private static final Step OTHERS =
            ask("Reply", new Who(Who.Scope.OTHERS, null, null, null), minutes(5, 1));
    private static final Condition CONSENTED =
            new Condition(Condition.Test.NO_OBJECTIONS, "Consent");

    private static Play three(Script script) {
        return Play.running(Mode.LIVE, script.protocol(), "bo/north", "cy/south");
    }

    private static List<Integer> passes(Play play) {
        return play.main().passNumbers();
    }

    private static String whoseTurn(Play play) {
        return Objects.requireNonNull(play.main().turn()).key();
    }

    // Rounds

    @Test
    void steps_are_done_as_often_as_the_file_says() {
        var play = three(Script.of().rounds(2, "Twice", Script.of(IDEAS, TALK)).then(TALK_AFTER));
        assertThat(passes(play)).containsExactly(1);

        play.next().next();
        assertThat(play.stepTitle()).isEqualTo("Ideas");
        assertThat(passes(play)).containsExactly(2);

        play.next().next();
        assertThat(play.stepTitle()).isEqualTo("After");
        assertThat(passes(play)).isEmpty();
    }

    private static final Step TALK_AFTER = talk("After", Who.EVERYONE, null, minutes(5, 1));

    @Test
    void every_pass_is_asked_and_kept_by_itself() {
        var play = three(Script.of().rounds(2, "Twice", Script.of(IDEAS)));
        play.answer("ada").next().answer("ada");

        var askings = Questions.askings(play.session(), "Ideas");

        assertThat(askings)
                .containsExactly(
                        new Asking("Ideas", List.of(1), 0), new Asking("Ideas", List.of(2), 0));
        assertThat(play.all(Effect.Store.class))
                .extracting(Effect.Store::first)
                .doesNotHaveDuplicates();
    }

    @Test
    void every_pass_opens_each_step_with_one_line() {
        var play = three(Script.of().rounds(3, "Thrice", Script.of(IDEAS))).next().next().next();

        assertThat(play.all(Effect.Say.class))
                .filteredOn(say -> say.line().template().equals("step.opened"))
                .hasSize(3);
        assertThat(play.session().isOver()).isTrue();
    }

    @Test
    void rounds_inside_rounds_count_from_one_each_time() {
        var play =
                three(Script.of().rounds(2, "Out", Script.of().rounds(2, "In", Script.of(IDEAS))));

        play.next().next();

        assertThat(passes(play)).containsExactly(2, 1);
    }

    // For each

    @Test
    void each_person_has_a_turn_in_the_order_they_came() {
        var play = three(Script.of().forEach(Times.Kind.PERSON, "Each", Script.of(TELL, OTHERS)));
        assertThat(whoseTurn(play)).isEqualTo("m:ada");
        assertThat(play.everToldTo("ada")).contains("turn.yours");

        play.speak("ada").giveFloor("ada").answer("ada");
        assertThat(play.wasRefused()).isTrue();
        play.answer("bo").answer("cy");

        assertThat(whoseTurn(play)).isEqualTo("m:bo");
    }

    @Test
    void whoever_left_is_skipped_and_whoever_came_has_no_turn_any_more() {
        var play = three(Script.of().forEach(Times.Kind.PERSON, "Each", Script.of(TELL)));

        play.leave("bo").join("dee", "east").next();
        assertThat(whoseTurn(play)).isEqualTo("m:cy");

        assertThat(play.next().session().isOver()).isTrue();
    }

    @Test
    void a_turn_of_whoever_leaves_in_the_middle_passes() {
        var play = three(Script.of().forEach(Times.Kind.PERSON, "Each", Script.of(TELL)));

        play.leave("ada");

        assertThat(whoseTurn(play)).isEqualTo("m:bo");
    }

    @Test
    void each_team_answers_as_one_to_the_team_whose_turn_it_is() {
        var play = three(Script.of().forEach(Times.Kind.TEAM, "Each", Script.of(TELL, OTHERS)));
        play.next();

        assertThat(play.main().progress())
                .isEqualTo(
                        new Progress.Asked(
                                Set.of(Unit.ofTeam("north"), Unit.ofTeam("south")), Set.of()));
    }

    @Test
    void each_group_has_its_turn_after_they_met() {
        var script =
                Script.of(homeTeams("Teams"), IDEAS, everyone("All"))
                        .forEach(Times.Kind.GROUP, "Each", Script.of(TELL));
        var play = three(script).next();

        assertThat(whoseTurn(play)).isEqualTo("g:1");
        assertThat(whoseTurn(play.next())).isEqualTo("g:2");
    }

    @Test
    void a_turn_that_was_moved_to_another_group_is_skipped() {
        var script =
                Script.of(pairs("Pairs"))
                        .forEach(Times.Kind.PERSON, "Each", Script.of(TELL))
                        .then(TALK);
        var play = Play.running(Mode.LIVE, script.protocol(), "bo/north", "cy/south", "dee/east");

        play.moves("bo", "cy").next("ada");

        assertThat(play.stepOf("ada")).isEqualTo("Talk");
    }

    @Test
    void where_nobody_has_a_turn_the_steps_are_left_out() {
        var play = three(Script.of().forEach(Times.Kind.GROUP, "Each", Script.of(TELL)).then(TALK));

        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void groups_are_formed_anew_in_every_pass() {
        var script = Script.of().rounds(2, "Twice", Script.of(pairs("Pairs"), IDEAS)).then(TALK);
        var play = three(script).next();

        assertThat(play.stepOf("bo")).isEqualTo("Ideas");
        assertThat(play.trackOf("bo").group()).isEqualTo(2);
        assertThat(play.trackOf("bo").passNumbers()).containsExactly(2);

        assertThat(play.next().stepTitle()).isEqualTo("Talk");
    }

    // Until

    private static Play untilConsent() {
        var body = Script.of(TALK, Votes.consent("Consent"));
        return three(
                Script.of()
                        .until(CONSENTED, 2, "Until", body, Script.of(stop("not decided")))
                        .then(TALK_AFTER));
    }

    private static Play votes(Play play, String ada, String bo, String cy) {
        return play.next().chooses("ada", ada).chooses("bo", bo).chooses("cy", cy);
    }

    @Test
    void it_goes_round_until_the_condition_holds() {
        var play = votes(untilConsent(), Choice.CONSENT, Choice.CONSENT, Choice.CONSENT);

        assertThat(play.stepTitle()).isEqualTo("After");
    }

    @Test
    void it_goes_round_once_more_while_it_does_not() {
        var play = votes(untilConsent(), Choice.CONSENT, Choice.OBJECTION, Choice.CONSENT);

        assertThat(play.stepTitle()).isEqualTo("Talk");
        assertThat(passes(play)).containsExactly(2);
    }

    @Test
    void what_is_still_open_after_the_last_round_is_said_so() {
        var play = votes(untilConsent(), Choice.CONSENT, Choice.OBJECTION, Choice.CONSENT);

        votes(play, Choice.OBJECTION, Choice.CONSENT, Choice.CONSENT);

        assertThat(play.stepTitle()).isEqualTo("not decided");
        assertThat(play.session().outcome()).isEqualTo(Session.Outcome.STOPPED_BY_PROTOCOL);
    }

    @Test
    void a_stopped_session_is_reopened_in_the_pass_it_was_in() {
        var play = votes(untilConsent(), Choice.CONSENT, Choice.OBJECTION, Choice.CONSENT);
        votes(play, Choice.OBJECTION, Choice.CONSENT, Choice.CONSENT).reopen();
        assertThat(play.stepTitle()).isEqualTo("Consent");
        assertThat(passes(play)).containsExactly(2);

        play.chooses("ada", Choice.CONSENT).next();

        assertThat(play.stepTitle()).isEqualTo("After");
    }

    @Test
    void a_session_that_ended_inside_a_repeat_is_reopened_in_its_last_pass() {
        var play = three(Script.of().rounds(2, "Twice", Script.of(IDEAS))).next().next();
        assertThat(play.session().isOver()).isTrue();

        play.reopen();
        assertThat(passes(play)).containsExactly(2);

        assertThat(play.next().session().isOver()).isTrue();
    }

    // When

    @Test
    void steps_on_a_condition_are_left_out_unless_it_holds() {
        var named = saved(IDEAS, "ideas");
        var answered = new Condition(Condition.Test.ANSWERED, "ideas");
        var script = Script.of(named).when(answered, "If any", Script.of(TALK)).then(TALK_AFTER);

        assertThat(three(script).next().stepTitle()).isEqualTo("After");
        assertThat(three(script).answer("ada").next().stepTitle()).isEqualTo("Talk");
    }

    @Test
    void a_pass_in_which_nobody_voted_is_not_taken_for_the_one_before() {
        var decided = new Condition(Condition.Test.DECIDED, "Choose");
        var choose = Votes.options("Choose", Method.MAJORITY, "left", "right");
        var script =
                Script.of()
                        .rounds(2, "Twice", Script.of(choose))
                        .when(decided, "If decided", Script.of(TALK))
                        .then(TALK_AFTER);
        var play = three(script).chooses("ada", "left").next();
        assertThat(play.session().results()).hasSize(1);

        play.next();

        assertThat(play.stepTitle()).isEqualTo("After");
    }

    // Back

    @Test
    void back_goes_into_the_pass_before() {
        var play = three(Script.of().rounds(2, "Twice", Script.of(IDEAS, TALK)));
        play.next().next().back();

        assertThat(play.stepTitle()).isEqualTo("Talk");
        assertThat(passes(play)).containsExactly(1);

        assertThat(passes(play.next())).containsExactly(2);
    }

    @Test
    void back_into_a_repeat_from_behind_it_restores_whose_turn_it_was() {
        var play =
                three(Script.of().forEach(Times.Kind.PERSON, "Each", Script.of(TELL)).then(TALK));
        play.next().next().next();
        assertThat(play.stepTitle()).isEqualTo("Talk");

        play.back();

        assertThat(whoseTurn(play)).isEqualTo("m:cy");
        assertThat(whoseTurn(play.back())).isEqualTo("m:bo");
    }

    @Test
    void back_into_a_repeat_with_fewer_people_than_then_finds_a_turn() {
        var script =
                Script.of()
                        .rounds(
                                2,
                                "Out",
                                Script.of().forEach(Times.Kind.PERSON, "Each", Script.of(TELL)));
        var play = three(script).next().next().leave("bo").leave("cy");
        assertThat(passes(play)).containsExactly(2, 1);

        play.back();

        assertThat(play.stepTitle()).isEqualTo("Tell");
    }
}
