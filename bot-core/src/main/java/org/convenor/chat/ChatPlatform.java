package org.convenor.chat;

import org.jspecify.annotations.Nullable;

/// What the courier asks of a platform. Called from one thread per channel, in order, outside any
/// transaction.
public interface ChatPlatform {
    /// `web`, `slack` or `teams`.
    String name();

    /// Appends one line to the session's thread.
    ///
    /// @param post its `key` is the same at every try: a platform that can must use it to post once
    Receipt post(Post post) throws DeliveryException;

    /// Puts up the board of a session, or edits the one that stands.
    ///
    /// @param platformId the message to edit, or null to post a new one
    Receipt board(Channel channel, SessionId session, @Nullable String platformId, Message board)
            throws DeliveryException;

    /// Tells one member something in private. What is whispered also stands in the member's inbox.
    ///
    /// @param key the same at every try
    Receipt whisper(MemberId member, String key, Message message) throws DeliveryException;

    /// One line on its way.
    ///
    /// @param line what was stored: ids only
    /// @param message the line in words, as this channel may read it
    record Post(String key, Channel channel, SessionId session, Line line, Message message) {}
}
