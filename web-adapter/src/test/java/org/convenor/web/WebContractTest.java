package org.convenor.web;

import java.util.List;
import org.convenor.chat.Arg;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.ChatPlatform;
import org.convenor.chat.Line;
import org.convenor.chat.SessionId;
import org.convenor.store.RoomMessages;
import org.convenor.store.RoomMessages.RoomMessage;
import org.convenor.testing.AdapterContract;
import org.jspecify.annotations.Nullable;

/// The browser room keeps what every platform keeps.
final class WebContractTest extends AdapterContract {
    private static final int ALL = 100;

    private final RoomMessages messages = new RoomMessages();

    @Override
    protected void settle() {}

    @Override
    protected ChatPlatform platform() {
        return new WebPlatform(this::append, new Watchers());
    }

    private long append(ChannelId room, SessionId session, String key, Line line, int thread) {
        return database.write(
                tx -> messages.append(tx, room, session, key, line, thread, clock.instant()));
    }

    @Override
    protected String newPlace(String name) {
        return name;
    }

    @Override
    protected List<String> lines(Channel channel) {
        List<RoomMessage> all = database.read(tx -> messages.after(tx, channel.id(), 0, ALL));
        return all.stream()
                .map(one -> one.line().args().get("text"))
                .map(text -> text instanceof Arg.Label(var words) ? words : "")
                .toList();
    }

    /// Whoever looks reads the current state.
    @Override
    protected @Nullable List<String> boards(Channel channel) {
        return null;
    }

    /// They are read from the inbox.
    @Override
    protected @Nullable List<String> whispers() {
        return null;
    }

    /// A room is a row in the same database.
    @Override
    protected boolean lose(Channel channel) {
        return false;
    }
}
