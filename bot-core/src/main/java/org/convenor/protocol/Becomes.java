package org.convenor.protocol;

/// What a kept answer turns into.
public enum Becomes {
    MILESTONE,
    PLAN_SECTION,
    NOTE,
    FEEDBACK,
    DECISION
}
