package org.convenor.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.ArrayList;
import java.util.List;
import org.convenor.view.Markup;

/// Rich text blocks. They are chosen over mrkdwn and over Markdown blocks because they hold text as
/// data: nothing that anybody types can become a mention, a link with a false label or formatting.
final class RichText {
    private static final String NEW_LINE = "\n";

    private RichText() {}

    /// Our own words in the small Markdown, in as many blocks as it takes.
    static List<LayoutBlock> markdown(String markdown) {
        return Plain.pieces(Plain.clean(markdown).strip(), Limits.SECTION).stream()
                .map(RichText::elements)
                .filter(elements -> !elements.isEmpty())
                .map(RichText::block)
                .toList();
    }

    /// Our own words in small type, without their formatting.
    static List<LayoutBlock> small(String markdown) {
        var plain = Plain.line(Markup.plain(markdown), Limits.SECTION);
        return plain.isEmpty()
                ? List.of()
                : List.of(
                        ContextBlock.builder()
                                .elements(List.of(Plain.text(plain, Limits.SECTION)))
                                .build());
    }

    /// Anybody's words, as they are.
    static List<LayoutBlock> words(String words) {
        return Plain.pieces(Plain.clean(words).strip(), Limits.SECTION).stream()
                .map(piece -> line(Inline.words(piece)))
                .toList();
    }

    static LayoutBlock block(List<BlockElement> elements) {
        return RichTextBlock.builder().elements(elements).build();
    }

    static LayoutBlock line(List<RichTextElement> elements) {
        return block(List.of(section(elements)));
    }

    static RichTextSectionElement section(List<RichTextElement> elements) {
        return RichTextSectionElement.builder().elements(elements).build();
    }

    static RichTextQuoteElement quote(List<RichTextElement> elements) {
        return RichTextQuoteElement.builder().elements(elements).build();
    }

    static RichTextListElement bullets(List<RichTextElement> items) {
        return RichTextListElement.builder().style("bullet").indent(0).elements(items).build();
    }

    /// Paragraphs, lists and quotes, one after the other.
    private static List<BlockElement> elements(String markdown) {
        var elements = new ArrayList<BlockElement>();
        var lines = new ArrayList<String>();
        var kind = Kind.PARAGRAPH;
        for (var line : markdown.lines().toList()) {
            var next = Kind.of(line);
            if (next != kind) {
                close(elements, kind, lines);
                kind = next;
            }
            lines.add(kind.content(line));
        }
        close(elements, kind, lines);
        return elements;
    }

    private static void close(List<BlockElement> elements, Kind kind, List<String> lines) {
        trim(lines);
        if (!lines.isEmpty()) {
            elements.add(
                    switch (kind) {
                        case PARAGRAPH -> section(joined(lines));
                        case QUOTE -> quote(joined(lines));
                        case LIST ->
                                bullets(
                                        lines.stream()
                                                .<RichTextElement>map(
                                                        line -> section(Inline.markdown(line)))
                                                .toList());
                    });
        }
        lines.clear();
    }

    /// Without blank lines at either end: Slack keeps its own distance.
    private static void trim(List<String> lines) {
        while (!lines.isEmpty() && lines.getFirst().isBlank()) {
            lines.removeFirst();
        }
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
    }

    private static List<RichTextElement> joined(List<String> lines) {
        var elements = new ArrayList<RichTextElement>();
        for (var line : lines) {
            if (!elements.isEmpty()) {
                elements.add(Inline.text(NEW_LINE, Style.PLAIN));
            }
            elements.addAll(Inline.markdown(line));
        }
        return elements;
    }

    /// What a line begins.
    private enum Kind {
        PARAGRAPH,
        LIST,
        QUOTE;

        static Kind of(String line) {
            if (line.startsWith("- ") && !line.substring(2).isBlank()) {
                return LIST;
            }
            return line.startsWith(">") ? QUOTE : PARAGRAPH;
        }

        String content(String line) {
            return this == PARAGRAPH ? line : line.substring(1).strip();
        }
    }
}
