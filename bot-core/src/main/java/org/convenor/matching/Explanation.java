package org.convenor.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Says in the caller's words what was drawn, and why it is good or bad.
///
/// @param parties by their numbers
record Explanation(Weights weights, List<Party> parties) {
    Match match(List<int[]> groups, List<Party> sitOut) {
        var named = groups.stream().map(this::named).toList();
        return new Match(
                named.stream().map(Explanation::keys).toList(),
                keys(sitOut),
                groups.stream().mapToInt(group -> pairs(group, weights::metBefore)).sum(),
                groups.stream().mapToInt(group -> pairs(group, weights::shareSystem)).sum(),
                named.stream().flatMap(group -> reasons(group).stream()).toList());
    }

    private List<Party> named(int[] group) {
        return Arrays.stream(group).mapToObj(parties::get).toList();
    }

    private static List<String> keys(List<Party> parties) {
        return parties.stream().map(Party::key).toList();
    }

    private static int pairs(int[] group, Bad bad) {
        int pairs = 0;
        for (int one = 0; one < group.length; one++) {
            for (int other = one + 1; other < group.length; other++) {
                pairs += bad.test(group[one], group[other]) ? 1 : 0;
            }
        }
        return pairs;
    }

    private static List<Fit> reasons(List<Party> group) {
        var reasons = new ArrayList<Fit>();
        for (var seeker : group) {
            for (var giver : group) {
                Set<String> about = new HashSet<>(seeker.needs());
                about.retainAll(giver.offers());
                if (!seeker.equals(giver) && !about.isEmpty()) {
                    reasons.add(new Fit(seeker.key(), giver.key(), about));
                }
            }
        }
        return reasons;
    }

    private interface Bad {
        boolean test(int one, int other);
    }
}
