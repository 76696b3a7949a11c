package org.convenor.store;

import java.time.Instant;
import org.convenor.chat.ChannelId;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// The board of each session in each channel: which version of the session it should show, and
/// which it shows. Any number of changes is one edit.
public final class Boards {
    private static final String WANT =
            """
            insert into board (session, channel, wanted, delivered, is_urgent, state, attempts,
                next_at_ms, edit_after_ms)
            select session, channel, ?, 0, ?, 'QUEUED', 0, 0, 0
            from session_channel where session = ?
            on conflict (session, channel) do update
            set wanted = excluded.wanted, is_urgent = board.is_urgent or excluded.is_urgent,
                state = case when board.state in ('DELIVERED', 'UNCERTAIN') then 'QUEUED'
                    else board.state end
            """;

    private static final String NEXT =
            """
            select session, channel, wanted, delivered, platform_id, state, attempts, losses
            from board
            where channel = ? and delivered < wanted and state <> 'UNDELIVERABLE'
                and next_at_ms <= ? and (is_urgent or edit_after_ms <= ?)
            order by session limit 1
            """;

    private static final String ATTEMPTED =
            """
            update board set state = 'ATTEMPTED', attempts = attempts + 1, is_urgent = ?
            where session = ? and channel = ?
            """;

    private static final String DELIVERED =
            """
            update board
            set state = case when wanted > ? then 'QUEUED' else 'DELIVERED' end,
                delivered = ?, platform_id = ?, attempts = 0, losses = 0, problem = null,
                edit_after_ms = ?
            where session = ? and channel = ?
            """;

    private static final String RETRY =
            """
            update board set state = ?, next_at_ms = ?, problem = ?, is_urgent = ?
            where session = ? and channel = ?
            """;

    private static final String UNCERTAIN =
            """
            update board set state = 'UNCERTAIN', delivered = ?, problem = ?
            where session = ? and channel = ?
            """;

    private static final String UNDELIVERABLE =
            """
            update board set state = 'UNDELIVERABLE', problem = ? where session = ? and channel = ?
            """;

    private static final String AT =
            "select session from board where channel = ? and platform_id = ?";

    private static final String FIND =
            """
            select wanted, delivered, platform_id, state, problem from board
            where session = ? and channel = ?
            """;

    /// A board that is behind its session.
    ///
    /// @param wanted version of the session it should show
    /// @param delivered version it shows, or zero if it was never put up
    /// @param attempts how often putting up this or an earlier version failed in a row
    /// @param wasLost somebody deleted its message since it was last shown
    public record Pending(
            SessionId session,
            ChannelId channel,
            long wanted,
            long delivered,
            @Nullable String platformId,
            DeliveryState state,
            int attempts,
            boolean wasLost) {}

    /// How a board stands.
    public record Standing(
            long wanted,
            long delivered,
            @Nullable String platformId,
            DeliveryState state,
            @Nullable String problem) {}

    /// Asks every channel of a session to show its state, when the platform next allows an edit.
    public void want(Tx tx, SessionId session, long version) {
        want(tx, session, version, false);
    }

    /// Asks every channel of a session to show its state.
    ///
    /// @param version of the session that should be seen
    /// @param atOnce the step changed: it does not wait for the usual pause between edits
    public void want(Tx tx, SessionId session, long version, boolean atOnce) {
        tx.update(WANT, version, atOnce, session);
    }

    /// A board of a channel that may be edited now, or null.
    public @Nullable Pending next(Tx tx, ChannelId channel, Instant now) {
        return tx.one(NEXT, Boards::read, channel, now, now);
    }

    public void attempted(Tx tx, Pending board) {
        tx.update(ATTEMPTED, false, board.session(), board.channel());
    }

    /// What was wanted while the platform was called is still to be shown.
    ///
    /// @param editAfter when the platform allows the next edit that is not urgent
    public void delivered(Tx tx, Pending board, String platformId, Instant editAfter) {
        tx.update(
                DELIVERED,
                board.wanted(),
                board.wanted(),
                platformId,
                editAfter,
                board.session(),
                board.channel());
    }

    /// Tries again, not before `nextAt`, and then without waiting for the pause between edits.
    ///
    /// @param mayHaveArrived nobody knows how the last try ended
    public void retry(
            Tx tx, Pending board, Instant nextAt, boolean mayHaveArrived, String problem) {
        tx.update(
                RETRY,
                mayHaveArrived ? DeliveryState.ATTEMPTED : DeliveryState.QUEUED,
                nextAt,
                problem,
                true,
                board.session(),
                board.channel());
    }

    /// It may stand or not, and nobody can be asked. The next change puts up another: a session
    /// without a board cannot be worked with.
    public void uncertain(Tx tx, Pending board, String problem) {
        tx.update(UNCERTAIN, board.wanted(), problem, board.session(), board.channel());
    }

    public void undeliverable(Tx tx, Pending board, String problem) {
        tx.update(UNDELIVERABLE, problem, board.session(), board.channel());
    }

    /// The session whose board a message is, or null.
    public @Nullable SessionId at(Tx tx, ChannelId channel, String platformId) {
        return tx.one(AT, row -> new SessionId(row.text(1)), channel, platformId);
    }

    public @Nullable Standing find(Tx tx, SessionId session, ChannelId channel) {
        return tx.one(
                FIND,
                row ->
                        new Standing(
                                row.int64(1),
                                row.int64(2),
                                row.textOrNull(3),
                                DeliveryState.valueOf(row.text(4)),
                                row.textOrNull(5)),
                session,
                channel);
    }

    private static Pending read(Row row) {
        return new Pending(
                new SessionId(row.text(1)),
                new ChannelId(row.text(2)),
                row.int64(3),
                row.int64(4),
                row.textOrNull(5),
                DeliveryState.valueOf(row.text(6)),
                row.int32(7),
                row.int32(8) > 0);
    }
}
