package org.convenor.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ByLotTest {
    @Property(tries = 100)
    void the_same_request_gives_the_same_match_however_it_is_ordered(
            @ForAll @IntRange(min = 1, max = 30) int people,
            @ForAll @IntRange(min = 2, max = 5) int size,
            @ForAll Leftover odd,
            @ForAll long seed) {
        var rounds = new Rounds(Rounds.people(people), size, odd);
        rounds.next(seed);
        var request = rounds.request(seed + 1);

        var match = new RandomMatching().match(request);

        assertThat(new RandomMatching().match(request)).isEqualTo(match);
        assertThat(new RandomMatching().match(shuffled(request))).isEqualTo(match);
    }

    private static MatchRequest shuffled(MatchRequest request) {
        var random = new Random(request.seed());
        var parties = new ArrayList<>(request.parties());
        Collections.shuffle(parties, random);
        var met = new ArrayList<>(request.met());
        Collections.shuffle(met, random);
        met.replaceAll(meeting ->
                new Meeting(
                        /* one= */ meeting.other(), /* other= */ meeting.one(), meeting.times()));
        return new MatchRequest(
                parties,
                request.size(),
                request.odd(),
                met,
                request.satOut(),
                request.avoidMet(),
                request.avoidSameSystem(),
                request.seed());
    }

    @Test
    void every_pairing_has_the_same_chance() {
        Map<Set<String>, Integer> firstPerson = new HashMap<>();
        for (long seed = 0; seed < 3000; seed++) {
            var groups = Rounds.ofPairs(Rounds.people(4)).next(seed).groups();
            var partner = groups.stream().filter(group -> group.contains("p0")).findFirst();
            firstPerson.merge(Set.copyOf(partner.orElseThrow()), 1, Integer::sum);
        }

        assertThat(firstPerson)
                .hasSize(3)
                .allSatisfy((_, times) -> assertThat(times).isBetween(900, 1100));
    }

    @Test
    void everybody_has_the_same_chance_to_sit_out() {
        var waiting =
                new Random(1)
                        .longs(3000)
                        .mapToObj(seed ->
                                new Rounds(Rounds.people(3), 2, Leftover.SIT_OUT).next(seed))
                        .map(Match::sitOut)
                        .collect(Collectors.groupingBy(List::copyOf, Collectors.counting()));

        assertThat(waiting)
                .hasSize(3)
                .allSatisfy((_, times) -> assertThat(times).isBetween(900L, 1100L));
    }
}
