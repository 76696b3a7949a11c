package org.convenor.view;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Markdown for files: people's words in it read the same raw as rendered. Escapes only what would
/// be formatting, and leaves links as links.
final class Markdown {
    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]}'*_]");

    private static final Pattern BLOCK_MARK =
            Pattern.compile("^(#{1,6}(?=\\s|$)|[-+*](?=\\s|$)|>|=+$|-{3,}$|~{3}|`{3})");

    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");

    /// A backslash that would escape, code, emphasis, links, tags, struck words and entities.
    private static final Pattern INLINE =
            Pattern.compile(
                    "\\\\(?=\\p{Punct})|`|\\*(?=\\S)|(?<=\\S)\\*|_(?![\\p{L}\\p{N}])"
                            + "|(?<![\\p{L}\\p{N}])_|\\[(?=[^\\]]*\\][(\\[:])|<(?=[a-zA-Z/!?])|~(?=~)|(?<=~)~"
                            + "|&(?=#?\\w{1,31};)");

    private Markdown() {}

    /// Words on one line.
    static String line(String words) {
        return words(words.strip().lines().map(String::strip).collect(Collectors.joining(" ")));
    }

    /// Words in a cell of a table.
    static String cell(String words) {
        return line(words).replace("|", "\\|");
    }

    /// Words under a list mark: further lines are indented and stay lines.
    static String item(String words) {
        var text = new StringBuilder();
        for (var line : words.strip().lines().map(String::strip).toList()) {
            if (!text.isEmpty()) {
                text.append(
                        line.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "\n" : "  \n");
            }
            text.append(line.isEmpty() || text.isEmpty() ? "" : "  ").append(words(line));
        }
        return text.toString();
    }

    /// Our own words, which are Markdown already, as a quoted block.
    static String quote(String markdown) {
        return markdown.strip()
                .lines()
                .map(line -> "> " + line.strip())
                .collect(Collectors.joining("  \n"));
    }

    private static String words(String line) {
        var text = new StringBuilder();
        var links = LINK.matcher(line);
        int from = 0;
        while (links.find()) {
            text.append(escaped(line.substring(from, links.start()), from == 0));
            text.append('<').append(links.group()).append('>');
            from = links.end();
        }
        return text.append(escaped(line.substring(from), from == 0)).toString();
    }

    private static String escaped(String words, boolean atStart) {
        var inline = INLINE.matcher(words).replaceAll("\\\\$0");
        if (!atStart) {
            return inline;
        }
        var numbered = NUMBERED.matcher(inline).replaceFirst("$1\\\\$2");
        return BLOCK_MARK.matcher(numbered).replaceFirst("\\\\$1");
    }
}
