package org.convenor.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the facilitator fills in at the start; steps name it in curly brackets.
///
/// @param required there is no start without it
/// @param value what the file proposes, or null
/// @param options a list of the file, which the facilitator may replace; empty for a plain setting
public record Setting(String name, boolean required, @Nullable String value, List<String> options) {
    public Setting {
        options = List.copyOf(options);
    }
}
