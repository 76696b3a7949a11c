package org.convenor.runtime;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes one waiting thread before its time. Raised many times, it wakes once.
final class Signal {
    private final Semaphore raised = new Semaphore(0);

    void raise() {
        if (raised.availablePermits() == 0) {
            raised.release();
        }
    }

    /// Forgets what was raised so far; what must be seen is looked at after this.
    void clear() {
        raised.drainPermits();
    }

    /// Waits until it is raised or the time is over; at least a moment, so that a clock that stands
    /// still costs little.
    void await(Duration most) throws InterruptedException {
        var _ = raised.tryAcquire(Math.max(1, most.toMillis()), TimeUnit.MILLISECONDS);
    }
}
