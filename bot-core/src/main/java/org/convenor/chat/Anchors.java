package org.convenor.chat;

import org.jspecify.annotations.Nullable;

/// Which messages the lines of a session hang on, for a platform whose threads do. Called by
/// whoever holds the lane of the channel, so nobody else changes it meanwhile.
public interface Anchors {
    /// The platform's id of the session's board, or null while it has none.
    @Nullable String board(SessionId session, ChannelId channel);

    /// Somebody deleted the board's message: it is put up anew before anything else goes there.
    /// Changes nothing if another message is the board by now.
    void lostBoard(SessionId session, ChannelId channel, String platformId);

    /// The platform's id of the newest line that arrived in a thread, or null if none did.
    ///
    /// @param thread id of the group, or 0 for the session's own
    @Nullable String newestLine(SessionId session, ChannelId channel, int thread);

    /// The message above a group's thread, or null if none was tried yet.
    @Nullable Head head(SessionId session, ChannelId channel, int thread);

    /// Notes that the message above a group's thread is about to be posted.
    ///
    /// @param after the platform's id of a message that stood before it, or null
    void tryHead(SessionId session, ChannelId channel, int thread, @Nullable String after);

    /// Notes that it arrived.
    void keepHead(SessionId session, ChannelId channel, int thread, String platformId);

    /// Notes that it did not arrive, or is gone.
    void dropHead(SessionId session, ChannelId channel, int thread);

    /// The message above a group's thread.
    ///
    /// @param platformId null if nobody knows whether it arrived
    /// @param after what [#tryHead] was told
    record Head(@Nullable String platformId, @Nullable String after) {}
}
