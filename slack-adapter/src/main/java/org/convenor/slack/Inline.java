package org.convenor.slack;

import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement.Link;
import com.slack.api.model.block.element.RichTextSectionElement.Text;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Text within a line as elements of rich text. Nothing that Slack is handed this way is read for
/// mentions, emoji or formatting: what looks like `<!channel>` is shown as it was typed.
final class Inline {
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern AFTER_URL = Pattern.compile("[.,;:!?'*_]+$");
    private static final TextStyle CODE = TextStyle.builder().code(true).build();

    private final List<RichTextElement> elements = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();

    private Inline() {}

    /// Our own words in the small Markdown.
    static List<RichTextElement> markdown(String line) {
        var inline = new Inline();
        inline.read(line, Style.PLAIN);
        return inline.elements;
    }

    /// Anybody's words, as they are. What is plainly a link can be followed, and shows where it
    /// leads.
    static List<RichTextElement> words(String words) {
        var inline = new Inline();
        var urls = URL.matcher(words);
        int done = 0;
        while (urls.find()) {
            var url = withoutEnding(urls.group());
            if (isLink(url)) {
                inline.pending.append(words, done, urls.start());
                inline.link(url, null, Style.PLAIN);
                done = urls.start() + url.length();
            }
        }
        inline.pending.append(words, done, words.length());
        inline.flush(Style.PLAIN);
        return inline.elements;
    }

    static RichTextElement text(String text, Style style) {
        return Text.builder().text(text).style(style.of()).build();
    }

    private void read(String text, Style style) {
        int at = 0;
        while (at < text.length()) {
            int next = special(text, at, style);
            if (next == at) {
                pending.append(text.charAt(at));
                next++;
            }
            at = next;
        }
        flush(style);
    }

    /// Reads what begins at `at`, if something does.
    ///
    /// @return where the rest begins; `at` if nothing was read
    private int special(String text, int at, Style style) {
        return switch (text.charAt(at)) {
            case '\\' -> escaped(text, at);
            case '`' -> code(text, at, style);
            case '[' -> labelled(text, at, style);
            case '*' ->
                    text.startsWith("**", at)
                            ? marked(text, at, "**", style)
                            : marked(text, at, "*", style);
            case 'h' -> bare(text, at, style);
            default -> at;
        };
    }

    private int escaped(String text, int at) {
        if (at + 1 == text.length() || Character.isLetterOrDigit(text.charAt(at + 1))) {
            return at;
        }
        pending.append(text.charAt(at + 1));
        return at + 2;
    }

    private int code(String text, int at, Style style) {
        int end = text.indexOf('`', at + 1);
        if (end <= at + 1) {
            return at;
        }
        flush(style);
        elements.add(Text.builder().text(text.substring(at + 1, end)).style(CODE).build());
        return end + 1;
    }

    private int labelled(String text, int at, Style style) {
        int middle = text.indexOf("](", at);
        while (middle > at && text.charAt(middle - 1) == '\\') {
            middle = text.indexOf("](", middle + 1);
        }
        int end = middle < 0 ? -1 : text.indexOf(')', middle);
        if (end < 0 || middle == at + 1) {
            return at;
        }
        var url = text.substring(middle + 2, end);
        var label = unescaped(text.substring(at + 1, middle));
        if (isLink(url)) {
            flush(style);
            link(url, label, style);
        } else if (url.startsWith("/")) {
            // A page of the browser room, which leads nowhere from here.
            pending.append(label);
        } else {
            return at;
        }
        return end + 1;
    }

    private int marked(String text, int at, String mark, Style style) {
        int from = at + mark.length();
        int end = closing(text, from, mark);
        if (end < 0) {
            return at;
        }
        flush(style);
        read(text.substring(from, end), mark.length() == 2 ? style.withBold() : style.withItalic());
        return end + mark.length();
    }

    /// Where the mark is closed: not escaped, not after a blank, and not part of a longer one.
    private static int closing(String text, int from, String mark) {
        if (from >= text.length() || Character.isWhitespace(text.charAt(from))) {
            return -1;
        }
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (at > from
                    && text.startsWith(mark, at)
                    && !Character.isWhitespace(text.charAt(at - 1))) {
                if (mark.length() == 1 && text.startsWith("**", at)) {
                    at++;
                } else {
                    return text.startsWith("***", at) && mark.length() == 2 ? at + 1 : at;
                }
            }
        }
        return -1;
    }

    private int bare(String text, int at, Style style) {
        var url = URL.matcher(text).region(at, text.length());
        if (!url.lookingAt()) {
            return at;
        }
        var link = withoutEnding(url.group());
        if (!isLink(link)) {
            return at;
        }
        flush(style);
        link(link, null, style);
        return at + link.length();
    }

    private void link(String url, @Nullable String label, Style style) {
        flush(style);
        elements.add(Link.builder().url(url).text(label).style(style.of()).build());
    }

    private void flush(Style style) {
        if (!pending.isEmpty()) {
            elements.add(text(pending.toString(), style));
            pending.setLength(0);
        }
    }

    private static String unescaped(String label) {
        return label.replaceAll("\\\\(\\p{Punct})", "$1");
    }

    /// Without the marks that end a sentence or a bracket around it.
    private static String withoutEnding(String url) {
        var trimmed = AFTER_URL.matcher(url).replaceAll("");
        boolean closesMore = count(trimmed, ')') > count(trimmed, '(');
        return trimmed.endsWith(")") && closesMore
                ? withoutEnding(trimmed.substring(0, trimmed.length() - 1))
                : trimmed;
    }

    private static long count(String text, char letter) {
        return text.chars().filter(one -> one == letter).count();
    }

    /// Slack refuses a whole message for one address that is none.
    static boolean isLink(String url) {
        if (url.length() > Limits.URL || !URL.matcher(url).matches()) {
            return false;
        }
        try {
            return new URI(url).getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
