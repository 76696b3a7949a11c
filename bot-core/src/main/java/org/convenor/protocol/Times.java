package org.convenor.protocol;

/// How often a `repeat` does its steps.
public sealed interface Times {
    /// @param number 1 or more
    record Rounds(int number) implements Times {}

    /// Once for each of those who are here when it begins; see [Who.Scope#PRESENTING].
    record ForEach(Kind kind) implements Times {}

    /// Until the condition holds after a pass.
    ///
    /// @param most passes at most, 1 or more
    record UntilTrue(Condition condition, int most) implements Times {}

    /// Whose turn it is in each pass.
    enum Kind {
        PERSON,
        TEAM,
        GROUP
    }
}
