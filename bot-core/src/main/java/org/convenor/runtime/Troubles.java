package org.convenor.runtime;

import java.time.Instant;
import org.convenor.chat.Arg;
import org.convenor.chat.Channel;
import org.convenor.chat.Line;
import org.convenor.chat.Receipt;
import org.convenor.chat.SessionId;
import org.convenor.store.Boards;
import org.convenor.store.Posts;
import org.convenor.store.ProtocolTexts;
import org.convenor.store.Sessions;
import org.convenor.store.Tx;
import org.convenor.store.Whispers;

/// Tells whoever leads a session, and nobody else, what does not arrive in one of its channels.
/// Works inside the caller's transaction, and locks the session in it: called before a row of the
/// outbox is changed, because presses lock in that order.
final class Troubles {
    private final Sessions sessions = new Sessions(new ProtocolTexts());
    private final Whispers whispers;

    Troubles(Whispers whispers) {
        this.whispers = whispers;
    }

    /// The board may stand on another message than before: then somebody had deleted that.
    void boardShown(Tx tx, Boards.Pending board, Channel channel, Receipt receipt, Instant now) {
        boolean stoodElsewhere =
                board.platformId() != null && !board.platformId().equals(receipt.platformId());
        if (board.wasLost() || stoodElsewhere) {
            tell(
                    tx,
                    board.session(),
                    "board-again/" + receipt.platformId(),
                    Line.of("delivery.board-again"),
                    channel,
                    now);
        }
    }

    void boardLost(Tx tx, Boards.Pending board, Channel channel, Instant now) {
        channelLost(tx, board.session(), channel, now);
    }

    void lineLost(Tx tx, Posts.Pending post, Channel channel, Instant now) {
        channelLost(tx, post.session(), channel, now);
    }

    /// Once for each channel: the first loss says it all.
    private void channelLost(Tx tx, SessionId session, Channel channel, Instant now) {
        tell(
                tx,
                session,
                "channel-lost/" + channel.id(),
                Line.of("delivery.channel-lost"),
                channel,
                now);
    }

    private void tell(
            Tx tx, SessionId session, String key, Line line, Channel channel, Instant now) {
        var leader = sessions.load(tx, session).session().facilitator();
        var named = line.with("channel", new Arg.Label(channel.name()));
        whispers.add(tx, session, leader, key, named, now);
    }
}
