package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.talk;

import java.time.Duration;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.convenor.testing.Steps;
import org.junit.jupiter.api.Test;

/// The facilitator is not a single point of failure.
class LeadingTest {
    private static final Until NEXT = new Until(false, null, true, false);
    private static final Protocol WAITS =
            Protocols.of(
                    Steps.until(ask("Notes", Who.EVERYONE, minutes(8, 1)), NEXT),
                    talk("Talk", Who.EVERYONE, null, minutes(5, 1)));

    /// Bo was facilitator for a moment and gave it back, so Bo may step in.
    private static Play withBoToStepIn(Mode mode) {
        return Play.running(mode, WAITS).takeOver("bo").takeOver("ada");
    }

    @Test
    void a_minute_after_a_step_waits_the_co_facilitator_is_offered_the_lead_in_private() {
        var play = withBoToStepIn(Mode.LIVE).after(Duration.ofMinutes(8));

        play.after(Duration.ofMinutes(1));

        assertThat(play.toldTo("bo")).containsExactly("lead.offer");
        assertThat(play.toldTo("cy")).isEmpty();
        assertThat(play.said()).isEmpty();
    }

    @Test
    void after_three_minutes_one_quiet_line_offers_it_to_anyone_with_the_right() {
        var play = withBoToStepIn(Mode.LIVE).after(Duration.ofMinutes(8));

        play.after(Duration.ofMinutes(3));

        assertThat(play.said()).containsExactly("lead.offered");
    }

    @Test
    void over_days_the_facilitator_has_some_hours() {
        var play = withBoToStepIn(Mode.ASYNC).tick().tick();
        var waitsSince = play.now();

        play.tick();

        assertThat(play.toldTo("bo")).containsExactly("lead.offer");
        assertThat(Duration.between(waitsSince, play.now())).isGreaterThan(Duration.ofHours(3));
    }

    @Test
    void a_take_over_is_announced_by_name_and_can_be_taken_back() {
        var play = Play.live(WAITS);

        play.takeOver("bo");
        assertThat(play.session().facilitator()).isEqualTo(new MemberId("bo"));
        assertThat(play.said()).containsExactly("lead.taken");
        assertThat(play.toldTo("ada")).containsExactly("lead.lost");

        play.takeOver("ada");
        assertThat(play.session().facilitator()).isEqualTo(Play.ADA);
        assertThat(play.takeOver("ada").last().effects()).isEmpty();
    }

    @Test
    void the_new_lead_gets_the_same_patience() {
        var play = Play.live(WAITS).after(Duration.ofMinutes(10));

        play.takeOver("bo");

        assertThat(play.session().dueAt()).isEqualTo(play.now().plus(Duration.ofMinutes(1)));
    }

    @Test
    void a_session_nobody_touches_closes_by_itself_and_can_be_reopened() {
        var play = Play.live(WAITS).after(Duration.ofMinutes(8 + 3 + 60));
        assertThat(play.session().outcome()).isEqualTo(Session.Outcome.FELL_SILENT);
        assertThat(play.said()).containsExactly("session.silent");

        play.reopen();

        assertThat(play.stepTitle()).isEqualTo("Notes");
        assertThat(play.session().isOver()).isFalse();
    }

    @Test
    void a_session_in_which_people_act_does_not_close_by_itself() {
        var play = Play.live(WAITS).after(Duration.ofMinutes(8 + 3 + 50)).answer("cy");

        play.after(Duration.ofMinutes(59));

        assertThat(play.session().isOver()).isFalse();
    }

    @Test
    void a_session_that_never_began_closes_two_weeks_after_somebody_last_came() {
        var play = Play.called(Mode.ASYNC, WAITS).pass(Duration.ofDays(10)).join("bo", "north");

        play.after(Duration.ofDays(13));
        assertThat(play.session().isOver()).isFalse();

        play.after(Duration.ofDays(1));
        assertThat(play.session().outcome()).isEqualTo(Session.Outcome.FELL_SILENT);
        assertThat(play.reopen().session().phase()).isEqualTo(Session.Phase.GATHERING);
    }

    @Test
    void when_the_facilitator_leaves_those_who_may_step_in_are_asked() {
        var play = withBoToStepIn(Mode.LIVE).leave("ada");

        assertThat(play.toldTo("bo")).containsExactly("lead.offer");
    }

    @Test
    void the_run_goes_on_without_a_facilitator() {
        var play = Play.live(Protocols.of(talk("Talk", Who.EVERYONE, null, minutes(5, 1))));

        play.leave("ada").after(Duration.ofMinutes(7));

        assertThat(play.session().outcome()).isEqualTo(Session.Outcome.FINISHED);
    }
}
