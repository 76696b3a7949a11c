package org.convenor.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.convenor.chat.SessionId;
import org.convenor.matching.Match;
import org.convenor.matching.Matching;
import org.convenor.protocol.Step;
import org.convenor.session.Progress;
import org.convenor.session.Session;
import org.convenor.session.SessionEvent;
import org.convenor.session.Track;
import org.convenor.session.Unit;
import org.convenor.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works out who is with whom, outside of any transaction, and comes back with it. What is to be
/// worked out stands in the sessions: whoever is told twice, or too late, does no harm, and after a
/// crash the session asks again.
public final class Planner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Database database;
    private final Tables tables;
    private final Matching matching;
    private final InstantSource clock;
    private final Set<SessionId> wanted = new LinkedHashSet<>();
    private final Signal signal = new Signal();
    private volatile boolean closed;
    private @Nullable Thread thread;

    public Planner(Database database, Tables tables, Matching matching, InstantSource clock) {
        this.database = database;
        this.tables = tables;
        this.matching = matching;
        this.clock = clock;
    }

    /// Looks into a session soon. Returns at once; from any thread.
    public void want(SessionId session) {
        synchronized (wanted) {
            wanted.add(session);
        }
        signal.raise();
    }

    /// Begins to work by itself.
    ///
    /// @param convener takes what was worked out
    synchronized void start(Convener convener) {
        if (thread == null) {
            thread = Thread.ofPlatform().name("planner").start(() -> run(convener));
        }
    }

    private void run(Convener convener) {
        while (!closed) {
            signal.clear();
            planAll(convener);
            try {
                signal.await(LONGEST_WAIT);
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    /// Works out everything that is wanted now.
    ///
    /// @return how many sessions got groups
    public int planAll(Convener convener) {
        int planned = 0;
        for (var session : next()) {
            try {
                planned += plan(session, convener) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("could not form groups in session {}", session, e);
            }
        }
        return planned;
    }

    private List<SessionId> next() {
        synchronized (wanted) {
            var all = List.copyOf(wanted);
            wanted.clear();
            return all;
        }
    }

    private boolean plan(SessionId id, Convener convener) {
        var session = database.read(tx -> tables.sessions().load(tx, id).session());
        var plans = new ArrayList<SessionEvent.GroupsPlanned>();
        for (var track : session.tracks().values()) {
            int step = stepOf(session, track);
            if (step >= 0 && session.protocol().steps().get(step) instanceof Step.Group group) {
                plans.add(plan(session, track, step, group));
            }
        }
        plans.forEach(plan -> convener.planned(id, plan));
        return !plans.isEmpty();
    }

    /// Index of the step for which a track waits for groups, or -1.
    private static int stepOf(Session session, Track track) {
        if (session.isOver()) {
            return -1;
        }
        return switch (track.progress()) {
            case Progress.Forming forming -> forming.isPlanned() ? -1 : track.step();
            case Progress.Apart apart -> apart.isWaitingForPlan() ? apart.joinAt() : -1;
            case Progress.Plain _,
                    Progress.Gathering _,
                    Progress.Asked _,
                    Progress.Speaking _,
                    Progress.Arrived _ ->
                    -1;
        };
    }

    private SessionEvent.GroupsPlanned plan(
            Session session, Track track, int step, Step.Group group) {
        var request = GroupRequests.of(session, track, group);
        var match =
                request.parties().isEmpty()
                        ? new Match(List.of(), List.of(), 0, 0, List.of())
                        : matching.match(request);
        return new SessionEvent.GroupsPlanned(
                now(), track.id(), track.visit(), step, units(match), match.repeats());
    }

    private static List<List<Unit>> units(Match match) {
        return match.groups().stream().map(keys -> keys.stream().map(Unit::new).toList()).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        closed = true;
        signal.raise();
        try {
            Thread waiting;
            synchronized (this) {
                waiting = thread;
            }
            if (waiting != null) {
                waiting.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
