package org.convenor.matching;

/// What happens with those who are left over when the parties do not come out even. In any case one
/// group has at most one party more than another.
public enum Leftover {
    /// Larger groups, if none becomes more than one too large; smaller ones otherwise.
    BALANCED,
    /// Some groups are larger.
    LARGER,
    /// Some groups are smaller. Pairs leave one party by itself.
    SMALLER,
    /// They wait, nobody a second time before all did once. If there are too few for even one
    /// group, nobody waits.
    SIT_OUT
}
