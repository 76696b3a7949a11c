package org.convenor.store;

import java.time.Instant;
import java.util.List;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// What each member was told in private: their inbox, and how far each word is on its way to them.
public final class Whispers {
    private static final String ADD =
            """
            insert into whisper (session, member, key, line, state, attempts, next_at_ms, at_ms)
            values (?, ?, ?, ?, 'QUEUED', 0, ?, ?)
            on conflict (session, member, key) do nothing
            """;

    private static final String INBOX =
            """
            select id, session, member, key, line, at_ms, seen_at_ms from whisper
            where member = ? and id > ? order by id limit ?
            """;

    private static final String LATEST =
            """
            select id, session, member, key, line, at_ms, seen_at_ms from whisper
            where member = ? order by id desc limit ?
            """;

    private static final String SEEN =
            """
            update whisper set seen_at_ms = ? where member = ? and id <= ? and seen_at_ms is null
            """;

    private static final String HEAD =
            """
            select id, session, member, key, line, state, attempts, next_at_ms from whisper
            where member = ? and state in ('QUEUED', 'ATTEMPTED') order by id limit 1
            """;

    private static final String STATE =
            "select state from whisper where session = ? and member = ? and key = ?";

    private final Tries tries = new Tries("whisper");

    /// One word in a member's inbox.
    ///
    /// @param seenAt when they saw it, or null if they have not
    public record Whisper(
            long id,
            SessionId session,
            MemberId member,
            String key,
            Line line,
            Instant at,
            @Nullable Instant seenAt) {}

    /// A whisper that is not settled yet.
    ///
    /// @param attempts how often it was tried before
    public record Pending(
            long id,
            SessionId session,
            MemberId member,
            String key,
            Line line,
            DeliveryState state,
            int attempts,
            Instant nextAt) {}

    /// Puts a word into the member's inbox and sends it on its way. The same key again changes
    /// nothing.
    ///
    /// @param key unique within the session and member
    public void add(Tx tx, SessionId session, MemberId member, String key, Line line, Instant at) {
        tx.update(ADD, session, member, key, StateJson.write(line), at, at);
    }

    /// The inbox after a whisper, the oldest first.
    ///
    /// @param after id of the last one known, or zero
    public List<Whisper> inbox(Tx tx, MemberId member, long after, int limit) {
        return tx.list(INBOX, Whispers::read, member, after, limit);
    }

    /// The newest of the inbox, the oldest of them first.
    public List<Whisper> latest(Tx tx, MemberId member, int limit) {
        return tx.list(LATEST, Whispers::read, member, limit).reversed();
    }

    /// Notes that the member has seen their inbox up to a whisper.
    public void markSeen(Tx tx, MemberId member, long upTo, Instant at) {
        tx.update(SEEN, at, member, upTo);
    }

    /// The whisper whose turn it is, due or not; null if none waits.
    public @Nullable Pending head(Tx tx, MemberId member) {
        return tx.one(HEAD, Whispers::readPending, member);
    }

    /// How the tries to deliver them end.
    public Tries tries() {
        return tries;
    }

    public @Nullable DeliveryState state(Tx tx, SessionId session, MemberId member, String key) {
        return tx.one(STATE, row -> DeliveryState.valueOf(row.text(1)), session, member, key);
    }

    private static Whisper read(Row row) {
        return new Whisper(
                row.int64(1),
                new SessionId(row.text(2)),
                new MemberId(row.text(3)),
                row.text(4),
                StateJson.line(row.text(5)),
                row.instant(6),
                row.instantOrNull(7));
    }

    private static Pending readPending(Row row) {
        return new Pending(
                row.int64(1),
                new SessionId(row.text(2)),
                new MemberId(row.text(3)),
                row.text(4),
                StateJson.line(row.text(5)),
                DeliveryState.valueOf(row.text(6)),
                row.int32(7),
                row.instant(8));
    }
}
