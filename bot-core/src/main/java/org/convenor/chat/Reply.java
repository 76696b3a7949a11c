package org.convenor.chat;

import java.util.Map;

/// What the person who acted is told at once. Everything else travels through the outbox.
public sealed interface Reply {
    /// Accepted; what changed is seen on the board.
    record Nothing() implements Reply {}

    /// A private word, seen by this person alone.
    record Notice(Message message) implements Reply {}

    /// A private word with a file to take away: a download in the browser, an upload elsewhere.
    record Handed(Message message, TextFile file) implements Reply {}

    /// A form to fill in.
    record FormOpened(Form form) implements Reply {}

    /// The form cannot be taken as it is. What was typed stays.
    ///
    /// @param errors a sentence for each field by name
    record FieldErrors(Map<String, String> errors) implements Reply {
        public FieldErrors {
            errors = Map.copyOf(errors);
        }
    }

    /// The button belonged to a moment that has passed: somebody was faster. Not an error.
    record Moved(Message message) implements Reply {}

    /// It could not be done.
    record Refused(Problem problem) implements Reply {}
}
