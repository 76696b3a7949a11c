package org.convenor.store;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Codes that let somebody in. Only their hashes are kept, so a stolen database opens nothing.
public final class Codes {
    private static final String PUT =
            """
            insert into code (hash, kind, target, single_use, expires_at_ms) values (?, ?, ?, ?, ?)
            """;

    private static final String FIND =
            """
            select target, single_use from code
            where hash = ? and kind = ? and expires_at_ms > ? and used_at_ms is null
            """;

    private static final String USE =
            "update code set used_at_ms = ? where hash = ? and used_at_ms is null";

    private static final String PURGE = "delete from code where expires_at_ms < ?";

    /// What a code is good for.
    public enum Kind {
        /// Becoming the first operator.
        SETUP,
        /// Joining; the target is a channel.
        INVITE,
        /// Showing the stage; the target is a channel or session.
        STAGE,
        /// Signing in on one more device; the target is a member.
        DEVICE,
        /// Being the same human on two platforms; the target is a member.
        LINK,
        /// Coming back from a platform that was asked to install our app; the target is the browser
        /// that was sent there.
        INSTALL
    }

    private record Found(String target, boolean singleUse) {}

    /// @param code what people type or follow; letters of either case are the same
    /// @param target what it opens; may be empty
    public void put(
            Tx tx, String code, Kind kind, String target, boolean singleUse, Instant expiresAt) {
        tx.update(PUT, hash(code), kind, target, singleUse, expiresAt);
    }

    /// What the code opens, or null if it is unknown, used or too old. Uses nothing up.
    public @Nullable String target(Tx tx, String code, Kind kind, Instant now) {
        var found = find(tx, code, kind, now);
        return found == null ? null : found.target();
    }

    /// Like [#target]; a code for single use is used up, by one caller only.
    public @Nullable String use(Tx tx, String code, Kind kind, Instant now) {
        var found = find(tx, code, kind, now);
        if (found == null) {
            return null;
        }
        boolean mine = !found.singleUse() || tx.update(USE, now, hash(code)) == 1;
        return mine ? found.target() : null;
    }

    public int purge(Tx tx, Instant expiredBefore) {
        return tx.update(PURGE, expiredBefore);
    }

    private static @Nullable Found find(Tx tx, String code, Kind kind, Instant now) {
        return tx.one(FIND, row -> new Found(row.text(1), row.bool(2)), hash(code), kind, now);
    }

    private static String hash(String code) {
        return Hash.of(code.strip().toUpperCase(Locale.ROOT));
    }
}
