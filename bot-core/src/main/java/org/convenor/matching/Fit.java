package org.convenor.matching;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Why two parties are in one group: one asked for what the other offers.
///
/// @param about what the seeker needs and the giver offers; never empty, in the order of its words
public record Fit(String seeker, String giver, Set<String> about) {
    public Fit {
        about = Collections.unmodifiableSortedSet(new TreeSet<>(about));
    }
}
