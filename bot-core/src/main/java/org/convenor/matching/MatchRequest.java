package org.convenor.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who is to be put together, and what makes a good match. The order of parties and meetings does
/// not matter.
///
/// @param size how many parties come together, 2 or more; if there are fewer, they form one group
/// @param odd what happens with those left over
/// @param met pairs that met before; those that name anybody who is not among the parties, or one
///   party with itself, are ignored
/// @param satOut keys of those who sat out before, with how often; needed for [Leftover#SIT_OUT]
/// @param avoidMet whether a pair that met before is a bad match
/// @param avoidSameSystem whether a pair that shares a district team is a bad match
/// @param seed fixes everything drawn by lot
public record MatchRequest(
        List<Party> parties,
        int size,
        Leftover odd,
        List<Meeting> met,
        Map<String, Integer> satOut,
        boolean avoidMet,
        boolean avoidSameSystem,
        long seed) {
    public MatchRequest {
        parties = List.copyOf(parties);
        met = List.copyOf(met);
        satOut = Map.copyOf(satOut);
        if (size < 2) {
            throw new IllegalArgumentException("groups of %d".formatted(size));
        }
        Set<String> keys = new HashSet<>();
        for (var party : parties) {
            if (!keys.add(party.key())) {
                throw new IllegalArgumentException("%s is there twice".formatted(party.key()));
            }
        }
    }
}
