package org.convenor.view;

import java.util.regex.Pattern;

/// Cleans what people type of what nobody can see and no database keeps.
public final class Legible {
    /// Control characters except tab and line feed, marks that turn the direction of all that
    /// follows, and halves of characters.
    private static final Pattern UNWANTED =
            Pattern.compile(
                    "[\\p{Cntrl}\\x{80}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}\\p{Cs}&&[^\\n\\t]]");

    /// What leaves no mark: blanks of all kinds and what has no width.
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\x{2800}\\x{3164}]*");

    private Legible() {}

    /// The same words without what is invisible; empty if nothing can be seen of them. Emoji,
    /// accents and every script stay as they are.
    public static String words(String typed) {
        var lines = typed.replace("\r\n", "\n").replace('\r', '\n');
        var cleaned = UNWANTED.matcher(lines).replaceAll("").strip();
        return BLANK.matcher(cleaned).matches() ? "" : cleaned;
    }

    /// Like [#words], on one line.
    public static String line(String typed) {
        return words(typed.replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " "));
    }
}
