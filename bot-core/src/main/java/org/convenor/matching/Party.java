package org.convenor.matching;

import java.util.Set;

/// What comes together or stays apart as one: a person, a whole district team, or a group formed
/// earlier.
///
/// @param key unique in its request
/// @param systems ids of the district teams its people come from; empty for guests of none
/// @param needs what it asked for; plain option texts, compared as they are
/// @param offers what it can show, in the same words
public record Party(String key, Set<String> systems, Set<String> needs, Set<String> offers) {
    public Party {
        systems = Set.copyOf(systems);
        needs = Set.copyOf(needs);
        offers = Set.copyOf(offers);
    }
}
