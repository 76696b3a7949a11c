package org.convenor.runtime;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.convenor.chat.ChannelId;
import org.convenor.chat.ChatPlatform;
import org.convenor.chat.Line;
import org.convenor.chat.SessionId;
import org.convenor.matching.RandomMatching;
import org.convenor.session.Session;
import org.convenor.store.Database;
import org.convenor.store.Ids;
import org.jspecify.annotations.Nullable;

/// The whole bot on one database: what takes inputs, what wakes, what delivers. Runs by itself
/// after [#start], or moment by moment on a clock that somebody else sets.
public final class Bot implements AutoCloseable {
    private final Database database;
    private final Tables tables = Tables.create();
    private final InstantSource clock;
    private final RandomGenerator random;
    private final String process;
    private final Planner planner;
    private final Convener convener;
    private final Lobby lobby;
    private final Arrivals arrivals;
    private final Amendments amendments;
    private final Panels panels;
    private final Rooms rooms;
    private final Alarm alarm;
    private final Clockwork clockwork;
    private @Nullable Courier courier;

    /// @param database closed with the bot
    /// @param process stays the same over restarts, and no other running process has it
    public Bot(
            Database database,
            Workbench bench,
            InstantSource clock,
            RandomGenerator random,
            String process) {
        var ids = new Ids(clock, random);
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.process = process;
        this.planner = new Planner(database, tables, new RandomMatching(), clock);
        this.convener =
                new Convener(database, tables, bench, clock, ids, planner::want, this::wake);
        this.lobby = new Lobby(database, tables, clock, ids);
        this.arrivals = new Arrivals(database, tables, lobby, clock, ids);
        this.amendments = new Amendments(database, tables, this::wake);
        this.panels = new Panels(database, tables);
        this.rooms = new Rooms(database, tables, bench);
        this.alarm = new Alarm(database, tables, convener, clock);
        this.clockwork = new Clockwork(database, tables, convener, alarm, clock, process);
    }

    /// Says where to deliver. Once, before anything is started.
    public void connect(Collection<? extends ChatPlatform> platforms) {
        courier =
                new Courier(
                        database,
                        platforms,
                        new Rendering(database, tables),
                        clock,
                        random,
                        process);
    }

    /// Begins to deliver and to wake by itself.
    public void start() {
        connected().start();
        planner.start(convener);
        clockwork.start();
    }

    /// Looks at once for what is due. Called after every commit, and when the clock was set.
    public void wake() {
        clockwork.wake();
        if (courier != null) {
            courier.wake();
        }
    }

    /// Does all that is due now, on this thread: for a clock that somebody else sets.
    public void doDue() {
        int done;
        do {
            done = alarm.ringDue() + planner.planAll(convener) + connected().deliverAllDue();
        } while (done > 0);
    }

    /// When something is due next, or null if nothing is.
    public @Nullable Instant nextDue() {
        return Stream.of(alarm.next(), connected().nextDue())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Courier connected() {
        if (courier == null) {
            throw new IllegalStateException("not connected to any platform");
        }
        return courier;
    }

    /// Keeps a delivered line in a browser room; the same key again changes nothing.
    ///
    /// @return the line's number
    public long keepLine(ChannelId room, SessionId session, String key, Line line, int thread) {
        return database.write(tx ->
                tables.roomMessages()
                        .append(tx, room, session, key, line, thread, clock.instant()));
    }

    public Session session(SessionId id) {
        return database.read(tx -> tables.sessions().load(tx, id).session());
    }

    /// How many answers and words a session holds, what was typed at its start not counted.
    public int contributions(SessionId id) {
        return database.read(tx -> {
            int settings = tables.sessions().load(tx, id).session().settings().size();
            return tables.contributions().count(tx, id) - settings;
        });
    }

    public Convener convener() {
        return convener;
    }

    public Workshop workshop() {
        return convener.workshop();
    }

    public Lobby lobby() {
        return lobby;
    }

    public Arrivals arrivals() {
        return arrivals;
    }

    public Amendments amendments() {
        return amendments;
    }

    public Panels panels() {
        return panels;
    }

    public Rooms rooms() {
        return rooms;
    }

    @Override
    public void close() {
        clockwork.close();
        planner.close();
        if (courier != null) {
            courier.close();
        }
        database.close();
    }
}
