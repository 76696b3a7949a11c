package org.convenor.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Line;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// The threads of the browser rooms, in order. Numbers grow over all rooms and become visible in
/// order, so that whoever goes on from the last one seen misses none.
public final class RoomMessages {
    private static final String SEQ =
            """
            select seq from room_message where channel = ? and session = ? and post_key = ?
            """;

    /// Holds the row until commit: a higher number never becomes visible before a lower one.
    private static final String NUMBER =
            "update room_tail set last_seq = last_seq + 1 where id = 1 returning last_seq";

    private static final String APPEND =
            """
            insert into room_message (seq, channel, session, post_key, line, thread, at_ms)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String COLUMNS =
            "select seq, channel, session, post_key, line, at_ms, thread from room_message\n";

    private static final String AFTER =
            COLUMNS + "where channel = ? and seq > ? order by seq limit ?";

    /// The session's own thread and some of its groups'. Of other sessions the groups' threads are
    /// left out.
    private static final String HEARD =
            COLUMNS
                    + "where channel = ? and seq > ? and (thread = 0 or session = ? and thread in (%s))\n";

    private static final String HEARD_AFTER = HEARD + "order by seq limit ?";

    private static final String HEARD_LATEST = HEARD + "order by seq desc limit ?";

    private static final String LATEST = COLUMNS + "where channel = ? order by seq desc limit ?";

    private static final String TAIL = COLUMNS + "where seq > ? order by seq limit ?";

    private static final String LAST =
            "select seq from room_message where channel = ? order by seq desc limit 1";

    /// One line in a room.
    ///
    /// @param key of the post it came with
    /// @param thread id of the group in whose thread it stands, or 0 for the session's
    public record RoomMessage(
            long seq,
            ChannelId channel,
            SessionId session,
            String key,
            Line line,
            Instant at,
            int thread) {}

    /// Whose lines are wanted beside those for everybody.
    ///
    /// @param groups ids of the groups of the session
    public record Own(SessionId session, Set<Integer> groups) {
        public Own {
            groups = Set.copyOf(groups);
        }
    }

    /// Appends a line; the same post again changes nothing.
    ///
    /// @return the number of the line
    public long append(
            Tx tx,
            ChannelId channel,
            SessionId session,
            String postKey,
            Line line,
            int thread,
            Instant at) {
        var known = tx.one(SEQ, row -> row.int64(1), channel, session, postKey);
        if (known != null) {
            return known;
        }
        var seq = tx.one(NUMBER, row -> row.int64(1));
        if (seq == null) {
            throw new IllegalStateException("the row that numbers room messages is gone");
        }
        tx.update(APPEND, seq, channel, session, postKey, StateJson.write(line), thread, at);
        return seq;
    }

    /// The lines of one room after a number, the oldest first.
    public List<RoomMessage> after(Tx tx, ChannelId channel, long seq, int limit) {
        return tx.list(AFTER, RoomMessages::read, channel, seq, limit);
    }

    /// The lines of one room after a number, the oldest first.
    ///
    /// @param own whose beside those for everybody; null for all
    public List<RoomMessage> after(
            Tx tx, ChannelId channel, @Nullable Own own, long seq, int limit) {
        return own == null
                ? after(tx, channel, seq, limit)
                : heard(tx, HEARD_AFTER, channel, own, seq, limit);
    }

    /// The newest lines of one room, the oldest of them first.
    ///
    /// @param own whose beside those for everybody; null for all
    public List<RoomMessage> latest(Tx tx, ChannelId channel, @Nullable Own own, int limit) {
        var lines =
                own == null
                        ? tx.list(LATEST, RoomMessages::read, channel, limit)
                        : heard(tx, HEARD_LATEST, channel, own, 0L, limit);
        return lines.reversed();
    }

    private static List<RoomMessage> heard(
            Tx tx, String sql, ChannelId channel, Own own, long seq, int limit) {
        var groups = Lists.padded(own.groups());
        var values = new ArrayList<@Nullable Object>(List.of(channel, seq, own.session()));
        values.addAll(groups);
        values.add(limit);
        return tx.list(
                sql.formatted(Lists.marks(groups.size())), RoomMessages::read, values.toArray());
    }

    /// The lines of all rooms after a number, the oldest first: one look for all the pages of a
    /// server.
    public List<RoomMessage> tail(Tx tx, long seq, int limit) {
        return tx.list(TAIL, RoomMessages::read, seq, limit);
    }

    /// Number of the last line of a room, or zero if it has none.
    public long last(Tx tx, ChannelId channel) {
        var seq = tx.one(LAST, row -> row.int64(1), channel);
        return seq == null ? 0 : seq;
    }

    private static RoomMessage read(Row row) {
        return new RoomMessage(
                row.int64(1),
                new ChannelId(row.text(2)),
                new SessionId(row.text(3)),
                row.text(4),
                StateJson.line(row.text(5)),
                row.instant(6),
                row.int32(7));
    }
}
