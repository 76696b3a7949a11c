package org.convenor.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.convenor.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the bot going: rings the alarm when something is due, and leaves a heartbeat that tells
/// after a restart how long nobody was served.
public final class Clockwork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

    /// Another process may have set an earlier moment and cannot wake this one; a settable clock
    /// may have jumped.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final Database database;
    private final Tables tables;
    private final Convener convener;
    private final Alarm alarm;
    private final InstantSource clock;
    private final String process;
    private final Signal signal = new Signal();
    private Instant lastHeartbeat = Instant.EPOCH;
    private Instant lastCleaning = Instant.EPOCH;
    private volatile boolean closed;
    private @Nullable Thread thread;

    /// @param process stays the same over restarts, and no other running process has it
    public Clockwork(
            Database database,
            Tables tables,
            Convener convener,
            Alarm alarm,
            InstantSource clock,
            String process) {
        this.database = database;
        this.tables = tables;
        this.convener = convener;
        this.alarm = alarm;
        this.clock = clock;
        this.process = process;
    }

    /// Gives open sessions the time back during which the process was away, then begins to tick.
    public synchronized void start() {
        if (thread != null) {
            return;
        }
        var last = database.read(tables.heartbeats()::latest);
        if (last != null) {
            convener.slept(Duration.between(last, clock.instant()));
        }
        beat();
        thread = Thread.ofPlatform().name("clockwork").start(this::run);
    }

    /// Looks at once for what is due. Called after a commit and when the clock was set.
    public void wake() {
        signal.raise();
    }

    private void run() {
        while (!closed) {
            signal.clear();
            try {
                alarm.ringDue();
                if (isOver(lastHeartbeat, BETWEEN_HEARTBEATS)) {
                    beat();
                }
                if (isOver(lastCleaning, BETWEEN_CLEANINGS)) {
                    clean();
                }
                await(untilNext());
            } catch (RuntimeException e) {
                LOG.error("cannot do what is due; trying again", e);
                await(LONGEST_WAIT);
            }
        }
    }

    private boolean isOver(Instant since, Duration pause) {
        return !clock.instant().isBefore(since.plus(pause));
    }

    private Duration untilNext() {
        var next = alarm.next();
        if (next == null) {
            return LONGEST_WAIT;
        }
        var wait = Duration.between(clock.instant(), next);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private void beat() {
        lastHeartbeat = clock.instant();
        database.write(tx -> {
            tables.heartbeats().beat(tx, process, lastHeartbeat);
            return true;
        });
    }

    private void clean() {
        lastCleaning = clock.instant();
        database.write(tx -> {
            tables.sourceKeys().purge(tx, lastCleaning);
            tables.codes().purge(tx, lastCleaning);
            tables.logins().purge(tx, lastCleaning);
            return true;
        });
    }

    private void await(Duration wait) {
        try {
            signal.await(wait);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /// Stops after what is being done now, with a last heartbeat.
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            Thread waiting;
            synchronized (this) {
                waiting = thread;
            }
            if (waiting != null) {
                waiting.join();
                beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
