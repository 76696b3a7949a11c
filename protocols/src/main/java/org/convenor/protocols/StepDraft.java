package org.convenor.protocols;

import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// A step as read, with what its checks need to point at the right line.
///
/// @param beside the step this one runs beside, or null
/// @param sound nothing was remarked while it was read, so its values are the author's
record StepDraft(Step step, Section section, @Nullable String beside, Place place, boolean sound) {}
