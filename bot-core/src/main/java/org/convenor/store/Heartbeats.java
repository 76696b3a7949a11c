package org.convenor.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a process was last alive, so that it can tell how long it was away.
public final class Heartbeats {
    private static final String BEAT =
            """
            insert into heartbeat (process, at_ms) values (?, ?)
            on conflict (process) do update set at_ms = excluded.at_ms
            """;

    private static final String LAST = "select at_ms from heartbeat where process = ?";

    private static final String LATEST = "select at_ms from heartbeat order by at_ms desc limit 1";

    public void beat(Tx tx, String process, Instant now) {
        tx.update(BEAT, process, now);
    }

    /// When a process beat last, or null if it never did.
    public @Nullable Instant last(Tx tx, String process) {
        return tx.one(LAST, row -> row.instant(1), process);
    }

    /// When any process beat last, or null if none ever did.
    public @Nullable Instant latest(Tx tx) {
        return tx.one(LATEST, row -> row.instant(1));
    }
}
