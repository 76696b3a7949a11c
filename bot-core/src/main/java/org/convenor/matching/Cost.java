package org.convenor.matching;

import java.util.Comparator;

/// How bad it is that some parties are together. What stands first decides, whatever follows. Costs
/// of separate groups add up.
///
/// @param repeats earlier meetings, squared, so that what cannot be avoided is spread
/// @param sameSystem pairs from one district team
/// @param unserved high for everybody who gets nothing of what they asked for, lower for who gets
///   one thing, and lower again for two: the worst served come first
/// @param fit needs met, all together: the more, the better
record Cost(long repeats, long sameSystem, long unserved, long fit) implements Comparable<Cost> {
    static final Cost NONE = new Cost(0, 0, 0, 0);

    private static final Comparator<Cost> ORDER =
            Comparator.comparingLong(Cost::repeats)
                    .thenComparingLong(Cost::sameSystem)
                    .thenComparingLong(Cost::unserved)
                    .thenComparing(Comparator.comparingLong(Cost::fit).reversed());

    Cost plus(Cost other) {
        return new Cost(
                repeats + other.repeats,
                sameSystem + other.sameSystem,
                unserved + other.unserved,
                fit + other.fit);
    }

    /// Whether nobody is with somebody to be avoided.
    boolean isClean() {
        return repeats == 0 && sameSystem == 0;
    }

    @Override
    public int compareTo(Cost other) {
        return ORDER.compare(this, other);
    }
}
