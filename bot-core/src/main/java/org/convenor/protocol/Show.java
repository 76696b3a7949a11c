package org.convenor.protocol;

import org.jspecify.annotations.Nullable;

/// Names a saved answer, or one field of it, to be shown.
///
/// @param saved the name under `save as`
/// @param field one field of it, or null for all
/// @param all every pass of a repeated step, not only the latest
/// @param top of a result, so many of the best options only; null for all
public record Show(String saved, @Nullable String field, boolean all, @Nullable Integer top) {
    public Show(String saved, @Nullable String field, boolean all) {
        this(saved, field, all, null);
    }
}
