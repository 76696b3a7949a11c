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
    /// @param group id of the group in whose own thread it stands, or 0 for the session's
    record Say(String key, Line line, int group) implements Effect {
        public Say(String key, Line line) {
            this(key, line, 0);
        }
    }

    /// Tells one member in private; kept in their inbox.
    ///
    /// @param key unique within the session and member
    record Whisper(MemberId member, String key, Line line) implements Effect {}

    /// Stores the words that came with the event.
    ///
    /// @param first number of the first field; the fields follow without a gap
    /// @param step where they belong
    /// @param question key of the asking, or null for words on the open floor
    /// @param audience who may read them
    /// @param out whether they can be read at once; otherwise from [Reveal] on
    /// @param named whether others see who wrote them
    /// @param late given after the others' words were out, or after the step had moved on
    /// @param unit who answers as one and reads it with its author, or null for one person
    record Store(
            int first,
            int step,
            int visit,
            @Nullable String question,
            MemberId by,
            Audience audience,
            boolean out,
            boolean named,
            boolean late,
            @Nullable Unit unit)
            implements Effect {}

    /// Stores the words that came with the event without time, order or author.
    ///
    /// @param by who took part: kept apart from the words, by day
    record StoreAnonymous(int step, String question, MemberId by, Audience audience, boolean out)
            implements Effect {}

    /// Lets the answers of an asking be read from now on, by those they are meant for.
    ///
    /// @param question key of the asking
    record Reveal(String question) implements Effect {}

    /// Lets words be read from now on by people who were unknown when they were written.
    ///
    /// @param numbers of the contributions
    record Share(List<Integer> numbers, Audience audience) implements Effect {
        public Share {
            numbers = List.copyOf(numbers);
        }
    }

    /// Asks somebody to work out who is with whom, and to come back with
    /// [SessionEvent.GroupsPlanned]. Asked again where no answer comes.
    ///
    /// @param step index of the `group` step
    record PlanGroups(int track, int visit, int step) implements Effect {}

    /// Keeps answers beyond the session.
    ///
    /// @param questions keys of the askings whose answers are kept; those nobody answered are left
    ///   out
    record Keep(int step, Becomes becomes, List<String> questions) implements Effect {
        public Keep {
            questions = List.copyOf(questions);
        }
    }
}
