package org.convenor.protocols;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The traps in what follows a colon or a hyphen.
final class TextTraps {
    static final String COLON =
            "A text that contains a colon followed by a space must stand in “quotes”, or on its own lines after a | sign.";

    private static final Pattern ONLY_CURLY = Pattern.compile("\\{[^:{}]*\\}.*");
    private static final Pattern HASH_WORD = Pattern.compile(" #\\S");

    private final int line;
    private final String key;
    private final String value;
    private final Remarks remarks;
    private char closer;

    /// @param key what stands before it, or empty in a list
    /// @param value not blank at its ends
    TextTraps(int line, String key, String value, Remarks remarks) {
        this.line = line;
        this.key = key;
        this.value = value;
        this.remarks = remarks;
    }

    /// The sign that must still come in a later line to close what the value opened, or 0.
    char closer() {
        return closer;
    }

    /// The value as it can be read.
    String mended() {
        if (value.isEmpty() || value.startsWith("#")) {
            return value;
        }
        char first = value.charAt(0);
        if (first == '"' || first == '\'') {
            return quotes(first);
        }
        String text = withoutComment();
        String trap = trap(first, text);
        if (trap != null) {
            remarks.error(line, trap);
            return inQuotes(text);
        }
        if (first == '[' || first == '{') {
            char end = first == '[' ? ']' : '}';
            closer = text.indexOf(end) >= 0 ? 0 : end;
        }
        return value;
    }

    private @Nullable String trap(char first, String text) {
        if (ONLY_CURLY.matcher(text).matches()) {
            String start = key.isEmpty() ? "- " : key + ": ";
            return "A text that starts with a curly bracket must stand in “quotes”. Write %s\"%s\"."
                    .formatted(start, text.replace('"', '\''));
        }
        if (first == '|' || first == '>') {
            return "After the %s sign the text starts on the next line, indented. Move it there."
                    .formatted(first);
        }
        if ("@`%&*!,]}".indexOf(first) >= 0
                || text.startsWith("- ")
                || text.startsWith("? ")
                || text.equals("-")) {
            return "A text that starts with the sign %s must stand in “quotes”.".formatted(first);
        }
        if (first == '[' || first == '{' || !(text.contains(": ") || text.endsWith(":"))) {
            return null;
        }
        return first == '“'
                ? COLON + " Curly quotation marks do not count; type straight ones."
                : COLON;
    }

    private String quotes(char quote) {
        int end = end(quote);
        if (end < 0) {
            closer = quote;
            return value;
        }
        String after = value.substring(end + 1).strip();
        if (after.isEmpty() || after.startsWith("#")) {
            return value;
        }
        remarks.error(
                line,
                "This text starts with a quotation mark that closes before the text ends. Put the whole text on its"
                        + " own lines after a | sign.");
        return inQuotes(value);
    }

    private int end(char quote) {
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean doubled = quote == '\'' && value.startsWith("''", i);
            if ((quote == '"' && c == '\\') || doubled) {
                i++;
            } else if (c == quote) {
                return i;
            }
        }
        return -1;
    }

    private String withoutComment() {
        int at = value.indexOf(" #");
        if (at < 0) {
            return value;
        }
        if (HASH_WORD.matcher(value.substring(at)).lookingAt()) {
            remarks.warning(
                    line,
                    "I leave out everything from “#” on. If it belongs to the text, put the whole text in “quotes”.");
        }
        return value.substring(0, at).strip();
    }

    private static String inQuotes(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
