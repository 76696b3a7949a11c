package org.convenor.rehearsal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is set. Thread-safe.
public final class SettableClock implements InstantSource {
    private final AtomicReference<Instant> now;

    public SettableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /// Sets the clock, never back.
    public void set(Instant next) {
        now.updateAndGet(old -> next.isAfter(old) ? next : old);
    }
}
