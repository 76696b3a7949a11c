package org.convenor.runtime;

import java.time.Duration;
import org.convenor.chat.Receipt;

/// How one try to deliver ended.
sealed interface Outcome {
    /// @param pause until the next edit of a board, or the next line in the channel
    record Delivered(Receipt receipt, Duration pause) implements Outcome {}

    /// To be tried again.
    ///
    /// @param pause what the platform asked for; zero if it named none
    /// @param mayHaveArrived nobody knows whether it is there
    record Later(Duration pause, boolean mayHaveArrived, String problem) implements Outcome {}

    /// It may be there, and the platform cannot be asked.
    record Uncertain(String problem) implements Outcome {}

    /// The platform will never take it.
    record Dead(String problem) implements Outcome {}

    /// We could not put it into words: a bug of ours.
    record Unspeakable(String problem) implements Outcome {}
}
