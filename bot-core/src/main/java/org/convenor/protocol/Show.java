package org.convenor.protocol;

import org.jspecify.annotations.Nullable;

/// Names a saved answer, or one field of it, to be shown.
///
/// @param saved the name under `save as`
/// @param field one field of it, or null for all
/// @param all every pass of a repeated step, not only the latest
public record Show(String saved, @Nullable String field, boolean all) {}
