package org.convenor.view;

/// Whose lines somebody reads while people are in groups. Everybody may read all of them; most want
/// their own.
public enum Heard {
    /// The session's, and those of the groups the reader is or was in.
    OWN_GROUPS,
    ALL_GROUPS
}
