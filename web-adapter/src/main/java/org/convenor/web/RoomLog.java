package org.convenor.web;

import org.convenor.chat.ChannelId;
import org.convenor.chat.Line;
import org.convenor.chat.SessionId;

/// Where the lines of a room are kept.
@FunctionalInterface
public interface RoomLog {
    /// Appends a line, or finds the one that stands there under the same key.
    ///
    /// @return the line's number in the room
    long append(ChannelId room, SessionId session, String key, Line line, int thread);
}
