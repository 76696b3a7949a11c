package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Groupings.stop;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.saved;
import static org.convenor.testing.Steps.talk;

import java.util.List;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Condition;
import org.convenor.protocol.Method;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Script;
import org.convenor.testing.Votes;
import org.junit.jupiter.api.Test;

/// Steps that are repeated until something holds, or done only if it does.
class UntilTest {
    private static final Step.Ask IDEAS = ask("Ideas", Who.EVERYONE, minutes(5, 1));
    private static final Step TALK = talk("Talk", Who.EVERYONE, null, minutes(5, 1));
    private static final Step TALK_AFTER = talk("After", Who.EVERYONE, null, minutes(5, 1));
    private static final Condition CONSENTED =
            new Condition(Condition.Test.NO_OBJECTIONS, "Consent");

    private static Play three(Script script) {
        return Play.running(Mode.LIVE, script.protocol(), "bo/north", "cy/south");
    }

    private static List<Integer> passes(Play play) {
        return play.main().passNumbers();
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
}
