package org.convenor.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// What it costs that parties are together. Parties are numbered from 0, in the order given.
final class Weights {
    /// Whoever has so many needs met is not helped before others any more.
    private static final int SERVED = 3;

    private final Acquaintance met;
    private final List<BitSet> systems;
    private final List<int[]> needs;
    private final List<BitSet> offers;

    /// Whether anybody asked for what somebody here offers.
    private final boolean helpful;

    /// By how many needs met. Each is more than the next one of all parties together.
    private final long[] unserved = new long[SERVED + 1];

    Weights(MatchRequest request, List<Party> parties) {
        met = new Acquaintance(request.avoidMet() ? request.met() : List.of(), parties);
        var teams = new Words();
        systems = parties.stream().map(party -> teams.bits(toAvoid(request, party))).toList();
        var options = new Words();
        needs =
                parties.stream()
                        .map(party -> options.bits(party.needs()).stream().toArray())
                        .toList();
        offers = parties.stream().map(party -> options.bits(party.offers())).toList();
        helpful = canHelp(needs, offers);
        unserved[SERVED - 1] = 1;
        for (int level = SERVED - 2; level >= 0; level--) {
            unserved[level] = unserved[level + 1] * (parties.size() + 1);
        }
    }

    private static Set<String> toAvoid(MatchRequest request, Party party) {
        return request.avoidSameSystem() ? party.systems() : Set.of();
    }

    private static boolean canHelp(List<int[]> needs, List<BitSet> offers) {
        var offered = new BitSet();
        offers.forEach(offered::or);
        return needs.stream().anyMatch(asked -> common(asked, offered) > 0);
    }

    /// Whether nothing can be better than that.
    boolean isIdeal(Cost cost) {
        return cost.isClean() && !helpful;
    }

    int parties() {
        return needs.size();
    }

    boolean metBefore(int one, int other) {
        return met.times(one, other) > 0;
    }

    boolean shareSystem(int one, int other) {
        return systems.get(one).intersects(systems.get(other));
    }

    /// What all of a group bear together; a bad pair counts for both.
    Cost of(int[] group) {
        return Arrays.stream(group).mapToObj(one -> of(one, group)).reduce(Cost.NONE, Cost::plus);
    }

    /// What one of a group bears.
    Cost of(int one, int[] group) {
        long repeats = 0;
        int sameSystem = 0;
        int served = 0;
        for (int other : group) {
            if (other != one) {
                long times = met.times(one, other);
                repeats += times * times;
                sameSystem += shareSystem(one, other) ? 1 : 0;
                served += common(needs.get(one), offers.get(other));
            }
        }
        return new Cost(repeats, sameSystem, unserved[Math.min(served, SERVED)], served);
    }

    private static int common(int[] needs, BitSet offers) {
        int common = 0;
        for (int need : needs) {
            common += offers.get(need) ? 1 : 0;
        }
        return common;
    }
}
