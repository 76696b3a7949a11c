package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.saved;
import static org.convenor.testing.Steps.talk;

import java.time.Duration;
import java.util.Objects;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Method;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Quorum;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.convenor.testing.Votes;
import org.junit.jupiter.api.Test;

/// Deciding together, by five methods.
class DecideTest {
    private static final Step TALK = talk("Talk", Who.EVERYONE, null, minutes(5, 1));

    private static Play three(Step.Decide decide) {
        return Play.running(Mode.LIVE, Protocols.of(decide, TALK), "bo/north", "cy/south");
    }

    private static Result result(Play play) {
        return Objects.requireNonNull(
                play.session().results().values().stream().findFirst().orElse(null));
    }

    private static Play vote(Play play, String ada, String bo, String cy) {
        return play.chooses("ada", ada).chooses("bo", bo).chooses("cy", cy);
    }

    // Methods

    @Test
    void consent_is_given_when_nobody_objects() {
        var play = vote(three(Votes.consent("Go")), Choice.CONSENT, Choice.CONCERN, Choice.CONSENT);

        assertThat(result(play).decided()).isTrue();
        assertThat(result(play).objections()).isZero();
        assertThat(play.stepTitle()).isEqualTo("Talk");
    }

    @Test
    void one_objection_is_enough_against_consent() {
        var play =
                vote(three(Votes.consent("Go")), Choice.CONSENT, Choice.OBJECTION, Choice.CONSENT);

        assertThat(result(play).decided()).isFalse();
        assertThat(result(play).objections()).isEqualTo(1);
    }

    @Test
    void three_fingers_are_enough_and_two_are_not() {
        assertThat(result(vote(three(Votes.fistToFive("Go")), "3", "4", "5")).decided()).isTrue();
        assertThat(result(vote(three(Votes.fistToFive("Go")), "2", "5", "5")).decided()).isFalse();
    }

    @Test
    void more_than_half_is_a_majority() {
        var step = Votes.options("Where", Method.MAJORITY, "here", "there");

        assertThat(result(vote(three(step), "here", "there", "there")).winners())
                .containsExactly("there");
    }

    @Test
    void half_is_no_majority() {
        var play = three(Votes.options("Where", Method.MAJORITY, "here", "there"));

        play.chooses("ada", "here").chooses("bo", "there").next();

        assertThat(result(play).decided()).isFalse();
        assertThat(result(play).winners()).isEmpty();
    }

    @Test
    void the_options_with_the_most_dots_win_even_if_they_are_even() {
        var play = three(Votes.options("Which", Method.DOTS, "a", "b", "c"));

        play.chooses("ada", "a", "b").chooses("bo", "b").chooses("cy", "a");

        assertThat(result(play).winners()).containsExactlyInAnyOrder("a", "b");
        assertThat(result(play).decided()).isTrue();
    }

    @Test
    void the_best_by_borda_count_wins_a_rank() {
        var play = three(Votes.options("Order", Method.RANK, "a", "b", "c"));

        play.chooses("ada", "a", "b", "c")
                .chooses("bo", "b", "c", "a")
                .chooses("cy", "b", "a", "c");

        var step = (Step.Decide) play.session().protocol().steps().getFirst();
        assertThat(Ballots.tally(play.session(), step, "Order").points())
                .containsEntry("b", 5)
                .containsEntry("a", 3)
                .containsEntry("c", 1);
        assertThat(result(play).winners()).containsExactly("b");
    }

    @Test
    void saved_answers_are_chosen_by_their_numbers() {
        var ideas = saved(ask("Ideas", Who.EVERYONE, minutes(5, 1)), "ideas");
        var play =
                Play.running(
                        Mode.LIVE,
                        Protocols.of(ideas, Votes.cards("Best", Method.DOTS, "ideas")),
                        "bo/north");
        play.answer("ada").answer("bo");
        var cards = ((Progress.Asked) play.main().progress()).cardsOf(Unit.of(Play.ADA));
        assertThat(cards).hasSize(2);

        play.chooses("ada", cards.getLast()).chooses("bo", cards.getLast());

        assertThat(result(play).winners()).containsExactly(cards.getLast());
        assertThat(Cards.contribution(cards.getLast())).isEqualTo(3);
    }

    @Test
    void a_decision_over_answers_nobody_gave_is_left_out() {
        var ideas = saved(ask("Ideas", Who.EVERYONE, minutes(5, 1)), "ideas");
        var play =
                Play.running(
                        Mode.LIVE,
                        Protocols.of(ideas, Votes.cards("Best", Method.DOTS, "ideas"), TALK));

        play.next();

        assertThat(play.stepTitle()).isEqualTo("Talk");
        assertThat(play.said()).contains("step.nobody");
    }

    // Silence is never consent

    @Test
    void time_alone_decides_nothing_while_somebody_is_missing() {
        var play = three(Votes.consent("Go"));
        play.chooses("ada", Choice.CONSENT).chooses("bo", Choice.CONSENT);

        play.after(Duration.ofMinutes(6));

        assertThat(play.stepTitle()).isEqualTo("Go");
        assertThat(play.main().stage()).isEqualTo(Track.Stage.WAITING);
        assertThat(play.everToldTo("ada")).contains("wait.votes");
    }

    @Test
    void whoever_is_missing_is_nudged_in_private() {
        var play = three(Votes.consent("Go")).chooses("ada", Choice.CONSENT).nudge();

        assertThat(play.toldTo("bo")).containsExactly("ask.nudge");
        assertThat(play.toldTo("ada")).isEmpty();
    }

    @Test
    void the_facilitator_goes_on_without_whoever_is_missing() {
        var play = three(Votes.consent("Go"));
        play.chooses("ada", Choice.CONSENT).chooses("bo", Choice.CONSENT).next();

        assertThat(result(play).decided()).isTrue();
        assertThat(result(play).voted()).isEqualTo(2);
    }

    @Test
    void going_on_without_any_vote_decides_nothing() {
        var play = three(Votes.consent("Go")).next();

        assertThat(result(play).decided()).isFalse();
        assertThat(result(play).isTooFew()).isTrue();
    }

    @Test
    void nobodys_absence_blocks_a_decision_for_ever() {
        var play = three(Votes.consent("Go")).chooses("ada", Choice.CONSENT);

        play.after(Duration.ofMinutes(10));

        assertThat(play.stepTitle()).isEqualTo("Talk");
        assertThat(result(play).decided()).isFalse();
        assertThat(result(play).isTooFew()).isTrue();
    }

    @Test
    void the_last_vote_ends_the_wait() {
        var play = three(Votes.consent("Go"));
        play.chooses("ada", Choice.CONSENT).chooses("bo", Choice.CONSENT);

        play.after(Duration.ofMinutes(6)).chooses("cy", Choice.CONSENT);

        assertThat(play.stepTitle()).isEqualTo("Talk");
        assertThat(result(play).decided()).isTrue();
    }

    @Test
    void half_of_those_asked_can_be_enough() {
        var play = three(Votes.needs(Votes.consent("Go"), new Quorum(null, 50)));

        play.chooses("ada", Choice.CONSENT).chooses("bo", Choice.CONSENT);
        play.after(Duration.ofMinutes(6));

        assertThat(result(play).decided()).isTrue();
        assertThat(result(play).needed()).isEqualTo(2);
    }

    @Test
    void whoever_comes_later_may_vote_and_is_never_needed() {
        var play = three(Votes.consent("Go")).join("dee", "east");
        play.chooses("dee", Choice.OBJECTION);

        vote(play, Choice.CONSENT, Choice.CONSENT, Choice.CONSENT);

        assertThat(result(play).needed()).isEqualTo(3);
        assertThat(result(play).objections()).isEqualTo(1);
    }

    @Test
    void nobody_waits_for_the_vote_of_who_left() {
        var play = three(Votes.consent("Go"));
        play.chooses("ada", Choice.CONSENT).chooses("bo", Choice.CONSENT).leave("cy");

        assertThat(result(play).decided()).isTrue();
    }

    @Test
    void a_vote_can_be_changed_until_the_end() {
        var play = three(Votes.consent("Go")).chooses("ada", Choice.OBJECTION);

        play.chooses("ada", Choice.CONSENT)
                .chooses("bo", Choice.CONSENT)
                .chooses("cy", Choice.CONSENT);

        assertThat(result(play).decided()).isTrue();
    }

    @Test
    void those_who_objected_are_asked_by_themselves() {
        var why = ask("What would it get in the way of?", Who.objectorsTo("Go"), minutes(5, 1));
        var play =
                Play.running(
                        Mode.LIVE,
                        Protocols.of(Votes.fistToFive("Go"), why),
                        "bo/north",
                        "cy/south");

        vote(play, "1", "5", "2");

        assertThat(((Progress.Asked) play.main().progress()).asked())
                .containsExactlyInAnyOrder(Unit.of(Play.ADA), new Unit("m:cy"));
    }

    @Test
    void a_skipped_decision_has_no_result() {
        var play = three(Votes.consent("Go")).chooses("ada", Choice.CONSENT).skip();

        assertThat(play.session().results()).isEmpty();
    }

    @Test
    void the_reason_stands_behind_the_vote_as_a_field_of_its_own() {
        var play = three(Votes.consent("Go"));

        play.chooses("ada", Choice.OBJECTION);

        assertThat(play.session().given("Go").get("m:ada")).extracting(Given::fields).isEqualTo(2);
    }
}
