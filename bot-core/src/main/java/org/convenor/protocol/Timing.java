package org.convenor.protocol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long a step takes at each speed.
///
/// @param live its minutes beside a call, or null for `none`: it takes no time of its own
/// @param async its window, or null for `none`: it is folded into what follows
public record Timing(@Nullable Duration live, @Nullable Window async) {
    public static final Timing NONE = new Timing(null, null);
}
