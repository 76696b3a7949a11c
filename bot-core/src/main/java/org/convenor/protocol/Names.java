package org.convenor.protocol;

/// Whether an answer shows who gave it.
public enum Names {
    SHOWN,
    /// Kept, and not shown to others.
    HIDDEN,
    /// Never stored. Final once sent.
    ANONYMOUS
}
