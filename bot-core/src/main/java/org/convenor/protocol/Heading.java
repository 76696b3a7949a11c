package org.convenor.protocol;

import org.jspecify.annotations.Nullable;

/// What every step says of itself.
///
/// @param title unique in its protocol
/// @param text the words people read; may hold settings in curly brackets; may be empty for `show`
///   and `keep`
/// @param readAloud a line for whoever speaks on the call, or null
public record Heading(String title, String text, @Nullable String readAloud, Timing timing) {}
