package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds, line by line, what the notation punishes people for, and mends it so that the rest of the
/// file can be read and all mistakes are told at once. The mended text is never run: every mend
/// comes with an error.
final class Traps {
    /// A key, a colon, and perhaps something after a space. Keys hold no quotes, brackets or
    /// colons.
    private static final Pattern ENTRY =
            Pattern.compile(
                    "[^\\s\"'#\\[\\]{}&*!|>%@`:-][^:#\\[\\]{}]*:(?:[ \\t].*)?", Pattern.DOTALL);

    private static final Pattern BLOCK = Pattern.compile("[|>][-+0-9]*\\s*(#.*)?");

    private final Remarks remarks;
    private final List<String> mended = new ArrayList<>();

    /// Column of the key whose block of text we are in, or -1.
    private int block = -1;

    /// Column of the latest key, or -1.
    private int column = -1;

    /// The sign that closes what was opened in an earlier line, or 0.
    private char closer;

    private Traps(Remarks remarks) {
        this.remarks = remarks;
    }

    /// The text, line for line, with every trap remarked and mended.
    static String mend(String text, Remarks remarks) {
        Traps traps = new Traps(remarks);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            traps.mended.add(traps.line(i + 1, lines[i], i + 1 < lines.length ? lines[i + 1] : ""));
        }
        return String.join("\n", traps.mended);
    }

    private String line(int number, String line, String next) {
        int indent = indent(line);
        String body = line.substring(indent).strip();
        String margin = line.substring(0, indent);
        if (body.isEmpty() || (block >= 0 && indent > block && !margin.startsWith("\t"))) {
            return line;
        }
        block = -1;
        if (body.startsWith("#")) {
            return line;
        }
        if (closer != 0) {
            closer = body.indexOf(closer) >= 0 ? 0 : closer;
            return line;
        }
        boolean owner = indent(next) > indent && ENTRY.matcher(next.strip()).matches();
        return margin(number, margin) + body(number, indent, hyphen(number, body), owner);
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && isSpace(line.charAt(indent))) {
            indent++;
        }
        return indent;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private String margin(int number, String margin) {
        if (margin.contains("\t")) {
            remarks.error(
                    number,
                    "This line starts with a tab. Use spaces at the start of a line: two for each level.");
        } else if (margin.chars().anyMatch(c -> c != ' ')) {
            remarks.error(
                    number,
                    "This line starts with a space that is not an ordinary one, perhaps pasted from a web page."
                            + " Delete the spaces at its start and type them again.");
        }
        return margin.replace("\t", "  ").replaceAll("[^ ]", " ");
    }

    private String hyphen(int number, String body) {
        if (body.startsWith("– ") || body.startsWith("— ") || body.startsWith("• ")) {
            remarks.error(number, "Start this line with a plain hyphen and a space: “- ”.");
            return "-" + body.substring(1);
        }
        if (body.length() > 1 && body.charAt(0) == '-' && Character.isLetter(body.charAt(1))) {
            remarks.error(number, "Put a space after the hyphen: “- ”.");
            return "- " + body.substring(1);
        }
        return body;
    }

    private String body(int number, int indent, String body, boolean owner) {
        int start = hyphens(body);
        String bare = body.substring(start);
        String entry = ENTRY.matcher(bare).matches() ? bare : null;
        if (entry == null && (start == 0 ? indent <= column : owner)) {
            entry = withColon(bare);
            if (entry != null) {
                remarks.error(
                        number,
                        "A name is followed by a colon and a space. Did you mean %s?"
                                .formatted(quoted(entry)));
            }
        }
        if (entry != null) {
            column = indent + start;
            return body.substring(0, start) + entry(number, entry);
        }
        return start == 0 ? body : body.substring(0, start) + value(number, indent, "", bare);
    }

    private String entry(int number, String entry) {
        int colon = entry.indexOf(':');
        String key = entry.substring(0, colon);
        String value = entry.substring(colon + 1).strip();
        return value.isEmpty() ? key + ":" : key + ": " + value(number, column, key, value);
    }

    /// Where the text after hyphens and their spaces begins.
    private static int hyphens(String body) {
        int start = 0;
        while (body.startsWith("- ", start)) {
            start += 2;
            while (start < body.length() && body.charAt(start) == ' ') {
                start++;
            }
        }
        return start;
    }

    /// `live 5 min` or `live:5 min` with the colon and space it lacks, or null when it is something
    /// else.
    private static @Nullable String withColon(String bare) {
        String small = bare.toLowerCase(Locale.ROOT);
        for (String word : Keys.all()) {
            String rest = bare.substring(Math.min(word.length(), bare.length()));
            boolean noSpace = rest.startsWith(":") && rest.length() > 1;
            boolean noColon = rest.startsWith(" ") && !rest.contains(":");
            if (small.startsWith(word) && (noSpace || noColon)) {
                return bare.substring(0, word.length()) + ": " + rest.substring(1).strip();
            }
        }
        return null;
    }

    private String value(int number, int parent, String key, String value) {
        if (BLOCK.matcher(value).matches()) {
            block = parent;
            return value;
        }
        TextTraps text = new TextTraps(number, key, value, remarks);
        String safe = text.mended();
        closer = text.closer();
        return safe;
    }
}
