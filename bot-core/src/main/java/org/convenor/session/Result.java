package org.convenor.session;

import java.util.List;

/// What came of one pass of a decision.
///
/// @param visit the visit during which it was closed
/// @param decided whether it came to a result
/// @param objections how many objected, or showed fewer fingers than enough
/// @param winners what won: names of choices or ids of cards, several if they are even; empty if
///   nothing did
/// @param voted how many voted
/// @param needed how many had to, for it to count
public record Result(
        int visit, boolean decided, int objections, List<String> winners, int voted, int needed) {
    public Result {
        winners = List.copyOf(winners);
    }

    /// Whether too few took part for it to count.
    public boolean isTooFew() {
        return voted < needed;
    }
}
