package org.convenor.store;

import java.util.function.Consumer;
import org.convenor.chat.Anchors;
import org.convenor.chat.ChannelId;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// Remembers in the database which messages the lines of a session hang on.
public final class StoredAnchors implements Anchors {
    private static final String NEWEST_LINE =
            """
            select platform_id from post
            where session = ? and channel = ? and thread = ? and state = 'DELIVERED'
                and platform_id is not null
            order by id desc limit 1
            """;

    private static final String LOST_BOARD =
            """
            update board
            set delivered = 0, platform_id = null, losses = losses + 1, is_urgent = ?,
                state = 'QUEUED', next_at_ms = 0
            where session = ? and channel = ? and platform_id = ?
            """;

    private static final String HEAD =
            """
            select platform_id, after_id from thread_head
            where session = ? and channel = ? and thread = ?
            """;

    private static final String HEAD_AT =
            "select session, thread from thread_head where channel = ? and platform_id = ?";

    private static final String TRY_HEAD =
            """
            insert into thread_head (session, channel, thread, after_id) values (?, ?, ?, ?)
            on conflict (session, channel, thread) do nothing
            """;

    private static final String KEEP_HEAD =
            """
            update thread_head set platform_id = ?
            where session = ? and channel = ? and thread = ?
            """;

    private static final String DROP_HEAD =
            "delete from thread_head where session = ? and channel = ? and thread = ?";

    private final Database database;
    private final Boards boards = new Boards();

    public StoredAnchors(Database database) {
        this.database = database;
    }

    @Override
    public @Nullable String board(SessionId session, ChannelId channel) {
        return database.<@Nullable String>read(tx -> {
            Boards.Standing board = boards.find(tx, session, channel);
            return board == null ? null : board.platformId();
        });
    }

    @Override
    public void lostBoard(SessionId session, ChannelId channel, String platformId) {
        write(tx -> tx.update(LOST_BOARD, true, session, channel, platformId));
    }

    @Override
    public @Nullable String newestLine(SessionId session, ChannelId channel, int thread) {
        return database.<@Nullable String>read(
                tx -> tx.one(NEWEST_LINE, row -> row.text(1), session, channel, thread));
    }

    @Override
    public @Nullable Head head(SessionId session, ChannelId channel, int thread) {
        return database.<@Nullable Head>read(tx ->
                tx.one(
                        HEAD,
                        row -> new Head(row.textOrNull(1), row.textOrNull(2)),
                        session,
                        channel,
                        thread));
    }

    /// The thread of a group that hangs on a message.
    ///
    /// @param group id of the group
    public record GroupThread(SessionId session, int group) {}

    /// The group's thread that hangs on a message, or null.
    public static @Nullable GroupThread headAt(Tx tx, ChannelId channel, String platformId) {
        return tx.one(
                HEAD_AT,
                row -> new GroupThread(new SessionId(row.text(1)), row.int32(2)),
                channel,
                platformId);
    }

    @Override
    public void tryHead(SessionId session, ChannelId channel, int thread, @Nullable String after) {
        write(tx -> tx.update(TRY_HEAD, session, channel, thread, after));
    }

    @Override
    public void keepHead(SessionId session, ChannelId channel, int thread, String platformId) {
        write(tx -> tx.update(KEEP_HEAD, platformId, session, channel, thread));
    }

    @Override
    public void dropHead(SessionId session, ChannelId channel, int thread) {
        write(tx -> tx.update(DROP_HEAD, session, channel, thread));
    }

    private void write(Consumer<Tx> work) {
        database.write(tx -> {
            work.accept(tx);
            return 0;
        });
    }
}
