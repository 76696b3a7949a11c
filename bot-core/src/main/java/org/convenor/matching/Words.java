package org.convenor.matching;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Numbers words, so that sets of them are quick to compare. The numbers mean nothing else: they
/// may differ from run to run.
final class Words {
    private final Map<String, Integer> numbers = new HashMap<>();

    BitSet bits(Set<String> words) {
        var bits = new BitSet();
        for (var word : words) {
            bits.set(numbers.computeIfAbsent(word, _ -> numbers.size()));
        }
        return bits;
    }
}
