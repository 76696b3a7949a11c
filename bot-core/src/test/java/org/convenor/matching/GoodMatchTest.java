package org.convenor.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GoodMatchTest {
    private static final Party ASKS_ABOUT_DATA = asks("tulsa", "data");
    private static final Party KNOWS_DATA = offers("reno", "data");
    private static final Party ASKS_ABOUT_COACHING = asks("mesa", "coaching");
    private static final Party KNOWS_COACHING = offers("waco", "coaching");
    private static final List<Party> FOUR =
            List.of(ASKS_ABOUT_DATA, ASKS_ABOUT_COACHING, KNOWS_DATA, KNOWS_COACHING);

    private static Party asks(String key, String... needs) {
        return Rounds.person(key, Set.of(needs), Set.of());
    }

    private static Party offers(String key, String... offers) {
        return Rounds.person(key, Set.of(), Set.of(offers));
    }

    @Property(tries = 50)
    void who_asks_meets_who_offers(@ForAll long seed) {
        var match = Rounds.ofPairs(FOUR).next(seed);

        assertThat(match.reasons())
                .containsExactlyInAnyOrder(
                        new Fit("tulsa", "reno", Set.of("data")),
                        new Fit("mesa", "waco", Set.of("coaching")));
    }

    @Property(tries = 50)
    void nobody_is_left_without_help_so_that_another_gets_more(@ForAll long seed) {
        var people =
                List.of(
                        asks("tulsa", "data", "coaching", "funding"),
                        asks("mesa", "equity"),
                        offers("reno", "data", "coaching", "funding", "equity"),
                        offers("waco", "data"));

        var match = Rounds.ofPairs(people).next(seed);

        assertThat(match.reasons())
                .containsExactlyInAnyOrder(
                        new Fit("tulsa", "waco", Set.of("data")),
                        new Fit("mesa", "reno", Set.of("equity")));
    }

    @Property(tries = 50)
    void more_needs_are_met_rather_than_fewer(@ForAll long seed) {
        var people =
                List.of(
                        asks("tulsa", "data", "coaching"),
                        asks("mesa", "data"),
                        offers("reno", "data", "coaching"),
                        offers("waco", "data"));

        var match = Rounds.ofPairs(people).next(seed);

        assertThat(match.reasons()).contains(new Fit("tulsa", "reno", Set.of("data", "coaching")));
    }

    @Test
    void a_pair_that_helps_each_other_has_two_reasons() {
        var tulsa = Rounds.person("tulsa", Set.of("data"), Set.of("coaching", "data"));
        var mesa = Rounds.person("mesa", Set.of("coaching", "equity"), Set.of("data"));

        var match = Rounds.ofPairs(List.of(tulsa, mesa)).next(3);

        assertThat(match.reasons())
                .containsExactlyInAnyOrder(
                        new Fit("tulsa", "mesa", Set.of("data")),
                        new Fit("mesa", "tulsa", Set.of("coaching")));
    }

    @Test
    void nobody_helps_themselves() {
        var both = Rounds.person("tulsa", Set.of("data"), Set.of("data"));

        assertThat(Rounds.ofPairs(List.of(both, Rounds.person("mesa"))).next(3).reasons())
                .isEmpty();
    }

    @Test
    void a_reason_names_its_words_in_order() {
        var fit = new Fit("tulsa", "reno", Set.of("equity", "data", "coaching"));

        assertThat(fit.about()).containsExactly("coaching", "data", "equity");
    }

    @Property(tries = 50)
    void meeting_somebody_new_counts_more_than_help(@ForAll long seed) {
        var rounds = Rounds.ofPairs(FOUR).met(List.of("tulsa", "reno"));

        var match = rounds.next(seed);

        assertThat(match.repeats()).isZero();
        assertThat(match.reasons()).isEmpty();
    }

    @Property(tries = 100)
    void district_teams_mix(
            @ForAll @IntRange(min = 2, max = 8) int teams,
            @ForAll @IntRange(min = 2, max = 5) int people,
            @ForAll long seed) {
        var all =
                IntStream.range(0, teams * people)
                        .mapToObj(number -> Rounds.of("team " + number % teams, "p" + number))
                        .toList();

        var match = new Rounds(all, teams, Leftover.BALANCED).next(seed);

        assertThat(match.sameSystem()).isZero();
    }

    @Test
    void two_hundred_people_meet_new_people_of_other_teams_in_six_rounds_of_fours() {
        var people =
                IntStream.range(0, 200)
                        .mapToObj(number -> Rounds.of("team " + number % 22, "p" + number))
                        .toList();
        var rounds = new Rounds(people, 4, Leftover.BALANCED);

        for (int round = 0; round < 6; round++) {
            var match = rounds.next(round);
            assertThat(match.repeats()).isZero();
            assertThat(match.sameSystem()).isZero();
        }
    }

    @Test
    void a_joined_group_shares_a_team_if_any_of_its_people_does() {
        var one = new Party("group 1", Set.of("tulsa", "reno"), Set.of(), Set.of());
        var other = new Party("group 2", Set.of("mesa", "reno"), Set.of(), Set.of());

        assertThat(Rounds.ofPairs(List.of(one, other)).next(1).sameSystem()).isEqualTo(1);
    }

    @Test
    void meeting_somebody_new_counts_more_than_mixing_teams() {
        var people =
                List.of(
                        Rounds.of("tulsa", "ada"),
                        Rounds.of("tulsa", "bo"),
                        Rounds.of("mesa", "cy"),
                        Rounds.of("mesa", "di"));
        var rounds =
                Rounds.ofPairs(people)
                        .met(List.of("ada", "cy"))
                        .met(List.of("ada", "di"))
                        .met(List.of("bo", "cy"))
                        .met(List.of("bo", "di"));

        var match = rounds.next(1);

        assertThat(match.repeats()).isZero();
        assertThat(match.sameSystem()).isEqualTo(2);
    }

    @Test
    void teams_do_not_count_if_nobody_minds() {
        var people = List.of(Rounds.of("tulsa", "ada"), Rounds.of("tulsa", "bo"));
        var request =
                new MatchRequest(people, 2, Leftover.BALANCED, List.of(), Map.of(), true, false, 1);

        assertThat(new RandomMatching().match(request).sameSystem()).isZero();
    }
}
