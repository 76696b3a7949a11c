package org.convenor.protocols;

/// What the language knows and this version cannot run.
final class Later {
    /// The rest of a sentence that begins with the words in question.
    static final String SENTENCE =
            "is part of the protocol language, but this version of Convenor cannot run it yet.";

    private Later() {}
}
