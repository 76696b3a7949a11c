package org.convenor.web;

import org.convenor.chat.Channel;
import org.convenor.chat.ChatPlatform;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Receipt;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// Delivers to the browser: a line is stored in the room; boards and whispers are read from the
/// current state by whoever looks, so they only need a signal.
public final class WebPlatform implements ChatPlatform {
    private final RoomLog log;
    private final Watchers watchers;

    public WebPlatform(RoomLog log, Watchers watchers) {
        this.log = log;
        this.watchers = watchers;
    }

    @Override
    public String name() {
        return "web";
    }

    @Override
    public boolean rendersWhenRead() {
        return true;
    }

    @Override
    public Receipt post(Post post) {
        var room = post.channel().id();
        var seq = log.append(room, post.session(), post.key(), post.line(), post.thread());
        watchers.changed(room);
        return new Receipt(Long.toString(seq));
    }

    @Override
    public Receipt board(
            Channel channel, SessionId session, @Nullable String platformId, Message board) {
        watchers.changed(channel.id());
        return new Receipt(platformId == null ? "board-" + session : platformId);
    }

    @Override
    public Receipt whisper(SessionId session, MemberId member, String key, Message message) {
        watchers.changedEverywhere();
        return new Receipt(key);
    }

    /// A room keeps each line once by its key, so trying again does no harm.
    @Override
    public Trace trace(Attempt attempt) {
        return new Trace.Absent();
    }
}
