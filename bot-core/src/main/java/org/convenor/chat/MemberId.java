package org.convenor.chat;

/// Names one human across all platforms. Time-ordered text, never shown to people.
///
/// @param value not blank
public record MemberId(String value) implements Comparable<MemberId> {
    public MemberId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a member id is not blank");
        }
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
