package org.convenor.chat;

import java.util.Map;
import java.util.TreeMap;

/// One line still to be worded: the key of a template in the message bundles and the values it
/// names.
///
/// @param template key in the bundle `messages`, for example `step.opened`
/// @param args values by name; sorted, so that equal lines are stored alike
public record Line(String template, Map<String, Arg> args) {
    public Line {
        args = java.util.Collections.unmodifiableMap(new TreeMap<>(args));
    }

    public static Line of(String template) {
        return new Line(template, Map.of());
    }

    public Line with(String name, Arg value) {
        var more = new TreeMap<>(args);
        more.put(name, value);
        return new Line(template, more);
    }
}
