package org.convenor.protocol;

import org.jspecify.annotations.Nullable;

/// What ends a step besides its time; whatever comes first. A step whose time is up ends, unless it
/// says `facilitator says next` alone.
///
/// @param everyone ends when everyone asked has answered
/// @param answers ends at this many answers, or null
/// @param facilitator `facilitator says next` is named
/// @param time `time is up` is named
public record Until(
        boolean everyone, @Nullable Integer answers, boolean facilitator, boolean time) {
    /// Everyone has answered, or time is up.
    public static final Until USUAL = new Until(true, null, false, true);

    /// Time is up.
    public static final Until TIME = new Until(false, null, false, true);

    /// Whether only a person ends it.
    public boolean waitsForFacilitator() {
        return facilitator && !time;
    }
}
