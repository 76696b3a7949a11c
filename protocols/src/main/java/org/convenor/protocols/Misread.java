package org.convenor.protocols;

/// Words of the file that mean nothing where they stand. Carries the rest of a sentence that begins
/// with those words.
final class Misread extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param predicate for example `is not a time. Write for example “5 min”.`
    Misread(String predicate) {
        super(predicate, null, false, false);
    }

    String predicate() {
        return String.valueOf(getMessage());
    }
}
