package org.convenor.protocol;

/// When answers can be read, and by whom. One's own answer is always visible to oneself.
public enum Reveal {
    /// By everyone, at once; inside a group by its people.
    AS_THEY_ARRIVE,
    /// By everyone, when the step closes; inside a group by its people. What a whole team or group
    /// answers inside a group is read by everyone once the groups meet.
    TOGETHER,
    /// By the holders of the role `presenter` only.
    TO_THE_PRESENTER,
    /// By the people of the same district, when the step closes.
    TO_THE_OWN_TEAM,
    /// By the people of the same group, when the step closes.
    TO_THE_OWN_GROUP,
    /// By the people of the group one is in next, once it is formed.
    TO_THE_NEXT_GROUP,
    /// By facilitators only.
    TO_FACILITATORS,
    NEVER
}
