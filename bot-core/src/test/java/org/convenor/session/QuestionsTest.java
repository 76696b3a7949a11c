package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Protocols.FRIENDS;
import static org.convenor.testing.Protocols.PRESENTER;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.fields;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.reveal;
import static org.convenor.testing.Steps.say;
import static org.convenor.testing.Steps.until;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Asking, answering, and when an answer can be read.
class QuestionsTest {
    private static final Step FIRST = say("First", minutes(1, 1));
    private static final Step END = say("End", minutes(1, 1));

    private static Play asks(Step.Ask ask) {
        return Play.live(Protocols.of(FIRST, ask, END)).next();
    }

    private static Step.Ask notes() {
        return ask("Notes", FRIENDS, minutes(8, 1));
    }

    private static Step.Ask together() {
        return reveal(notes(), Reveal.TOGETHER, Names.HIDDEN);
    }

    private static Given given(Play play, String question, String unit) {
        return Objects.requireNonNull(play.session().given(question).get(unit), "not answered");
    }

    @Test
    void the_last_answer_ends_the_question_before_its_time() {
        var play = asks(notes()).answer("cy");
        assertThat(play.stepTitle()).isEqualTo("Notes");

        play.answer("dee");

        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void i_pass_counts_as_having_answered() {
        var play = asks(notes()).answer("cy").pass("dee");

        assertThat(play.stepTitle()).isEqualTo("End");
    }

    @Test
    void so_many_answers_are_enough() {
        var two =
                until(ask("Notes", Who.EVERYONE, minutes(8, 1)), new Until(false, 2, false, true));

        var play = asks(two).answer("ada");
        assertThat(play.stepTitle()).isEqualTo("Notes");

        assertThat(play.answer("cy").stepTitle()).isEqualTo("End");
    }

    @Test
    void time_is_up_alone_waits_for_its_time_although_everyone_answered() {
        var play = asks(until(notes(), Until.TIME)).answer("cy").answer("dee");

        assertThat(play.stepTitle()).isEqualTo("Notes");
    }

    @Test
    void who_is_not_asked_is_told_so() {
        assertThat(asks(notes()).answer("bo").wasRefused()).isTrue();
    }

    @Test
    void an_answer_can_be_changed_until_it_closes_and_keeps_its_numbers() {
        var play = asks(fields(together(), "warm", "cool")).answer("cy", "Notes", 2);
        var first = given(play, "Notes", "m:cy");

        play.answer("cy", "Notes", 1);

        assertThat(given(play, "Notes", "m:cy")).isEqualTo(first);
        assertThat(play.answer("dee", "Notes", 2).last(Effect.Store.class))
                .extracting(Effect.Store::first)
                .containsExactly(4);
    }

    @Test
    void a_form_of_another_question_is_not_stored() {
        assertThat(asks(notes()).answer("cy", "Notes", 2).hadMoved()).isTrue();
        assertThat(asks(notes()).answer("cy", "Something else", 1).hadMoved()).isTrue();
    }

    @Test
    void answers_that_open_together_stay_closed_until_the_question_closes() {
        var play = asks(together()).answer("cy");
        assertThat(play.last(Effect.Store.class)).allMatch(store -> !store.out());
        assertThat(play.all(Effect.Reveal.class)).isEmpty();

        play.answer("dee");

        assertThat(play.last(Effect.Reveal.class)).containsExactly(new Effect.Reveal("Notes"));
    }

    @Test
    void going_back_opens_nothing() {
        var play = asks(together()).answer("cy").back();

        assertThat(play.all(Effect.Reveal.class)).isEmpty();
    }

    @Test
    void ending_the_session_opens_nothing() {
        var play = asks(together()).answer("cy").stop();

        assertThat(play.all(Effect.Reveal.class)).isEmpty();
        assertThat(play.session().revealed()).isEmpty();
    }

    @Test
    void a_pause_and_a_replaced_presenter_open_nothing() {
        var play = asks(together()).answer("cy").pause().resume().presenter("ada");

        assertThat(play.all(Effect.Reveal.class)).isEmpty();
    }

    @Test
    void next_skip_and_time_open_what_was_given() {
        assertThat(asks(together()).answer("cy").next().session().revealed())
                .containsExactly("Notes");
        assertThat(asks(together()).answer("cy").skip().session().revealed())
                .containsExactly("Notes");
        assertThat(asks(together()).after(Duration.ofMinutes(9)).session().revealed())
                .containsExactly("Notes");
    }

    @Test
    void opening_again_never_hides_again_and_later_answers_are_marked() {
        var play = asks(together()).answer("cy").next().back();
        assertThat(play.session().revealed()).containsExactly("Notes");

        play.answer("dee");

        assertThat(play.last(Effect.Store.class)).allMatch(store -> store.out() && store.late());
        assertThat(given(play, "Notes", "m:dee").afterReveal()).isTrue();
        assertThat(given(play, "Notes", "m:cy").afterReveal()).isFalse();
        assertThat(play.all(Effect.Reveal.class)).hasSize(1);
    }

    @Test
    void a_change_does_not_close_a_question_that_was_opened_again() {
        var play = asks(notes()).answer("cy").answer("dee").back();

        play.answer("cy");

        assertThat(play.stepTitle()).isEqualTo("Notes");
        assertThat(play.after(Duration.ofMinutes(9)).stepTitle()).isEqualTo("End");
    }

    @ParameterizedTest
    @EnumSource(Reveal.class)
    void who_may_read_is_said_with_the_answer(Reveal reveal) {
        var play = asks(reveal(notes(), reveal, Names.SHOWN)).answer("cy");

        var store = play.last(Effect.Store.class).getFirst();

        assertThat(store.audience())
                .isEqualTo(
                        switch (reveal) {
                            case AS_THEY_ARRIVE, TOGETHER -> Audience.ALL;
                            case TO_THE_PRESENTER -> Audience.role("presenter");
                            case TO_THE_OWN_TEAM -> Audience.team("south");
                            case TO_FACILITATORS -> Audience.FACILITATORS;
                            case TO_THE_OWN_GROUP, TO_THE_NEXT_GROUP, NEVER -> Audience.AUTHOR;
                        });
        assertThat(play.next().all(Effect.Reveal.class))
                .hasSize(reveal == Reveal.TOGETHER || reveal == Reveal.TO_THE_OWN_TEAM ? 1 : 0);
    }

    @Test
    void an_anonymous_answer_is_final_and_carries_no_author_number_or_moment() {
        var anonymous = reveal(notes(), Reveal.TOGETHER, Names.ANONYMOUS);
        var play = asks(anonymous).answer("cy");
        assertThat(play.all(Effect.Store.class)).isEmpty();
        assertThat(play.last(Effect.StoreAnonymous.class)).hasSize(1);
        assertThat(given(play, "Notes", "m:cy"))
                .isEqualTo(new Given(null, 0, 1, play.main().visit(), false));

        assertThat(play.answer("cy").wasRefused()).isTrue();
    }

    @Test
    void fewer_than_five_anonymous_answers_stay_closed() {
        var anonymous =
                reveal(ask("Notes", Who.EVERYONE, minutes(8, 1)), Reveal.TOGETHER, Names.ANONYMOUS);
        var four = asks(anonymous).answer("ada").answer("bo").answer("cy").answer("dee");
        assertThat(four.stepTitle()).isEqualTo("End");
        assertThat(four.session().revealed()).isEmpty();

        var five =
                Play.live(Protocols.of(FIRST, anonymous, END))
                        .join("eve", "west")
                        .next()
                        .answer("ada")
                        .answer("bo")
                        .answer("cy")
                        .answer("dee")
                        .answer("eve");
        assertThat(five.session().revealed()).containsExactly("Notes");
    }

    @Test
    void anonymous_answers_added_later_come_out_only_in_company() {
        var anonymous =
                reveal(ask("Notes", Who.EVERYONE, minutes(8, 1)), Reveal.TOGETHER, Names.ANONYMOUS);
        var play = Play.live(Protocols.of(FIRST, until(anonymous, Until.TIME), END)).next();
        play.join("eve", "west").answer("ada").answer("bo").answer("cy").answer("dee");
        assertThat(play.answer("eve").next().all(Effect.Reveal.class)).hasSize(1);

        play.back().join("flo", "west").answer("flo");
        assertThat(play.last(Effect.StoreAnonymous.class)).noneMatch(Effect.StoreAnonymous::out);
        assertThat(play.next().all(Effect.Reveal.class)).hasSize(1);

        play.back();
        List.of("gus", "hal", "ivy", "jo", "kim")
                .forEach(who -> play.join(who, "west").answer(who));
        assertThat(play.next().all(Effect.Reveal.class)).hasSize(2);
    }

    @Test
    void a_question_that_only_the_facilitator_closes_announces_no_end() {
        var waits = until(notes(), new Until(true, null, true, false));

        var play = asks(waits).after(Duration.ofMinutes(8));

        assertThat(play.everToldTo("cy")).doesNotContain("ask.last-call", "ask.time-up");
        assertThat(play.toldTo("ada")).containsExactly("wait.facilitator");
    }

    @Test
    void a_team_that_presents_answers_as_one() {
        var play =
                Play.called(Mode.LIVE, Protocols.of(ask("Change", PRESENTER, minutes(8, 1)), END))
                        .join("bo", "north")
                        .join("ben", "north")
                        .presenter(Unit.ofTeam("north"))
                        .beginAnyway();

        play.answer("ben");

        assertThat(play.session().given("Change")).containsOnlyKeys("t:north");
        assertThat(play.stepTitle()).isEqualTo("End");
        play.back().answer("bo");
        assertThat(given(play, "Change", "t:north").first()).isEqualTo(2);
    }

    @Test
    void a_question_for_nobody_is_left_out_with_one_line() {
        var play =
                Play.called(Mode.LIVE, Protocols.of(ask("Change", PRESENTER, minutes(8, 1)), END))
                        .beginAnyway();

        assertThat(play.said()).containsExactly("step.nobody", "step.opened");
        assertThat(play.stepTitle()).isEqualTo("End");
    }
}
