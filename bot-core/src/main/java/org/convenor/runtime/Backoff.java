package org.convenor.runtime;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: what the platform asked for, or longer each time; never
/// everybody at the same moment.
final class Backoff {
    /// With the pauses below, about three hours.
    static final int MOST_TRIES = 40;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// @param tries how many failed before this one
    /// @param asked pause the platform asked for, or zero
    Duration after(int tries, Duration asked) {
        if (!asked.isZero()) {
            return asked.plusMillis(random.nextLong(1000));
        }
        var grown = FIRST.multipliedBy(1L << Math.min(tries, 9));
        long usual = Math.min(grown.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(usual * 3 / 4 + random.nextLong(usual / 2));
    }
}
