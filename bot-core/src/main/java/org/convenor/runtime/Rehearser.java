package org.convenor.runtime;

import java.time.Duration;

/// Plays a whole session of a protocol with invented people. Takes seconds; thread-safe.
@FunctionalInterface
public interface Rehearser {
    /// @throws org.convenor.chat.ProblemException if it cannot be played at all
    Played play(ProtocolShelf.Shelved protocol);

    /// How it went.
    ///
    /// @param ended whether the session came to its end
    /// @param people how many took part
    /// @param length how long it would have taken real people
    /// @param steps how many steps were done
    /// @param answers how many answers and words there were
    /// @param transcript what was said, in plain text
    record Played(
            boolean ended,
            int people,
            Duration length,
            int steps,
            int answers,
            String transcript) {}
}
