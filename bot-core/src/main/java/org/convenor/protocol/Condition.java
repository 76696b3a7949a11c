package org.convenor.protocol;

/// Something a `when` or a `repeat: until …` asks of what happened so far.
///
/// @param name title of the `decide` step, or for the tests about answers the saved name
public record Condition(Test test, String name) {
    /// What is asked.
    public enum Test {
        /// Somebody objected in the latest pass of the decision; for fist to five, stayed below the
        /// middle.
        OBJECTIONS,
        /// Enough took part and nobody objected in the latest pass of the decision.
        NO_OBJECTIONS,
        /// The latest pass of the decision came to a result.
        DECIDED,
        /// It did not.
        UNDECIDED,
        /// Somebody answered under the saved name.
        ANSWERED,
        /// Nobody did.
        NOT_ANSWERED
    }
}
