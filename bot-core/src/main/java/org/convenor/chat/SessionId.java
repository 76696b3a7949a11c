package org.convenor.chat;

/// Names one run of a protocol. Time-ordered text, never shown to people.
///
/// @param value not blank
public record SessionId(String value) {
    public SessionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("SessionId is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
