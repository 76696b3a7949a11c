package org.convenor.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.convenor.chat.ChatPlatform;
import org.convenor.store.Database;
import org.convenor.store.Lanes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers boards, lines and whispers: each lane in order, each on a thread of its own, so that a
/// dead channel never holds up a live one.
///
/// After a crash, what was attempted and not settled is traced on its platform before anything is
/// sent again. Where the platform cannot be asked it is marked uncertain, never sent twice.
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private static final int LANES_AT_ONCE = 500;

    /// Another process may have queued something and cannot wake this one.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /// After trouble of our own, such as a full disk.
    private static final Duration REST = Duration.ofSeconds(5);

    private final Database database;
    private final Lanes lanes = new Lanes();
    private final LaneRun run;
    private final InstantSource clock;
    private final String process;
    private final Signal signal = new Signal();
    private final Map<String, Thread> running = new ConcurrentHashMap<>();
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private @Nullable Thread dispatcher;

    /// @param process stays the same over restarts, and no other running process has it
    public Courier(
            Database database,
            Collection<? extends ChatPlatform> platforms,
            Wording wording,
            InstantSource clock,
            RandomGenerator random,
            String process) {
        var byName =
                platforms.stream()
                        .collect(
                                Collectors.<ChatPlatform, String, ChatPlatform>toMap(
                                        ChatPlatform::name, Function.identity()));
        this.database = database;
        this.clock = clock;
        this.process = process;
        this.run =
                new LaneRun(
                        database,
                        new Claims(byName.keySet(), new Backoff(random)),
                        new Carrier(byName, wording),
                        clock,
                        process);
    }

    /// Begins to deliver by itself.
    public synchronized void start() {
        if (dispatcher == null) {
            dispatcher = Thread.ofVirtual().name("courier").start(this::dispatch);
        }
    }

    /// Looks at once for what is due. Called after a commit that queued something, and when the
    /// clock was set.
    public void wake() {
        signal.raise();
    }

    /// Delivers everything that is due now, on this thread; for tests and for a virtual clock.
    /// Never while the courier delivers by itself: both would hold the lanes of this process.
    ///
    /// @return how many tries were made
    public int deliverAllDue() {
        int all = 0;
        int tries;
        do {
            tries = 0;
            for (var lane : ready()) {
                if (!lane.readyAt().isAfter(clock.instant())) {
                    tries += run.run(lane.lane(), () -> closed);
                }
            }
            all += tries;
        } while (tries > 0);
        return all;
    }

    /// When something can next be delivered, or null if nothing waits.
    public @Nullable Instant nextDue() {
        var ready = ready();
        return ready.isEmpty() ? null : ready.getFirst().readyAt();
    }

    private List<Lanes.Ready> ready() {
        return database.read(tx -> lanes.ready(tx, process, LANES_AT_ONCE));
    }

    private void dispatch() {
        while (true) {
            // In this order: a call of close() that is drained here is seen all the same.
            signal.clear();
            if (closed) {
                return;
            }
            var wait = REST;
            try {
                wait = startDue();
            } catch (RuntimeException e) {
                LOG.error("cannot see what is to be delivered", e);
            }
            await(wait);
        }
    }

    /// @return how long nothing more can be done
    private Duration startDue() {
        var now = clock.instant();
        resting.values().removeIf(until -> !until.isAfter(now));
        for (var lane : ready()) {
            if (lane.readyAt().isAfter(now)) {
                var wait = Duration.between(now, lane.readyAt());
                return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
            }
            if (!resting.containsKey(lane.lane())) {
                running.computeIfAbsent(lane.lane(), this::begin);
            }
        }
        return LONGEST_WAIT;
    }

    private Thread begin(String lane) {
        return Thread.ofVirtual().name("lane-" + lane).start(() -> empty(lane));
    }

    private void empty(String lane) {
        boolean done = false;
        try {
            run.run(lane, () -> closed);
            done = true;
        } catch (RuntimeException e) {
            LOG.error("lane {} stopped", lane, e);
        } finally {
            if (!done) {
                resting.put(lane, clock.instant().plus(REST));
            }
            running.remove(lane);
            wake();
        }
    }

    private void await(Duration wait) {
        try {
            signal.await(wait);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /// Lets the calls that are under way finish, and begins no more.
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            Thread waiting;
            synchronized (this) {
                waiting = dispatcher;
            }
            if (waiting != null) {
                waiting.join();
            }
            for (var lane : running.values()) {
                lane.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
