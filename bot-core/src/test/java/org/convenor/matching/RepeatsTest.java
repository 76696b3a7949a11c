package org.convenor.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatsTest {
    @Property(tries = 500)
    void pairs_never_repeat_for_half_as_many_rounds_as_there_are_people(
            @ForAll @IntRange(min = 2, max = 12) int half, @ForAll long seed) {
        var rounds = Rounds.ofPairs(Rounds.people(2 * half));

        assertThat(repeats(rounds, half, seed)).isZero();
    }

    /// The worst that wishes can do: two halves that only want to meet across. Taking the best
    /// match each time would leave two circles of odd length.
    @Property(tries = 60)
    void pairs_never_repeat_even_if_each_wants_the_other_half(
            @ForAll @IntRange(min = 2, max = 12) int half, @ForAll long seed) {
        var people =
                IntStream.range(0, 2 * half)
                        .mapToObj(number -> wanting("p" + number, "side " + number % 2))
                        .toList();

        assertThat(repeats(Rounds.ofPairs(people), half, seed)).isZero();
    }

    private static Party wanting(String key, String side) {
        var other = side.equals("side 0") ? "side 1" : "side 0";
        return Rounds.person(key, Set.of(other), Set.of(side));
    }

    @Property(tries = 60)
    void pairs_never_repeat_whatever_teams_they_are_from_and_whatever_they_want(
            @ForAll @IntRange(min = 2, max = 12) int half, @ForAll long seed) {
        var random = new Random(seed);
        var people =
                IntStream.range(0, 2 * half)
                        .mapToObj(number ->
                                new Party("p" + number, some(random), some(random), some(random)))
                        .toList();

        assertThat(repeats(Rounds.ofPairs(people), half, seed)).isZero();
    }

    private static Set<String> some(Random random) {
        return random.ints(2, 0, 6).mapToObj(String::valueOf).collect(Collectors.toSet());
    }

    @Property(tries = 100)
    void pairs_never_repeat_when_two_more_come_after_each_round(@ForAll long seed) {
        var rounds = Rounds.ofPairs(Rounds.people(8));

        for (int round = 0; round < 8; round++) {
            assertThat(rounds.next(seed + round).repeats()).isZero();
            rounds.join("late " + round).join("later " + round);
        }
    }

    @Property(tries = 200)
    void pairs_do_not_repeat_when_one_of_an_odd_number_sits_out(
            @ForAll @IntRange(min = 1, max = 11) int half, @ForAll long seed) {
        var rounds = new Rounds(Rounds.people(2 * half + 1), 2, Leftover.SIT_OUT);

        assertThat(repeats(rounds, half, seed)).isZero();
    }

    private static int repeats(Rounds rounds, int count, long seed) {
        return IntStream.range(0, count).map(round -> rounds.next(seed + round).repeats()).sum();
    }

    @Property(tries = 50)
    void what_cannot_be_avoided_is_spread(@ForAll long seed) {
        var rounds = Rounds.ofPairs(Rounds.people(4));

        repeats(rounds, 6, seed);

        var times =
                rounds.met().stream()
                        .collect(
                                Collectors.groupingBy(
                                        meeting -> Set.of(meeting.one(), meeting.other()),
                                        Collectors.counting()));
        assertThat(times).hasSize(6).allSatisfy((_, often) -> assertThat(often).isEqualTo(2));
    }

    @Test
    void three_in_the_odd_group_have_met_each_other() {
        var rounds = Rounds.ofPairs(Rounds.people(3));

        assertThat(rounds.next(1).repeats()).isZero();
        assertThat(rounds.next(2).repeats()).isEqualTo(3);
    }

    @Test
    void after_kirkmans_week_every_three_repeat() {
        var rounds = new Rounds(Rounds.people(15), 3, Leftover.BALANCED);
        Designs.KIRKMAN.forEach(day -> day.forEach(rounds::met));

        assertThat(Set.copyOf(rounds.met())).hasSize(105);
        assertThat(rounds.next(1).repeats()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 11})
    void after_all_lines_of_a_plane_every_group_repeats(int q) {
        var rounds = new Rounds(Rounds.people(q * q), q, Leftover.BALANCED);
        Designs.plane(q).forEach(round -> round.forEach(rounds::met));

        assertThat(rounds.next(1).repeats()).isEqualTo(q * q * (q - 1) / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void the_last_round_of_a_small_plane_is_found(int q) {
        var plane = Designs.plane(q);
        var rounds = new Rounds(Rounds.people(q * q), q, Leftover.BALANCED);
        plane.subList(0, q).forEach(round -> round.forEach(rounds::met));

        var match = rounds.next(1);

        assertThat(match.repeats()).isZero();
        assertThat(asSets(match.groups())).isEqualTo(asSets(plane.getLast()));
    }

    @Property(tries = 50)
    void repeats_are_counted_as_they_are(
            @ForAll @IntRange(min = 1, max = 7) int days, @ForAll long seed) {
        var rounds = new Rounds(Rounds.people(15), 3, Leftover.BALANCED);
        Designs.KIRKMAN.subList(0, days).forEach(day -> day.forEach(rounds::met));
        var before = pairs(rounds.met());

        var match = rounds.next(seed);

        var now = pairs(rounds.met());
        assertThat(match.repeats()).isEqualTo(15 - (now.size() - before.size()));
    }

    private static Set<Set<String>> pairs(List<Meeting> met) {
        return met.stream()
                .map(meeting -> Set.of(meeting.one(), meeting.other()))
                .collect(Collectors.toSet());
    }

    private static Set<Set<String>> asSets(List<List<String>> groups) {
        return groups.stream().map(Set::copyOf).collect(Collectors.toSet());
    }

    @Test
    void meetings_named_several_times_add_up() {
        var people = Rounds.people(4);
        var met =
                List.of(
                        new Meeting("p0", "p1", 1),
                        new Meeting("p1", "p0", 1),
                        new Meeting("p2", "p3", 2),
                        new Meeting("p0", "p2", 1),
                        new Meeting("p1", "p3", 1),
                        new Meeting("p0", "p3", 2),
                        new Meeting("p3", "p0", 1),
                        new Meeting("p1", "p2", 1));

        var match = draw(people, met, true);

        assertThat(asSets(match.groups()))
                .isEqualTo(Set.of(Set.of("p0", "p2"), Set.of("p1", "p3")));
        assertThat(match.repeats()).isEqualTo(2);
    }

    @Test
    void meetings_of_people_who_are_not_here_do_not_count() {
        var met = List.of(new Meeting("p0", "gone", 5), new Meeting("p0", "p0", 1));

        assertThat(draw(Rounds.people(2), met, true).repeats()).isZero();
    }

    @Test
    void meetings_do_not_count_if_nobody_minds() {
        assertThat(draw(Rounds.people(2), List.of(new Meeting("p0", "p1", 1)), false).repeats())
                .isZero();
    }

    private static Match draw(List<Party> people, List<Meeting> met, boolean avoid) {
        return new RandomMatching()
                .match(
                        new MatchRequest(
                                people, 2, Leftover.BALANCED, met, Map.of(), avoid, true, 7));
    }
}
