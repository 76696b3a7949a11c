package org.convenor.store;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A piece of work and the thread that waits for it to be committed.
final class Waiting<T extends @Nullable Object> {
    private final Work<T> work;
    private final Thread caller = Thread.currentThread();
    private @Nullable T result;
    private @Nullable Throwable failure;
    private volatile boolean told;

    Waiting(Work<T> work) {
        this.work = work;
    }

    /// Runs the work and keeps what came of it, forgetting an earlier run.
    void run(Tx tx) {
        failure = null;
        result = null;
        try {
            result = work.run(tx);
        } catch (Throwable e) {
            failure = e;
        }
    }

    boolean hasFailed() {
        return failure != null;
    }

    void fail(Throwable reason) {
        failure = reason;
    }

    void failUnlessFailed(String reason) {
        if (failure == null) {
            failure = new IllegalStateException(reason);
        }
    }

    /// Wakes the caller. Called once, after the commit or the last attempt at it.
    void tell() {
        told = true;
        LockSupport.unpark(caller);
    }

    /// Waits for the commit. An interrupt does not shorten the wait, because the work may be
    /// committed already.
    @SuppressWarnings("NullAway") // a result may be null where T may
    T outcome() {
        boolean interrupted = false;
        while (!told) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        var reason = failure;
        if (reason == null) {
            return result;
        }
        throw rethrown(reason);
    }

    private static RuntimeException rethrown(Throwable reason) {
        return switch (reason) {
            case StoreException refused -> Refusals.explain(refused);
            case RuntimeException own -> own;
            case Error error -> throw error;
            default -> new IllegalStateException(reason);
        };
    }
}
