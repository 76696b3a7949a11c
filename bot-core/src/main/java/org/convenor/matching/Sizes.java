package org.convenor.matching;

import java.util.List;
import java.util.stream.IntStream;

/// Into groups of which size a number of parties is split.
final class Sizes {
    private Sizes() {}

    /// The larger ones first. Who is in none of them sits out.
    static List<Integer> of(int parties, int size, Leftover odd) {
        if (parties <= size) {
            return parties == 0 ? List.of() : List.of(parties);
        }
        int full = parties / size;
        int left = parties % size;
        return switch (odd) {
            case BALANCED -> even(parties, left <= full ? full : full + 1);
            case LARGER -> even(parties, full);
            case SMALLER -> even(parties, left == 0 ? full : full + 1);
            case SIT_OUT -> even(full * size, full);
        };
    }

    private static List<Integer> even(int parties, int groups) {
        return IntStream.range(0, groups)
                .mapToObj(group -> (parties + groups - 1 - group) / groups)
                .toList();
    }
}
