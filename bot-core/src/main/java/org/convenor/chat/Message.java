package org.convenor.chat;

import java.util.List;

/// What somebody sees, before a platform gives it its looks.
///
/// @param summary plain text that says it all: notifications and screen readers read it
public record Message(String summary, List<Part> parts) {
    public Message {
        parts = List.copyOf(parts);
    }

    /// A message of one line.
    public static Message text(String plain) {
        return new Message(plain, List.of(new Part.Text(plain)));
    }
}
