package org.convenor.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Renders the small Markdown of [org.convenor.chat.Part.Text]: bold, italic, code, links, lists
/// and quotes; a backslash keeps what follows from meaning any of it. Anything else stands as it
/// was written.
final class Markdown {
    private static final Pattern INLINE =
            Pattern.compile(
                    "`([^`\\n]+)`"
                            + "|\\[([^\\]\\n]+)]\\((https?://[^\\s()<>]+|/[^\\s()<>]*)\\)"
                            + "|\\*\\*(\\S(?:[^\\n]*?\\S)?)(?<!\\\\)\\*\\*(?!\\*)"
                            + "|\\*(\\S(?:[^*\\n]*?\\S)?)(?<!\\\\)\\*"
                            + "|(https?://[^\\s<>\"']+)"
                            + "|\\\\(\\p{Punct})");

    private Markdown() {}

    static String render(String markdown) {
        var html = new StringBuilder();
        var block = new ArrayList<String>();
        var kind = Kind.PARAGRAPH;
        for (var line : markdown.strip().split("\\R", -1)) {
            var next = Kind.of(line);
            if (next != kind || line.isBlank()) {
                close(html, kind, block);
                kind = next;
            }
            if (!line.isBlank()) {
                block.add(inline(next.content(line)));
            }
        }
        close(html, kind, block);
        return html.toString();
    }

    /// One line without blocks.
    static String inline(String text) {
        var html = new StringBuilder();
        var found = INLINE.matcher(text);
        var done = 0;
        while (found.find()) {
            html.append(Text.escape(text.substring(done, found.start()))).append(mark(found));
            done = found.end();
        }
        return html.append(Text.escape(text.substring(done))).toString();
    }

    private static String mark(MatchResult found) {
        if (found.group(1) != null) {
            return "<code>" + Text.escape(found.group(1)) + "</code>";
        }
        if (found.group(3) != null) {
            return link(found.group(3), found.group(2));
        }
        if (found.group(4) != null) {
            return "<strong>" + inline(found.group(4)) + "</strong>";
        }
        if (found.group(7) != null) {
            return Text.escape(found.group(7));
        }
        return found.group(5) != null
                ? "<em>" + inline(found.group(5)) + "</em>"
                : Text.words(found.group(6));
    }

    private static String link(String url, String label) {
        var ours = url.startsWith("/") && !url.startsWith("//");
        return ours
                ? "<a href=\"%s\">%s</a>".formatted(Text.escape(url), Text.escape(label))
                : Text.link(url, label);
    }

    private static void close(StringBuilder html, Kind kind, List<String> lines) {
        if (!lines.isEmpty()) {
            switch (kind) {
                case PARAGRAPH -> html.append("<p>").append(br(lines)).append("</p>");
                case QUOTE ->
                        html.append("<blockquote><p>")
                                .append(br(lines))
                                .append("</p></blockquote>");
                case LIST -> {
                    html.append("<ul>");
                    lines.forEach(line -> html.append("<li>").append(line).append("</li>"));
                    html.append("</ul>");
                }
            }
        }
        lines.clear();
    }

    private static String br(List<String> lines) {
        return String.join("<br>", lines);
    }

    /// What a line begins.
    private enum Kind {
        PARAGRAPH,
        LIST,
        QUOTE;

        static Kind of(String line) {
            if (line.startsWith("- ")) {
                return LIST;
            }
            return line.startsWith(">") ? QUOTE : PARAGRAPH;
        }

        String content(String line) {
            return this == PARAGRAPH ? line : line.substring(1).strip();
        }
    }
}
