package org.convenor.protocol;

import org.jspecify.annotations.Nullable;

/// How many must have taken part for a decision to count.
///
/// @param people a fixed number of them, or null
/// @param percent of those asked, 1 to 100, or null; without both nobody in particular is needed
public record Quorum(@Nullable Integer people, @Nullable Integer percent) {
    public static final Quorum ANYBODY = new Quorum(null, null);
    public static final Quorum EVERYONE = new Quorum(null, 100);

    /// How many of so many asked must vote; at least one.
    public int of(int asked) {
        if (people != null) {
            return Math.max(1, Math.min(people, asked));
        }
        return percent == null ? 1 : Math.max(1, Math.ceilDiv(asked * percent, 100));
    }
}
