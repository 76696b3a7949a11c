package org.convenor.matching;

/// Two parties were in one group before. It does not matter who is named first.
///
/// @param times how often, 1 or more; if a request names a pair several times, they add up
public record Meeting(String one, String other, int times) {
    public Meeting {
        if (times < 1) {
            throw new IllegalArgumentException("%s and %s: %d".formatted(one, other, times));
        }
    }
}
