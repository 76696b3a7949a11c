package org.convenor.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.jspecify.annotations.Nullable;

/// The one thread that writes to a SQLite file. What waits is committed together, because the disk
/// takes as long for a hundred as for one; each succeeds or fails alone.
///
/// A broken constraint, or an exception of the work's own, undoes that work to its savepoint. After
/// any other refusal (a full disk takes the savepoints with it) the whole batch is undone, and its
/// members are run again one by one.
final class GroupCommit implements AutoCloseable {
    private static final int MOST_TOGETHER = 512;

    private final JdbcTx tx;
    private final LinkedBlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final Waiting<@Nullable Object> stop = new Waiting<>(ignored -> null);
    private final Thread thread;
    private volatile boolean closed;

    GroupCommit(JdbcTx tx) {
        this.tx = tx;
        this.thread = Thread.ofPlatform().name("store-writer").daemon(true).start(this::run);
    }

    <T extends @Nullable Object> T write(Work<T> work) {
        if (Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("a write within a write would wait for itself");
        }
        var waiting = new Waiting<T>(work);
        if (closed) {
            throw stopped();
        }
        queue.add(waiting);
        if (closed && queue.remove(waiting)) {
            throw stopped();
        }
        return waiting.outcome();
    }

    /// How many wait for the next commit.
    int waiting() {
        return queue.size();
    }

    private void run() {
        var batch = new ArrayList<Waiting<?>>();
        boolean going = true;
        while (going) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                // Only close() ends this thread, so that nothing acknowledged is left behind.
                continue;
            }
            queue.drainTo(batch, MOST_TOGETHER - 1);
            going = !batch.remove(stop);
            commit(batch);
            batch.clear();
        }
        tx.close();
    }

    private void commit(List<Waiting<?>> batch) {
        try {
            if (batch.size() == 1 || !committedTogether(batch)) {
                batch.forEach(this::commitAlone);
            }
        } catch (RuntimeException | Error e) {
            // Nobody may wait for ever. Who is told of a failure does it again, and what is stored
            // already is known by its key.
            batch.forEach(waiting -> waiting.fail(e));
            rollBack();
        } finally {
            batch.forEach(Waiting::tell);
        }
    }

    private void commitAlone(Waiting<?> waiting) {
        tx.mend();
        try {
            tx.execute("begin immediate");
            waiting.run(tx);
            if (waiting.hasFailed() || tx.isBroken()) {
                waiting.failUnlessFailed("the database refused a part of it");
                rollBack();
            } else {
                tx.execute("commit");
            }
        } catch (StoreException e) {
            waiting.fail(e);
            rollBack();
        }
    }

    /// @return false if all of it was undone and must be run again, one by one
    private boolean committedTogether(List<Waiting<?>> batch) {
        tx.mend();
        try {
            tx.execute("begin immediate");
            for (var waiting : batch) {
                tx.execute("savepoint one");
                waiting.run(tx);
                if (tx.isBroken()) {
                    rollBack();
                    return false;
                }
                if (waiting.hasFailed()) {
                    tx.execute("rollback to one");
                }
                tx.execute("release one");
            }
            tx.execute("commit");
            return true;
        } catch (StoreException e) {
            rollBack();
            return false;
        }
    }

    private void rollBack() {
        try {
            tx.execute("rollback");
        } catch (StoreException e) {
            // SQLite ended the transaction by itself, as it does when the disk is full.
        }
    }

    private static ProblemException stopped() {
        return new ProblemException(
                new Problem(
                        "The bot is stopping.",
                        "What you just did was not saved.",
                        "Do it again when the bot is back."));
    }

    /// Commits what waits, then ends the thread.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        queue.add(stop);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
