package org.convenor.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SittingOutTest {
    @Property(tries = 200)
    void nobody_sits_out_twice_before_all_did_once(
            @ForAll @IntRange(min = 3, max = 25) int people,
            @ForAll @IntRange(min = 2, max = 5) int size,
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll long seed) {
        var rounds = new Rounds(Rounds.people(people), size, Leftover.SIT_OUT);

        for (int round = 0; round < count; round++) {
            rounds.next(seed + round);
        }

        var times =
                Rounds.people(people).stream()
                        .map(party -> rounds.satOut().getOrDefault(party.key(), 0))
                        .toList();
        assertThat(Collections.max(times) - Collections.min(times)).isLessThanOrEqualTo(1);
    }

    @Property(tries = 50)
    void each_of_an_odd_number_sits_out_once_in_as_many_rounds(
            @ForAll @IntRange(min = 1, max = 7) int half, @ForAll long seed) {
        int people = 2 * half + 1;
        var rounds = new Rounds(Rounds.people(people), 2, Leftover.SIT_OUT);

        for (int round = 0; round < people; round++) {
            rounds.next(seed + round);
        }

        assertThat(rounds.satOut()).hasSize(people).containsValue(1).doesNotContainValue(2);
    }

    @Property(tries = 50)
    void who_sat_out_least_sits_out_next(@ForAll long seed) {
        var request =
                new MatchRequest(
                        Rounds.people(5),
                        2,
                        Leftover.SIT_OUT,
                        List.of(),
                        Map.of("p0", 2, "p1", 1, "p2", 2, "p3", 2, "p4", 2, "gone", 0),
                        true,
                        true,
                        seed);

        assertThat(new RandomMatching().match(request).sitOut()).containsExactly("p1");
    }
}
