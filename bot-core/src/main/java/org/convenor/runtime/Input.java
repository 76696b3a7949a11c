package org.convenor.runtime;

import java.util.Map;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.Press;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// What a person did, on whatever platform: authenticated and parsed, rights not yet checked.
public sealed interface Input {
    MemberId by();

    /// A button, or a form that was sent.
    ///
    /// @param values answers by field name; empty for a button
    record Pressed(MemberId by, Press press, Map<String, String> values) implements Input {
        public Pressed {
            values = Map.copyOf(values);
        }
    }

    /// Words written in the thread of a session.
    ///
    /// @param visit the visit during which it was written, or zero if the platform cannot tell
    /// @param origin the message that holds them, or null where words are no messages of their own
    record Wrote(MemberId by, SessionId session, int visit, String words, @Nullable Origin origin)
            implements Input {
        public Wrote(MemberId by, SessionId session, int visit, String words) {
            this(by, session, visit, words, null);
        }
    }

    /// A `/convene` line.
    record Typed(MemberId by, ChannelId in, String line) implements Input {}
}
