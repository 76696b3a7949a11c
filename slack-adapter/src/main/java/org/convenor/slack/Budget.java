package org.convenor.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// So many a minute, evenly. Whoever must wait is given a moment of their own, so that a hundred
/// who wait do not all come back at the same one. Thread-safe.
final class Budget {
    /// How many may come at once after a quiet while.
    private static final int BURST = 10;

    /// Who has not come back by then does not come.
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Duration every;
    private final Map<String, Instant> reserved = new HashMap<>();
    private Instant next = Instant.EPOCH;

    Budget(InstantSource clock, int perMinute) {
        this.clock = clock;
        this.every = Duration.ofMinutes(1).dividedBy(perMinute);
    }

    /// @return how long to wait; zero if it may be done now
    synchronized Duration take(String who) {
        var now = clock.instant();
        reserved.values().removeIf(moment -> moment.plus(FORGOTTEN).isBefore(now));
        var moment = reserved.get(who);
        if (moment == null) {
            var earliest = now.minus(every.multipliedBy(BURST - 1L));
            moment = next.isBefore(earliest) ? earliest : next;
            next = moment.plus(every);
        }
        if (moment.isAfter(now)) {
            reserved.put(who, moment);
            return Duration.between(now, moment);
        }
        reserved.remove(who);
        return Duration.ZERO;
    }
}
