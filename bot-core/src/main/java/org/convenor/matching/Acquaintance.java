package org.convenor.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who met whom, by the numbers of the parties.
final class Acquaintance {
    private final long parties;
    private final Map<Long, Integer> times = new HashMap<>();

    Acquaintance(List<Meeting> met, List<Party> parties) {
        this.parties = parties.size();
        Map<String, Integer> numbers = new HashMap<>();
        for (var party : parties) {
            numbers.put(party.key(), numbers.size());
        }
        for (var meeting : met) {
            var one = numbers.get(meeting.one());
            var other = numbers.get(meeting.other());
            if (one != null && other != null && !one.equals(other)) {
                times.merge(key(one, other), meeting.times(), Math::addExact);
            }
        }
    }

    int times(int one, int other) {
        return times.getOrDefault(key(one, other), 0);
    }

    private long key(int one, int other) {
        return Math.min(one, other) * parties + Math.max(one, other);
    }
}
