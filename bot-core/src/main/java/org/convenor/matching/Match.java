package org.convenor.matching;

import java.util.List;

/// Who comes together, and how well that went.
///
/// @param groups keys, every party once unless it sits out; the larger groups first, and inside a
///   group the order is drawn by lot
/// @param sitOut keys of those who wait; empty unless asked for
/// @param repeats how many pairs in one group met before, although that was to be avoided
/// @param sameSystem how many pairs in one group share a district team, although that was to be
///   avoided
/// @param reasons for every pair in one group of which one asked for what the other offers; twice
///   for a pair that helps each other
public record Match(
        List<List<String>> groups,
        List<String> sitOut,
        int repeats,
        int sameSystem,
        List<Fit> reasons) {
    public Match {
        groups = groups.stream().map(List::copyOf).toList();
        sitOut = List.copyOf(sitOut);
        reasons = List.copyOf(reasons);
    }
}
