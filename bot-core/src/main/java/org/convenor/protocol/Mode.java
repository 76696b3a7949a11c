package org.convenor.protocol;

/// At which speed a session runs.
public enum Mode {
    /// Everybody at once, minutes a step.
    LIVE,
    /// Over days, each when it suits them.
    ASYNC
}
