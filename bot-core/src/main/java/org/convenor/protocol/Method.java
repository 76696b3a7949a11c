package org.convenor.protocol;

/// How a group decides.
public enum Method {
    /// Decided when nobody objects.
    CONSENT,
    /// Everybody shows 0 to 5 fingers; decided when nobody is below [#ENOUGH_FINGERS].
    FIST_TO_FIVE,
    /// Everybody puts dots; the options with the most dots win.
    DOTS,
    /// Everybody puts the options in order; the best by Borda count win.
    RANK,
    /// Decided when more than half of those who voted chose the same.
    MAJORITY;

    /// From here on a show of fingers is no objection.
    public static final int ENOUGH_FINGERS = 3;
}
