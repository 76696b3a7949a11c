package org.convenor.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What the courier asks of a platform. Called from one thread per channel, in order, outside any
/// transaction.
public interface ChatPlatform {
    /// `web`, `slack` or `teams`.
    String name();

    /// Whether it shows what is stored to whoever looks. Then nothing is put into words for it, and
    /// the messages it is handed are empty.
    default boolean rendersWhenRead() {
        return false;
    }

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
    /// @param session what it is about
    /// @param key the same at every try
    Receipt whisper(SessionId session, MemberId member, String key, Message message)
            throws DeliveryException;

    /// How long to wait between two edits of one board; zero where edits are free. A change of step
    /// does not wait.
    default Duration boardPause() {
        return Duration.ZERO;
    }

    /// How long to wait between two lines in one channel.
    default Duration postPause() {
        return Duration.ZERO;
    }

    /// Says what became of a try whose end nobody knows, because the process or the connection
    /// died. Called before the same thing is tried again.
    default Trace trace(Attempt attempt) throws DeliveryException {
        return new Trace.Unknown();
    }

    /// What was tried.
    sealed interface Attempt {
        record OfPost(Post post) implements Attempt {}

        /// The first board of a session; edits may always be tried again.
        record OfBoard(Channel channel, SessionId session) implements Attempt {}

        record OfWhisper(SessionId session, MemberId member, String key) implements Attempt {}
    }

    /// What the platform knows of a try.
    sealed interface Trace {
        /// It arrived.
        record Found(Receipt receipt) implements Trace {}

        /// It did not arrive, or trying again does no harm because the platform knows the key.
        record Absent() implements Trace {}

        /// The platform cannot be asked.
        record Unknown() implements Trace {}
    }

    /// One line on its way.
    ///
    /// @param line what was stored: ids only
    /// @param thread id of the group in whose own thread it belongs, or 0 for the session's
    /// @param head what stands above that group's thread, where threads hang on a message; null in
    ///   the session's
    /// @param message the line in words, as this channel may read it
    record Post(
            String key,
            Channel channel,
            SessionId session,
            Line line,
            int thread,
            @Nullable Message head,
            Message message) {}
}
