package org.convenor.people;

/// What somebody is, in the network or in one session. Ordered from most to least trusted.
public enum Role {
    OPERATOR,
    HUB,
    FACILITATOR,
    CO_FACILITATOR,
    /// Whose work a session is about; in one session only.
    PRESENTER,
    MEMBER,
    GUEST,
    OBSERVER
}
