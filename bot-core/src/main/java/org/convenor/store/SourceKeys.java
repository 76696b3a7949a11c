package org.convenor.store;

import java.time.Duration;
import java.time.Instant;

/// What platforms called the inputs that were taken, so that a retry changes nothing.
public final class SourceKeys {
    /// Longer than any platform goes on trying.
    public static final Duration KEPT = Duration.ofDays(7);

    private static final int PURGED_AT_ONCE = 1000;

    private static final String ADD =
            "insert into source_key (key, at_ms) values (?, ?) on conflict (key) do nothing";

    private static final String DATE = "update source_key set at_ms = ? where key = ?";

    private static final String PURGE =
            """
            delete from source_key where key in (
                select key from source_key where at_ms < ? order by at_ms limit ?)
            """;

    /// @return false if the input was taken before
    public boolean add(Tx tx, String key, Instant at) {
        return tx.update(ADD, key, at) == 1;
    }

    /// Keeps the day alone, for an input whose moment must not be known.
    public void date(Tx tx, String key, Instant startOfDay) {
        tx.update(DATE, startOfDay, key);
    }

    /// Forgets some of the keys older than [#KEPT]: few enough to keep nobody waiting.
    ///
    /// @return how many; zero once none is left
    public int purge(Tx tx, Instant now) {
        return tx.update(PURGE, now.minus(KEPT), PURGED_AT_ONCE);
    }
}
