package org.convenor.session;

import java.util.List;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Becomes;
import org.jspecify.annotations.Nullable;

/// What a decision asks the world to do. The boards follow the state by themselves and need no
/// effect.
public sealed interface Effect {
    /// Appends one line to the session's thread in every linked channel.
    ///
    /// @param key unique within the session, so that a line is never said twice
    record Say(String key, Line line) implements Effect {}

    /// Tells one member in private; kept in their inbox.
    ///
    /// @param key unique within the session and member
    record Whisper(MemberId member, String key, Line line) implements Effect {}

    /// Stores the words that came with the event.
    ///
    /// @param first number of the first field; the fields follow without a gap
    /// @param step where they belong
    /// @param question title of the question, or null for words on the open floor
    /// @param audience who may read them
    /// @param out whether they can be read at once; otherwise from [Reveal] on
    /// @param named whether others see who wrote them
    /// @param late given after the others' words were out, or after the step had moved on
    record Store(
            int first,
            int step,
            int visit,
            @Nullable String question,
            MemberId by,
            Audience audience,
            boolean out,
            boolean named,
            boolean late)
            implements Effect {}

    /// Stores the words that came with the event without time, order or author.
    ///
    /// @param by who took part: kept apart from the words, by day
    record StoreAnonymous(int step, String question, MemberId by, Audience audience, boolean out)
            implements Effect {}

    /// Lets the answers to a question be read from now on.
    record Reveal(String question) implements Effect {}

    /// Keeps answers beyond the session.
    ///
    /// @param questions titles of the questions whose answers are kept; those nobody answered are
    ///   left out
    record Keep(int step, Becomes becomes, List<String> questions) implements Effect {
        public Keep {
            questions = List.copyOf(questions);
        }
    }
}
