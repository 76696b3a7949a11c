package org.convenor.testing;

import java.time.Instant;
import org.convenor.chat.ChannelId;
import org.convenor.runtime.Tables;
import org.convenor.store.Tx;

/// Puts into a room what waits for it, as the courier does, within one transaction.
final class HandDelivery {
    private HandDelivery() {}

    static void to(Tx tx, Tables tables, ChannelId room, Instant now) {
        boards(tx, tables, room, now);
        posts(tx, tables, room, now);
    }

    private static void boards(Tx tx, Tables tables, ChannelId room, Instant now) {
        var boards = tables.boards();
        for (var board = boards.next(tx, room, now);
                board != null;
                board = boards.next(tx, room, now)) {
            boards.attempted(tx, board);
            boards.delivered(tx, board, "board", now);
        }
    }

    private static void posts(Tx tx, Tables tables, ChannelId room, Instant now) {
        var posts = tables.posts();
        for (var post = posts.head(tx, room); post != null; post = posts.head(tx, room)) {
            posts.tries().attempted(tx, post.id());
            tables.roomMessages()
                    .append(tx, room, post.session(), post.key(), post.line(), post.thread(), now);
            posts.tries().delivered(tx, post.id(), "posted");
        }
    }
}
