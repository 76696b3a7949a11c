package org.convenor.store;

import java.time.Instant;
import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// Who is signed in with which browser. Only the hash of a token is kept.
public final class Logins {
    private static final String PUT =
            "insert into login (token_hash, member, expires_at_ms) values (?, ?, ?)";

    private static final String FIND =
            "select member from login where token_hash = ? and expires_at_ms > ?";

    private static final String REMOVE = "delete from login where token_hash = ?";

    private static final String PURGE = "delete from login where expires_at_ms < ?";

    public void put(Tx tx, String token, MemberId member, Instant expiresAt) {
        tx.update(PUT, Hash.of(token), member, expiresAt);
    }

    /// Whose token it is, or null if it is unknown or too old.
    public @Nullable MemberId find(Tx tx, String token, Instant now) {
        return tx.one(FIND, row -> new MemberId(row.text(1)), Hash.of(token), now);
    }

    public void remove(Tx tx, String token) {
        tx.update(REMOVE, Hash.of(token));
    }

    public int purge(Tx tx, Instant expiredBefore) {
        return tx.update(PURGE, expiredBefore);
    }
}
