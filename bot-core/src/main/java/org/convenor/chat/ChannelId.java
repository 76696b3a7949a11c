package org.convenor.chat;

/// Names one place to post on, on any platform. Time-ordered text, never shown to people.
///
/// @param value not blank
public record ChannelId(String value) {
    public ChannelId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("ChannelId is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
