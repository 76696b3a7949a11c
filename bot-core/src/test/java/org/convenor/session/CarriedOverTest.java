package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.fields;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.reveal;
import static org.convenor.testing.Steps.saved;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Protocols;
import org.junit.jupiter.api.Test;

/// What a session that begins again takes along from the one before.
final class CarriedOverTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final MemberId BO = new MemberId("bo");
    private static final Unit BY_BO = Unit.of(BO);
    private static final Step.Ask IDEA = idea("Your idea", "idea", "what");

    private static Step.Ask idea(String title, String name, String... fields) {
        return saved(fields(ask(title, Who.EVERYONE, minutes(5, 1)), fields), name);
    }

    private static Session asked(Step... steps) {
        return Gathering.open(
                        new Gathering.Plan(
                                new SessionId("old"),
                                Protocols.of(steps),
                                Mode.LIVE,
                                new WorkingCalendar(ZoneId.of("America/Chicago"), Set.of()),
                                new Seat(BO, "north", Seat.Presence.HERE, 0),
                                List.of(),
                                Set.of(),
                                new HashMap<>(Map.of("presenter", List.of(BY_BO))),
                                List.of(Session.TOPIC)),
                        NOON)
                .session();
    }

    private static Session answered(Session session, String key, Unit unit) {
        return session.with(key, unit, new Given(BO, 7, 1, 3, false));
    }

    private static CarriedOver carried(Session old, Step... next) {
        Protocol protocol = Protocols.of(next);
        return CarriedOver.from(old, protocol, 2);
    }

    @Test
    void a_saved_answer_comes_along_and_belongs_to_no_visit() {
        var old = answered(asked(IDEA), "Your idea", BY_BO);

        var carried = carried(old, IDEA);

        assertThat(carried.copies())
                .containsExactly(
                        new CarriedOver.Copy(
                                7, "Your idea", 0, BY_BO, new Given(BO, 2, 1, 0, false)));
        assertThat(carried.left()).isEmpty();
    }

    @Test
    void another_title_is_the_same_question_if_only_one_has_the_name() {
        var old = answered(asked(IDEA), "Your idea", BY_BO);

        var carried = carried(old, idea("A bold idea", "idea", "what"));

        assertThat(carried.copies().getFirst().question()).isEqualTo("A bold idea");
    }

    @Test
    void another_name_or_kind_of_answer_or_none_stays() {
        var old = answered(asked(IDEA), "Your idea", BY_BO);

        assertThat(carried(old, idea("Your idea", "thought", "what")).left())
                .containsExactly("Your idea");
        assertThat(carried(old, idea("Your idea", "idea", "what", "why")).left())
                .containsExactly("Your idea");
        assertThat(carried(old, ask("Your idea", Who.EVERYONE, minutes(5, 1))).copies()).isEmpty();
    }

    @Test
    void what_was_answered_in_a_group_or_a_pass_stays_with_it() {
        var inGroup = new Asking("Your idea", List.of(), 4).key();
        var inPass = new Asking("Your idea", List.of(2), 0).key();

        for (var key : List.of(inGroup, inPass)) {
            var carried = carried(answered(asked(IDEA), key, BY_BO), IDEA);
            assertThat(carried.copies()).isEmpty();
            assertThat(carried.left()).containsExactly("Your idea");
        }
        assertThat(carried(answered(asked(IDEA), "Your idea", Unit.ofGroup(4)), IDEA).left())
                .containsExactly("Your idea");
    }

    @Test
    void an_anonymous_answer_never_comes_along_and_is_never_named() {
        var secret = reveal(IDEA, Reveal.TOGETHER, Names.ANONYMOUS);
        var old = asked(secret).with("Your idea", BY_BO, new Given(null, 0, 1, 3, false));

        var carried = carried(old, IDEA);

        assertThat(carried.copies()).isEmpty();
        assertThat(carried.left()).isEmpty();
        assertThat(carried.leavesAnonymous()).isTrue();
        assertThat(carried(answered(asked(IDEA), "Your idea", BY_BO), secret).copies()).isEmpty();
    }

    @Test
    void what_everybody_has_read_is_not_hidden_again() {
        var old = answered(asked(IDEA), "Your idea", BY_BO).reveal("Your idea");

        assertThat(carried(old, IDEA).revealed()).containsExactly("Your idea");
    }

    @Test
    void several_answers_are_numbered_without_gaps_behind_the_settings() {
        var two = idea("Two", "two", "a", "b");
        var old = answered(answered(asked(IDEA, two), "Two", BY_BO), "Your idea", BY_BO);

        var numbers = carried(old, IDEA, two).copies().stream().map(c -> c.given().first());

        assertThat(numbers).containsExactly(2, 4);
        assertThat(carried(old, IDEA, two).last()).isEqualTo(4);
    }
}
