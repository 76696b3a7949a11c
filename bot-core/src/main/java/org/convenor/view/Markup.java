package org.convenor.view;

import java.util.Locale;

/// The small Markdown of [org.convenor.chat.Part.Text].
public final class Markup {
    private static final String SPECIAL = "\\`*_[]<>|~";
    private static final String SPECIAL_AT_START_OF_LINE = "#+-=>";

    private Markup() {}

    /// A person's words as plain text inside our Markdown: nothing in it is formatting, a link or a
    /// list.
    public static String escape(String plain) {
        var escaped = new StringBuilder(plain.length() + 8);
        boolean start = true;
        for (int index = 0; index < plain.length(); index++) {
            char letter = plain.charAt(index);
            boolean special = SPECIAL.indexOf(letter) >= 0;
            if (special || (start && SPECIAL_AT_START_OF_LINE.indexOf(letter) >= 0)) {
                escaped.append('\\');
            }
            escaped.append(letter);
            start = letter == '\n' || (start && letter == ' ');
        }
        return escaped.toString();
    }

    /// The same text without formatting: for summaries, which are plain.
    public static String plain(String markdown) {
        return markdown.replaceAll("(?<!\\\\)[*`]+", "")
                .replaceAll("\\\\(\\p{Punct})", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// The first letter large, as at the beginning of a line.
    public static String capital(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
