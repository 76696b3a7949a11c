package org.convenor.runtime;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.convenor.chat.SessionId;
import org.convenor.store.Database;
import org.jspecify.annotations.Nullable;

/// Wakes sessions that are due. Nothing is scheduled in memory: the moment stands in the session's
/// row.
public final class Alarm {
    /// How many sessions are woken before the clock is read again.
    private static final int AT_ONCE = 200;

    private final Database database;
    private final Tables tables;
    private final Convener convener;
    private final InstantSource clock;

    public Alarm(Database database, Tables tables, Convener convener, InstantSource clock) {
        this.database = database;
        this.tables = tables;
        this.convener = convener;
        this.clock = clock;
    }

    /// Does everything that is due now.
    ///
    /// @return how many sessions were woken
    public int ringDue() {
        int woken = 0;
        for (var due = due(); !due.isEmpty(); due = due()) {
            due.forEach(convener::tick);
            woken += due.size();
        }
        return woken;
    }

    private List<SessionId> due() {
        return database.read(tx -> tables.sessions().due(tx, clock.instant(), AT_ONCE));
    }

    /// When the next session is due, or null if none is.
    public @Nullable Instant next() {
        return database.read(tables.sessions()::nextDue);
    }
}
