package org.convenor.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GroupSizesTest {
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void everybody_is_in_one_group_or_sits_out(
            @ForAll @IntRange(min = 1, max = 60) int people,
            @ForAll @IntRange(min = 2, max = 6) int size,
            @ForAll Leftover odd) {
        var match = draw(people, size, odd);

        var keys = Rounds.people(people).stream().map(Party::key).toList();
        assertThat(
                        Stream.concat(
                                match.groups().stream().flatMap(List::stream),
                                match.sitOut().stream()))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void one_group_has_at_most_one_more_than_another_and_the_larger_come_first(
            @ForAll @IntRange(min = 1, max = 60) int people,
            @ForAll @IntRange(min = 2, max = 6) int size,
            @ForAll Leftover odd) {
        var sizes = sizes(draw(people, size, odd));

        assertThat(sizes).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(sizes.getFirst() - sizes.getLast()).isLessThanOrEqualTo(1);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void too_few_for_one_group_are_one_group(
            @ForAll @IntRange(min = 1, max = 6) int people, @ForAll Leftover odd) {
        assertThat(sizes(draw(people, 6, odd))).containsExactly(people);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void larger_groups_have_at_least_the_size_asked_for(
            @ForAll @IntRange(min = 6, max = 60) int people,
            @ForAll @IntRange(min = 2, max = 6) int size) {
        assertThat(sizes(draw(people, size, Leftover.LARGER)))
                .hasSize(people / size)
                .allMatch(group -> group >= size);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void smaller_groups_have_at_most_the_size_asked_for(
            @ForAll @IntRange(min = 6, max = 60) int people,
            @ForAll @IntRange(min = 2, max = 6) int size) {
        assertThat(sizes(draw(people, size, Leftover.SMALLER)))
                .hasSize(Math.ceilDiv(people, size))
                .allMatch(group -> group <= size);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void balanced_groups_are_larger_only_if_by_one(
            @ForAll @IntRange(min = 6, max = 60) int people,
            @ForAll @IntRange(min = 2, max = 6) int size) {
        var sizes = sizes(draw(people, size, Leftover.BALANCED));

        int fullGroups = people / size;
        boolean byOne = people - fullGroups * size <= fullGroups;
        assertThat(sizes).hasSize(byOne ? fullGroups : fullGroups + 1);
        assertThat(sizes.getFirst()).isLessThanOrEqualTo(size + 1);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void where_the_rest_sits_out_all_groups_have_the_size_asked_for(
            @ForAll @IntRange(min = 6, max = 60) int people,
            @ForAll @IntRange(min = 2, max = 6) int size) {
        var match = draw(people, size, Leftover.SIT_OUT);

        assertThat(sizes(match)).containsOnly(size);
        assertThat(match.sitOut()).hasSize(people % size);
    }

    @ParameterizedTest
    @CsvSource({
        "9, 4, BALANCED, 5+4",
        "10, 4, BALANCED, 5+5",
        "11, 4, BALANCED, 4+4+3",
        "6, 4, BALANCED, 3+3",
        "7, 4, LARGER, 7",
        "11, 4, LARGER, 6+5",
        "5, 4, SMALLER, 3+2",
        "7, 2, SMALLER, 2+2+2+1",
        "7, 2, BALANCED, 3+2+2",
        "7, 2, SIT_OUT, 2+2+2",
    })
    void a_few_in_numbers(int people, int size, Leftover odd, String expected) {
        var sizes = sizes(draw(people, size, odd)).stream().map(String::valueOf).toList();

        assertThat(String.join("+", sizes)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Leftover.class)
    void nobody_is_no_group(Leftover odd) {
        var match = draw(0, 2, odd);

        assertThat(match).isEqualTo(new Match(List.of(), List.of(), 0, 0, List.of()));
    }

    @Test
    void a_group_is_two_or_more() {
        assertThatThrownBy(() -> draw(4, 1, Leftover.BALANCED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_comes_twice() {
        var rounds = Rounds.ofPairs(Rounds.people(3)).join("p1");

        assertThatThrownBy(() -> rounds.next(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p1");
    }

    private static Match draw(int people, int size, Leftover odd) {
        return new Rounds(Rounds.people(people), size, odd).next(people);
    }

    private static List<Integer> sizes(Match match) {
        return match.groups().stream().map(List::size).toList();
    }
}
