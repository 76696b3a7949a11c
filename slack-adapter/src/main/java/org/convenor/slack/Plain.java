package org.convenor.slack;

import com.slack.api.model.block.composition.PlainTextObject;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Plain text of any origin, made fit for Slack: without what nobody can see, and as short as it
/// must be.
final class Plain {
    /// Control characters, marks that turn the direction of all that follows, and halves of
    /// characters.
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cntrl}\\p{Cs}\\x{80}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}\\x{fff9}-\\x{fffb}&&[^\\n\\t]]");

    private static final String CUT = "…";
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private Plain() {}

    static String clean(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    /// On one line, blanks once.
    static String line(String text) {
        return clean(text.replaceAll("[\\s\\p{Z}]+", " ")).strip();
    }

    /// On one line and not longer than `most`; never cut within a character, an accent or an emoji.
    static String line(String text, int most) {
        return cut(line(text), most);
    }

    /// Not longer than `most`; cut between words where it can be.
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = boundary(text, most - 1);
        int word = text.lastIndexOf(' ', end);
        return text.substring(0, word > most / 2 ? word : end) + CUT;
    }

    /// The same text in pieces of at most `most`, parted between lines or words where it can be.
    static List<String> pieces(String text, int most) {
        var pieces = new ArrayList<String>();
        var rest = text;
        while (rest.length() > most) {
            int end = best(rest, most);
            pieces.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        pieces.add(rest);
        pieces.removeIf(String::isBlank);
        return pieces;
    }

    private static int best(String text, int most) {
        int line = text.lastIndexOf('\n', most - 1);
        if (line >= most / 2 && line > 0) {
            return line + 1;
        }
        int word = text.lastIndexOf(' ', most - 1);
        return word >= most / 2 && word > 0 ? word + 1 : boundary(text, most);
    }

    private static int boundary(String text, int most) {
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        int at = letters.isBoundary(most) ? most : letters.preceding(most);
        return at > 0 ? at : most;
    }

    /// A name between other words: one that is written from right to left turns nothing around it.
    static String isolated(String name) {
        var line = line(name);
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length())
                ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE
                : line;
    }

    /// Words of several lines, each of which has its own direction.
    static String isolatedLines(String words) {
        return clean(words)
                .lines()
                .map(line ->
                        Bidi.requiresBidi(line.toCharArray(), 0, line.length())
                                ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE
                                : line)
                .collect(Collectors.joining("\n"));
    }

    /// A text object that is nothing but text: what looks like an emoji's name stays that.
    ///
    /// @param most in characters
    static PlainTextObject text(String text, int most) {
        return PlainTextObject.builder().text(line(text, most)).emoji(false).build();
    }

    /// For the text beside the blocks, which Slack reads for links and mentions.
    static String escaped(String text, int most) {
        var escaped =
                line(text, most).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return escaped.length() <= most ? escaped : escaped(text, most * 3 / 4);
    }
}
