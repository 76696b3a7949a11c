package org.convenor.command;

import java.util.Locale;
import java.util.regex.Pattern;

/// What follows `/convene protocol`: what to do, with which protocol.
public sealed interface ProtocolLine {
    /// Nothing, or a word that is not known.
    ///
    /// @param typed as it was typed; may be empty
    record Overview(String typed) implements ProtocolLine {}

    record All() implements ProtocolLine {}

    /// @param name may be empty, as in all that follow
    record Show(String name) implements ProtocolLine {}

    /// @param as the name of the copy
    record Copy(String name, String as) implements ProtocolLine {}

    /// Whatever else stands behind it is not looked at: the file comes in a form.
    record Check() implements ProtocolLine {}

    /// @param name empty for a file that is still to come
    record Rehearse(String name) implements ProtocolLine {}

    record Publish() implements ProtocolLine {}

    record Versions(String name) implements ProtocolLine {}

    /// Reads what stands behind `protocol`. Never fails.
    static ProtocolLine parse(String rest) {
        var parts = rest.strip().split("\\s+", 2);
        var name = parts.length > 1 ? parts[1].strip() : "";
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "list", "all", "ls" -> new All();
            case "show", "read", "print" -> new Show(name);
            case "copy" -> copy(name);
            case "check", "validate" -> new Check();
            case "rehearse", "play", "test", "try" -> new Rehearse(name);
            case "publish", "release" -> new Publish();
            case "versions", "version", "history" -> new Versions(name);
            default -> new Overview(rest.strip());
        };
    }

    /// `tuning as our-tuning`; the word between may be left out.
    private static Copy copy(String names) {
        var parts =
                Pattern.compile("\\s+as\\s+|\\s+", Pattern.CASE_INSENSITIVE)
                        .split(names.strip(), 2);
        return new Copy(parts[0], parts.length > 1 ? parts[1].strip() : "");
    }
}
