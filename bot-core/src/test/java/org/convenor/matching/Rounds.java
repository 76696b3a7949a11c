package org.convenor.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Rounds of one session, one after another; who met and who sat out is carried on.
final class Rounds {
    private final List<Party> parties;
    private final int size;
    private final Leftover odd;
    private final List<Meeting> met = new ArrayList<>();
    private final Map<String, Integer> satOut = new HashMap<>();

    Rounds(List<Party> parties, int size, Leftover odd) {
        this.parties = new ArrayList<>(parties);
        this.size = size;
        this.odd = odd;
    }

    static Rounds ofPairs(List<Party> parties) {
        return new Rounds(parties, 2, Leftover.BALANCED);
    }

    /// People `p0`, `p1` and so on, who ask for nothing.
    static List<Party> people(int count) {
        return IntStream.range(0, count).mapToObj(number -> person("p" + number)).toList();
    }

    static Party person(String key) {
        return person(key, Set.of(), Set.of());
    }

    static Party person(String key, Set<String> needs, Set<String> offers) {
        return new Party(key, Set.of(), needs, offers);
    }

    static Party of(String system, String key) {
        return new Party(key, Set.of(system), Set.of(), Set.of());
    }

    Rounds join(String key) {
        parties.add(person(key));
        return this;
    }

    /// Notes that everybody in a group met everybody else in it.
    Rounds met(List<String> group) {
        for (int one = 0; one < group.size(); one++) {
            for (int other = one + 1; other < group.size(); other++) {
                met.add(new Meeting(group.get(one), group.get(other), 1));
            }
        }
        return this;
    }

    Map<String, Integer> satOut() {
        return satOut;
    }

    List<Meeting> met() {
        return met;
    }

    MatchRequest request(long seed) {
        return new MatchRequest(parties, size, odd, met, satOut, true, true, seed);
    }

    /// Draws the next round.
    Match next(long seed) {
        var match = new RandomMatching().match(request(seed));
        match.groups().forEach(this::met);
        match.sitOut().forEach(key -> satOut.merge(key, 1, Integer::sum));
        return match;
    }
}
