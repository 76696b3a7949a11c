package org.convenor.server;

import java.util.List;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.TextFile;
import org.convenor.runtime.Workshop;
import org.convenor.view.ProtocolCard;
import org.convenor.web.ProtocolBackend;
import org.jspecify.annotations.Nullable;

/// The bot's workshop as the browser's pages see it.
record BrowserProtocols(Workshop workshop) implements ProtocolBackend {
    @Override
    public List<ProtocolCard> all(MemberId by, ChannelId room) {
        return workshop.all(by, room);
    }

    @Override
    public ProtocolCard.Sheet sheet(MemberId by, ChannelId room, String name) {
        return workshop.sheet(by, room, name);
    }

    @Override
    public TextFile copy(MemberId by, ChannelId room, String name, String as) {
        return workshop.copy(by, room, name, as);
    }

    @Override
    public Workshop.@Nullable Inspected check(
            MemberId by,
            ChannelId room,
            String sourceKey,
            byte[] file,
            String name,
            String purpose) {
        if (!workshop.isTable(file)) {
            return workshop.check(by, room, sourceKey, file);
        }
        return name.isEmpty() || purpose.isEmpty()
                ? null
                : workshop.checkTable(by, room, sourceKey, file, name, purpose);
    }

    @Override
    public Workshop.Rehearsed rehearse(MemberId by, ChannelId room, String name) {
        return workshop.rehearse(by, room, name);
    }

    @Override
    public Workshop.Rehearsed rehearseDraft(MemberId by, ChannelId room, String draft) {
        return workshop.rehearseDraft(by, room, draft);
    }

    @Override
    public Workshop.@Nullable Publication publish(
            MemberId by, ChannelId room, String sourceKey, String draft) {
        return workshop.publishDraft(by, room, sourceKey, draft);
    }
}
