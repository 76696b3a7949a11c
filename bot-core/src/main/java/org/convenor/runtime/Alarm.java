package org.convenor.runtime;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convenor.chat.SessionId;
import org.convenor.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes sessions that are due. Nothing is scheduled in memory: the moment stands in the session's
/// row.
public final class Alarm {
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

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

    /// Does everything that is due now. A session that stays due although it was woken, or that
    /// cannot be woken, is left for the next ring and keeps no other waiting.
    ///
    /// @return how many sessions were woken
    public int ringDue() {
        int woken = 0;
        var left = new HashSet<SessionId>();
        for (var due = due(left); !due.isEmpty(); due = due(left)) {
            for (var id : due) {
                if (wake(id)) {
                    woken++;
                } else {
                    left.add(id);
                }
            }
        }
        return woken;
    }

    private boolean wake(SessionId id) {
        try {
            return convener.tick(id);
        } catch (RuntimeException e) {
            LOG.error("could not wake session {}", id, e);
            return false;
        }
    }

    private List<SessionId> due(Set<SessionId> left) {
        return database
                .read(tx -> tables.sessions().due(tx, clock.instant(), AT_ONCE + left.size()))
                .stream()
                .filter(id -> !left.contains(id))
                .toList();
    }

    /// When the next session is due, or null if none is.
    public @Nullable Instant next() {
        return database.read(tables.sessions()::nextDue);
    }
}
