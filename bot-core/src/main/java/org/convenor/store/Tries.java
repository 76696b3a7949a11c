package org.convenor.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of the tries to deliver the rows of one table: lines and whispers fare alike.
public final class Tries {
    private final String attempted;
    private final String retry;
    private final String settle;

    /// @param table `post` or `whisper`
    Tries(String table) {
        attempted =
                "update %s set state = 'ATTEMPTED', attempts = attempts + 1 where id = ?"
                        .formatted(table);
        retry =
                "update %s set state = ?, next_at_ms = ?, problem = ? where id = ?"
                        .formatted(table);
        settle =
                """
                update %s set state = ?, platform_id = ?, problem = ?
                where id = ? and state = 'ATTEMPTED'
                """
                        .formatted(table);
    }

    /// Notes that the platform is about to be called.
    public void attempted(Tx tx, long id) {
        tx.update(attempted, id);
    }

    public void delivered(Tx tx, long id, String platformId) {
        settle(tx, id, DeliveryState.DELIVERED, platformId, null);
    }

    /// Tries again, not before `nextAt`.
    ///
    /// @param mayHaveArrived nobody knows how the last try ended
    public void retry(Tx tx, long id, Instant nextAt, boolean mayHaveArrived, String problem) {
        var state = mayHaveArrived ? DeliveryState.ATTEMPTED : DeliveryState.QUEUED;
        tx.update(retry, state, nextAt, problem, id);
    }

    /// Gives up on what may have arrived. A whisper still stands in the inbox.
    public void uncertain(Tx tx, long id, String problem) {
        settle(tx, id, DeliveryState.UNCERTAIN, null, problem);
    }

    /// Gives up. A whisper still stands in the inbox.
    public void undeliverable(Tx tx, long id, String problem) {
        settle(tx, id, DeliveryState.UNDELIVERABLE, null, problem);
    }

    private void settle(
            Tx tx,
            long id,
            DeliveryState state,
            @Nullable String platformId,
            @Nullable String problem) {
        tx.update(settle, state, platformId, problem, id);
    }
}
