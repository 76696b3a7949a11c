package org.convenor.slack.testing;

/// What may go wrong with one call.
public enum Fault {
    /// Answered with 500; nothing was done.
    ERROR_BEFORE,
    /// Answered with 500, and yet it was done.
    ERROR_AFTER,
    /// Never answered; nothing was done.
    SILENCE_BEFORE,
    /// Never answered, and yet it was done.
    SILENCE_AFTER,
    /// The connection was dropped; nothing was done.
    DROP_BEFORE,
    /// The connection was dropped, and yet it was done.
    DROP_AFTER,
    /// Done, and answered with something that is no JSON.
    GARBLED_AFTER;

    boolean isDone() {
        return switch (this) {
            case ERROR_AFTER, SILENCE_AFTER, DROP_AFTER, GARBLED_AFTER -> true;
            case ERROR_BEFORE, SILENCE_BEFORE, DROP_BEFORE -> false;
        };
    }
}
