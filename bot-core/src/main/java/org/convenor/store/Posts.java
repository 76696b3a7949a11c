package org.convenor.store;

import java.time.Instant;
import java.util.List;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Line;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// Lines on their way into the threads of sessions: one row for each line and channel.
public final class Posts {
    private static final String ENQUEUE =
            """
            insert into post (session, channel, key, line, thread, state, attempts, next_at_ms,
                at_ms)
            values (?, ?, ?, ?, ?, 'QUEUED', 0, ?, ?)
            on conflict (session, channel, key) do nothing
            """;

    /// A line waits for the board that its thread hangs on.
    private static final String HEAD =
            """
            select p.id, p.session, p.channel, p.key, p.line, p.state, p.attempts, p.next_at_ms,
                p.thread
            from post p
            where p.id = (
                    select min(id) from post where channel = ? and state in ('QUEUED', 'ATTEMPTED'))
                and not exists (
                    select 1 from board b
                    where b.session = p.session and b.channel = p.channel and b.delivered = 0
                        and b.state in ('QUEUED', 'ATTEMPTED'))
            """;

    private static final String HOLD_NEXT =
            """
            update post set next_at_ms = ?
            where id = (
                    select min(id) from post where channel = ? and state in ('QUEUED', 'ATTEMPTED'))
                and next_at_ms < ?
            """;

    private static final String LEDGER =
            """
            select channel, key, state, attempts, platform_id, problem from post
            where session = ? order by id
            """;

    private final Tries tries = new Tries("post");

    /// A line that is not settled yet.
    ///
    /// @param attempts how often it was tried before
    /// @param thread id of the group in whose thread it stands, or 0 for the session's
    public record Pending(
            long id,
            SessionId session,
            ChannelId channel,
            String key,
            Line line,
            DeliveryState state,
            int attempts,
            Instant nextAt,
            int thread) {}

    /// How a line fared in one channel.
    public record Fate(
            ChannelId channel,
            String key,
            DeliveryState state,
            int attempts,
            @Nullable String platformId,
            @Nullable String problem) {}

    /// Sends a line on its way to every channel. The same key again changes nothing.
    ///
    /// @param key unique within the session
    /// @param thread id of the group in whose thread it stands, or 0 for the session's
    public void enqueue(
            Tx tx,
            SessionId session,
            List<ChannelId> channels,
            String key,
            Line line,
            int thread,
            Instant at) {
        var json = StateJson.write(line);
        for (var channel : channels) {
            tx.update(ENQUEUE, session, channel, key, json, thread, at, at);
        }
    }

    /// The line whose turn it is in a channel, due or not; null if none waits, or all must wait for
    /// a board.
    public @Nullable Pending head(Tx tx, ChannelId channel) {
        return tx.one(HEAD, Posts::read, channel);
    }

    /// The next line of a channel is not delivered before `at`.
    public void holdNext(Tx tx, ChannelId channel, Instant at) {
        tx.update(HOLD_NEXT, at, channel, at);
    }

    /// How the tries to deliver them end.
    public Tries tries() {
        return tries;
    }

    /// Every line of a session and how it fared, in the order they were said.
    public List<Fate> ledger(Tx tx, SessionId session) {
        return tx.list(
                LEDGER,
                row ->
                        new Fate(
                                new ChannelId(row.text(1)),
                                row.text(2),
                                DeliveryState.valueOf(row.text(3)),
                                row.int32(4),
                                row.textOrNull(5),
                                row.textOrNull(6)),
                session);
    }

    private static Pending read(Row row) {
        return new Pending(
                row.int64(1),
                new SessionId(row.text(2)),
                new ChannelId(row.text(3)),
                row.text(4),
                StateJson.line(row.text(5)),
                DeliveryState.valueOf(row.text(6)),
                row.int32(7),
                row.instant(8),
                row.int32(9));
    }
}
