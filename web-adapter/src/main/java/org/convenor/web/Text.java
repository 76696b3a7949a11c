package org.convenor.web;

import java.util.regex.Pattern;

/// Turns text into HTML that cannot be anything but text.
final class Text {
    /// Characters that no one types and that could turn what stands around them around.
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB]");

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");
    private static final Pattern AFTER_LINK = Pattern.compile("[.,;:!?]+$");

    private Text() {}

    /// Safe between tags and inside a quoted attribute.
    static String escape(String raw) {
        var clean = UNSEEN.matcher(raw).replaceAll("");
        var html = new StringBuilder(clean.length() + 16);
        for (var i = 0; i < clean.length(); i++) {
            var c = clean.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }

    /// Somebody's own words: escaped, with links that can be followed.
    static String words(String raw) {
        var html = new StringBuilder();
        var links = LINK.matcher(raw);
        var done = 0;
        while (links.find()) {
            var url = withoutEnding(links.group());
            html.append(escape(raw.substring(done, links.start()))).append(link(url, url));
            done = links.start() + url.length();
        }
        return html.append(escape(raw.substring(done))).toString();
    }

    /// A link that tells the other side nothing.
    static String link(String url, String label) {
        return "<a href=\"%s\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">%s</a>"
                .formatted(escape(url), escape(label));
    }

    private static String withoutEnding(String url) {
        var trimmed = AFTER_LINK.matcher(url).replaceAll("");
        return trimmed.endsWith(")") && trimmed.indexOf('(') < 0
                ? withoutEnding(trimmed.substring(0, trimmed.length() - 1))
                : trimmed;
    }
}
