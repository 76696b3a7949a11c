package org.convenor.protocol;

/// When answers can be read, and by whom. One's own answer is always visible to oneself.
public enum Reveal {
    /// By everyone, at once.
    AS_THEY_ARRIVE,
    /// By everyone, when the step closes.
    TOGETHER,
    /// By the holders of the role `presenter` only.
    TO_THE_PRESENTER,
    /// By the people of the same district, when the step closes.
    TO_THE_OWN_TEAM,
    /// By facilitators only.
    TO_FACILITATORS,
    NEVER
}
