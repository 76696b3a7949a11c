package org.convenor.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for Ctrl-C or a kill, and holds the process until everything was closed in order.
final class UntilStopped implements AutoCloseable {
    /// The longest that closing may take.
    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private UntilStopped() {}

    /// Begins to listen for the end.
    static UntilStopped listen() {
        var waiting = new UntilStopped();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(waiting::hold));
        return waiting;
    }

    private void hold() {
        stop.countDown();
        try {
            var _ = closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void await() throws InterruptedException {
        stop.await();
    }

    /// Lets the process go: everything else is closed.
    @Override
    public void close() {
        closed.countDown();
    }
}
