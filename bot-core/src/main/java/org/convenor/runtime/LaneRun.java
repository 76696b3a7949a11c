package org.convenor.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.convenor.store.Database;
import org.convenor.store.Lanes;
import org.convenor.store.Tx;
import org.jspecify.annotations.Nullable;

/// Empties one lane, in order: writes "attempted", calls the platform, writes what came of it and
/// takes the next, each write in one transaction and no call within one.
final class LaneRun {
    /// Longer than any call takes; renewed at every step.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Database database;
    private final Lanes lanes = new Lanes();
    private final Claims claims;
    private final Carrier carrier;
    private final InstantSource clock;
    private final String process;

    LaneRun(
            Database database,
            Claims claims,
            Carrier carrier,
            InstantSource clock,
            String process) {
        this.database = database;
        this.claims = claims;
        this.carrier = carrier;
        this.clock = clock;
        this.process = process;
    }

    /// @param fence number of the lease under which it was taken
    private record Taken(Delivery delivery, long fence) {}

    /// Delivers until nothing is due, the lane is lost to another process, or `stopping`.
    ///
    /// @return how many tries were made
    int run(String lane, BooleanSupplier stopping) {
        int tries = 0;
        var taken = database.write(tx -> open(tx, lane));
        while (taken != null) {
            var current = taken;
            var outcome = carrier.carry(current.delivery());
            taken = database.write(tx -> goOn(tx, lane, current, outcome, stopping));
            tries++;
        }
        return tries;
    }

    private @Nullable Taken open(Tx tx, String lane) {
        var now = clock.instant();
        var fence = lanes.lease(tx, lane, process, now, now.plus(LEASE));
        return fence == null ? null : take(tx, lane, fence, now);
    }

    private @Nullable Taken goOn(
            Tx tx, String lane, Taken done, Outcome outcome, BooleanSupplier stopping) {
        var now = clock.instant();
        // What happened is written down even if the lane is lost: it is true all the same.
        claims.settle(tx, done.delivery(), outcome, now);
        if (!lanes.renew(tx, lane, done.fence(), now.plus(LEASE))) {
            return null;
        }
        if (stopping.getAsBoolean()) {
            lanes.release(tx, lane, done.fence());
            return null;
        }
        return take(tx, lane, done.fence(), now);
    }

    private @Nullable Taken take(Tx tx, String lane, long fence, Instant now) {
        var next = claims.next(tx, lane, now);
        if (next == null) {
            lanes.release(tx, lane, fence);
            return null;
        }
        return new Taken(next, fence);
    }
}
