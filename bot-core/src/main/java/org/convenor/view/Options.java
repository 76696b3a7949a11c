package org.convenor.view;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The options of a choice: those of the file, or those the facilitator put in their place.
final class Options {
    private Options() {}

    /// @param setting the list of the settings they come from, or null
    /// @param words what was typed at the start for a setting, by its name; empty if nothing was
    static List<String> of(
            List<String> ofFile, @Nullable String setting, UnaryOperator<String> words) {
        if (setting == null) {
            return ofFile;
        }
        var typed = words.apply(setting).lines().map(String::strip);
        var options = typed.filter(option -> !option.isEmpty()).distinct().toList();
        // A single option is no choice.
        return options.size() < 2 ? ofFile : options;
    }
}
