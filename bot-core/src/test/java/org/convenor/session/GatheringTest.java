package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Protocols.FRIENDS;
import static org.convenor.testing.Protocols.PRESENTER;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.asyncOnly;
import static org.convenor.testing.Steps.before;
import static org.convenor.testing.Steps.keep;
import static org.convenor.testing.Steps.liveOnly;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.reveal;
import static org.convenor.testing.Steps.saved;
import static org.convenor.testing.Steps.say;

import java.time.Duration;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Before the beginning, the beginning, and steps that take no time of their own.
class GatheringTest {
    private static final Step END = say("End", minutes(1, 1));

    private static Play plan() {
        return Play.called(
                Mode.LIVE,
                Protocols.of(before(saved(ask("Plan", PRESENTER, asyncOnly(2)), "plan")), END));
    }

    /// Friends are asked beforehand; Bo is there to present.
    private static Play reading() {
        var read = before(ask("Read", FRIENDS, asyncOnly(2)));
        return Play.called(Mode.LIVE, Protocols.of(read, END)).join("bo", "north").presenter("bo");
    }

    private static @Nullable String missing(Play play) {
        Line line = Gathering.missing(play.session());
        return line == null ? null : line.template();
    }

    @Test
    void a_call_says_one_line_and_keeps_what_it_is_about() {
        var play = plan();

        assertThat(play.said()).containsExactly("session.called");
        assertThat(play.session().settings()).containsEntry(Session.TOPIC, 1);
    }

    @Test
    void whoever_gets_the_role_is_asked_for_the_work_before_once() {
        var play = plan().join("bo", "north").join("cy", "south").presenter("bo");
        assertThat(play.toldTo("bo")).containsExactly("before.asked");

        play.presenter("cy");

        assertThat(play.toldTo("cy")).containsExactly("before.asked");
        assertThat(play.toldTo("bo")).isEmpty();
    }

    @Test
    void who_joins_is_asked_for_the_work_before() {
        var play = reading();

        assertThat(play.join("cy", "south").toldTo("cy")).containsExactly("before.asked");
        assertThat(missing(play)).isEqualTo("problem.work-missing");
        assertThat(missing(play.answer("cy", "Read", 1))).isNull();
    }

    @Test
    void who_answered_the_work_before_and_left_does_not_stand_for_somebody_else() {
        var play =
                reading()
                        .join("cy", "south")
                        .join("dee", "east")
                        .answer("cy", "Read", 1)
                        .leave("cy");

        assertThat(missing(play)).isEqualTo("problem.work-missing");
    }

    @Test
    void it_does_not_begin_while_something_is_missing_except_anyway() {
        var play = plan().join("bo", "north");
        assertThat(play.begin().wasRefused()).isTrue();
        assertThat(missing(play)).isEqualTo("problem.role-empty");

        play.presenter("bo");
        assertThat(missing(play)).isEqualTo("problem.work-missing");

        assertThat(play.beginAnyway().session().phase()).isEqualTo(Session.Phase.RUNNING);
        assertThat(play.beginAnyway().hadMoved()).isTrue();
    }

    @Test
    void with_everything_there_it_begins() {
        var play = plan().join("bo", "north").presenter("bo").answer("bo", "Plan", 1).begin();

        assertThat(play.stepTitle()).isEqualTo("End");
        assertThat(play.said()).containsExactly("step.opened");
    }

    @Test
    void too_few_people_is_said_before_it_begins() {
        var play = Play.called(Mode.LIVE, Protocols.tuning()).join("bo", "north").presenter("bo");
        play.answer("bo", "Bring your plan", 2);

        assertThat(missing(play)).isEqualTo("problem.too-few");
    }

    @Test
    void the_first_question_cannot_be_answered_before_it_is_asked() {
        var play = Play.called(Mode.LIVE, Protocols.of(ask("Now", FRIENDS, minutes(2, 1)), END));
        play.join("cy", "south");
        play.does(
                new SessionEvent.Answered(
                        play.now(),
                        new MemberId("cy"),
                        Session.MAIN,
                        play.main().visit(),
                        "Now",
                        1));

        assertThat(play.hadMoved()).isTrue();
    }

    @Test
    void work_before_that_opens_together_opens_at_the_beginning() {
        var hidden =
                before(reveal(ask("Read", FRIENDS, asyncOnly(2)), Reveal.TOGETHER, Names.HIDDEN));
        var play = Play.called(Mode.LIVE, Protocols.of(hidden, END)).join("cy", "south");
        play.join("bo", "north").presenter("bo");
        play.answer("cy", "Read", 1);
        assertThat(play.last(Effect.Store.class)).allMatch(store -> !store.out());
        assertThat(play.all(Effect.Reveal.class)).isEmpty();

        play.begin();

        assertThat(play.last(Effect.Reveal.class)).containsExactly(new Effect.Reveal("Read"));
    }

    @Test
    void live_none_takes_no_time_and_async_none_is_said_with_what_follows() {
        var protocol =
                Protocols.of(
                        say("Only live", liveOnly(3)),
                        ask("Only async", FRIENDS, asyncOnly(1)),
                        END);
        var live = Play.live(protocol);
        assertThat(live.stepTitle()).isEqualTo("Only live");
        assertThat(live.next().stepTitle()).isEqualTo("End");
        assertThat(live.said()).containsExactly("step.opened");

        var async = Play.async(protocol);
        assertThat(async.stepTitle()).isEqualTo("Only async");
        assertThat(async.said()).containsExactly("step.said", "step.opened");
    }

    @Test
    void what_was_answered_is_kept_and_what_was_not_is_said() {
        var protocol =
                Protocols.of(
                        saved(ask("Change", PRESENTER, minutes(5, 1)), "change"),
                        keep("Put it in the plan", "change", Becomes.MILESTONE),
                        END);
        var kept = Play.live(protocol).answer("bo");
        assertThat(kept.last(Effect.Keep.class)).hasSize(1);
        assertThat(kept.said()).containsExactly("step.kept", "step.opened");

        var nothing = Play.live(protocol).next();
        assertThat(nothing.all(Effect.Keep.class)).isEmpty();
        assertThat(nothing.said()).containsExactly("step.nothing-kept", "step.opened");
    }

    @Test
    void the_work_before_is_remembered_once_when_its_time_is_over() {
        var play = plan().join("bo", "north").presenter("bo");

        play.after(Duration.ofDays(5));

        assertThat(play.everToldTo("bo")).containsExactly("before.asked", "before.reminder");
    }
}
