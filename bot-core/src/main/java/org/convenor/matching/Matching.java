package org.convenor.matching;

/// Puts parties together. Implementations are pure: the same request gives the same match, on any
/// day and on any machine. They may be called from many threads.
public interface Matching {
    /// Never fails for want of a good match: what had to be accepted is counted in the answer.
    Match match(MatchRequest request);
}
