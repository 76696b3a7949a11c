package org.convenor.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.convenor.chat.DeliveryException;

/// What must wait: Slack asked for a pause, or we keep one by ourselves. In this process alone;
/// where another process spends the same rate, Slack's answer puts it right.
final class Holds {
    private static final int MANY = 10_000;

    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Holds(InstantSource clock) {
        this.clock = clock;
    }

    /// @throws DeliveryException.TryLater if it is held
    void check(String what) throws DeliveryException {
        var end = until.get(what);
        var now = clock.instant();
        if (end != null && end.isAfter(now)) {
            throw new DeliveryException.TryLater(
                    "the rate of Slack is kept", Duration.between(now, end));
        }
    }

    void hold(String what, Duration time) {
        var now = clock.instant();
        if (until.size() > MANY) {
            until.values().removeIf(end -> !end.isAfter(now));
        }
        until.merge(what, now.plus(time), (one, other) -> one.isAfter(other) ? one : other);
    }
}
