package org.convenor.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A line after `/convene`: one known word and the rest.
///
/// @param word what is asked, or null if the first word is unknown or there is none
/// @param typed the first word as it was typed; may be empty
/// @param rest what follows, stripped; may be empty
public record CommandLine(@Nullable Word word, String typed, String rest) {
    /// The words `/convene` understands.
    public enum Word {
        HELP,
        START,
        BEGIN,
        JOIN,
        OBSERVE,
        LEAVE,
        NEXT,
        BACK,
        MORE,
        PAUSE,
        RESUME,
        SKIP,
        REPLACE,
        DONE,
        PASS,
        TAKEOVER,
        STOP,
        REOPEN,
        RESTART,
        STATUS,
        CATCH_UP,
        PROTOCOL;

        /// As people type it.
        public String typed() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Reads a line; the leading `/convene` may be there or not. Never fails: what is not
    /// understood has no word.
    public static CommandLine parse(String line) {
        var stripped = line.strip();
        if (stripped.toLowerCase(Locale.ROOT).startsWith("/convene")) {
            stripped = stripped.substring("/convene".length()).strip();
        }
        var parts = stripped.split("\\s+", 2);
        var typed = parts[0];
        var rest = parts.length > 1 ? parts[1].strip() : "";
        return new CommandLine(word(typed), typed, rest);
    }

    private static @Nullable Word word(String typed) {
        var plain = typed.toLowerCase(Locale.ROOT).replace("_", "-");
        return switch (plain) {
            case "take-over" -> Word.TAKEOVER;
            case "catchup", "catch" -> Word.CATCH_UP;
            case "end" -> Word.STOP;
            case "?" -> Word.HELP;
            case "protocols" -> Word.PROTOCOL;
            default ->
                    Arrays.stream(Word.values())
                            .filter(word -> word.typed().equals(plain))
                            .findFirst()
                            .orElse(null);
        };
    }

    /// All words, in the order help shows them.
    public static List<Word> words() {
        return List.of(Word.values());
    }
}
