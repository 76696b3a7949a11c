package org.convenor.slack;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.view.CardWords;

/// Renders a [Message] as blocks. What is too long for one message is cut before its end; its
/// buttons stay.
final class BlockKit {
    private static final String NOTHING = "…";
    private static final String BETWEEN = " · ";

    private final CardWords words;
    private final Buttons buttons;

    private BlockKit(CardWords words, Buttons buttons) {
        this.words = words;
        this.buttons = buttons;
    }

    static Rendered render(Message message, CardWords words) {
        var kit = new BlockKit(words, new Buttons(words, title(message)));
        var blocks = message.parts().stream().flatMap(kit::blocks).toList();
        var text = Plain.escaped(message.summary(), Limits.TOP_LEVEL_TEXT);
        return new Rendered(text.isEmpty() ? NOTHING : text, Fit.message(blocks, words));
    }

    /// What a button belongs to, for those who hear it alone.
    private static String title(Message message) {
        return message.parts().stream()
                .filter(Part.Heading.class::isInstance)
                .map(part -> ((Part.Heading) part).text())
                .findFirst()
                .orElse("");
    }

    private Stream<LayoutBlock> blocks(Part part) {
        return switch (part) {
            case Part.Heading(var text) -> heading(text);
            case Part.Text(var markdown) -> RichText.markdown(markdown).stream();
            case Part.Said said -> said(said);
            case Part.Facts(var facts) -> Lines.facts(facts);
            case Part.People(var people) -> Lines.people(people);
            case Part.Bars(var bars) -> Lines.bars(bars);
            case Part.Groups(var groups) -> groups.stream().flatMap(this::group);
            case Part.Choices(var choices) -> buttons.of(choices);
            case Part.Fields(var form) -> form(form);
            case Part.Deadline deadline -> Clock.of(deadline, words);
            case Part.Picture picture -> picture(picture);
            case Part.Divider() -> Stream.of(DividerBlock.builder().build());
        };
    }

    private static Stream<LayoutBlock> heading(String text) {
        var line = Plain.line(text);
        if (line.length() > Limits.HEADER) {
            return Plain.pieces(line, Limits.SECTION).stream()
                    .map(piece -> RichText.line(List.of(Inline.text(piece, Style.BOLD))));
        }
        return line.isEmpty()
                ? Stream.of()
                : Stream.of(HeaderBlock.builder().text(Plain.text(line, Limits.HEADER)).build());
    }

    /// Words whose author is hidden stand alone: the form that asked for them said so already.
    private static Stream<LayoutBlock> said(Part.Said said) {
        var caption = caption(said);
        var pieces = Plain.pieces(Plain.isolatedLines(said.words()).strip(), Limits.SECTION);
        var blocks = new ArrayList<LayoutBlock>();
        for (var piece : pieces.isEmpty() ? List.of(NOTHING) : pieces) {
            var elements = new ArrayList<BlockElement>();
            if (blocks.isEmpty() && !caption.isEmpty()) {
                elements.add(RichText.section(caption));
            }
            elements.add(RichText.quote(Inline.words(piece)));
            blocks.add(RichText.block(elements));
        }
        return blocks.stream();
    }

    private static List<RichTextElement> caption(Part.Said said) {
        var caption = new ArrayList<RichTextElement>();
        if (said.author() != null) {
            caption.addAll(Lines.who(said.author(), said.team(), Style.BOLD));
        }
        var note = said.note() == null ? "" : Plain.line(said.note(), Limits.HEADER);
        if (!note.isEmpty()) {
            caption.add(Inline.text((caption.isEmpty() ? "" : BETWEEN) + note, Style.ITALIC));
        }
        return caption;
    }

    private Stream<LayoutBlock> group(Part.GroupLine group) {
        var lines = new ArrayList<>(Lines.group(group));
        var clock = group.clock() == null ? null : Clock.line(group.clock(), words);
        if (clock != null) {
            lines.add(Inline.text("\n", Style.PLAIN));
            lines.addAll(clock);
        }
        return Stream.concat(Stream.of(RichText.line(lines)), buttons.of(group.choices()));
    }

    /// A message holds no fields: a button opens them.
    private Stream<LayoutBlock> form(Form form) {
        var title = Plain.line(form.title());
        var blocks = new ArrayList<LayoutBlock>();
        if (!title.isEmpty()) {
            blocks.add(RichText.line(List.of(Inline.text(title, Style.BOLD))));
        }
        blocks.addAll(RichText.markdown(form.intro()));
        blocks.addAll(RichText.small(form.visibility()));
        blocks.add(buttons.opening(form));
        return blocks.stream();
    }

    /// Slack fetches it itself, so an address that is not public would cost the whole message.
    private static Stream<LayoutBlock> picture(Part.Picture picture) {
        var alternative = Plain.line(picture.alternative(), Limits.ALTERNATIVE_TEXT);
        var url = picture.url();
        if (alternative.isEmpty() || !url.startsWith("https://") || !Inline.isLink(url)) {
            return RichText.words(alternative).stream();
        }
        return Stream.of(ImageBlock.builder().imageUrl(url).altText(alternative).build());
    }
}
