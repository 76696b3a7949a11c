package org.convenor.web;

import java.util.List;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.TextFile;
import org.convenor.runtime.Workshop;
import org.convenor.view.ProtocolCard;
import org.jspecify.annotations.Nullable;

/// What the pages about protocols ask of the bot. Like [Backend]: from many threads, and a problem
/// where something cannot be done.
public interface ProtocolBackend {
    List<ProtocolCard> all(MemberId by, ChannelId room);

    /// @param name id or alias
    ProtocolCard.Sheet sheet(MemberId by, ChannelId room, String name);

    /// The file of a protocol under a name of one's own.
    TextFile copy(MemberId by, ChannelId room, String name, String as);

    /// Looks at a file, and keeps it as a draft if it has no errors.
    ///
    /// @param name of the protocol, for a file that is a table; may be empty
    /// @param purpose the same
    /// @return null if it is a table and one of both is missing
    Workshop.@Nullable Inspected check(
            MemberId by,
            ChannelId room,
            String sourceKey,
            byte[] file,
            String name,
            String purpose);

    /// Plays a protocol of the shelf; takes seconds.
    Workshop.Rehearsed rehearse(MemberId by, ChannelId room, String name);

    /// Plays a draft; takes seconds.
    Workshop.Rehearsed rehearseDraft(MemberId by, ChannelId room, String draft);

    /// @return null if the same was sent before
    Workshop.@Nullable Publication publish(
            MemberId by, ChannelId room, String sourceKey, String draft);
}
