package org.convenor.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that runs like any other and can jump ahead. Thread-safe.
public final class DemoClock implements InstantSource {
    private final InstantSource real;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public DemoClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    /// Jumps to a moment; one that is past already changes nothing.
    void jump(Instant to) {
        var distance = Duration.between(real.instant(), to);
        ahead.updateAndGet(old -> distance.compareTo(old) > 0 ? distance : old);
    }
}
