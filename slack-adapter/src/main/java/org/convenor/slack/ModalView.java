package org.convenor.slack;

import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.List;
import org.convenor.chat.Form;
import org.convenor.view.CardWords;

/// Renders a [Form] as a modal. Its private metadata is the press that submits it, and each field's
/// block has the field's name, so that a sentence about a field finds its place.
final class ModalView {
    /// Tells a form of ours from another view when it is submitted.
    static final String CALLBACK = "form";

    private ModalView() {}

    static View render(Form form, CardWords words) {
        return View.builder()
                .type("modal")
                .callbackId(CALLBACK)
                .privateMetadata(form.submit().encode())
                .title(title(form))
                .submit(submit(form))
                .close(close(words))
                .blocks(blocks(form, words))
                .build();
    }

    private static ViewTitle title(Form form) {
        return ViewTitle.builder()
                .type("plain_text")
                .text(shown(form.title(), Limits.VIEW_TITLE))
                .emoji(false)
                .build();
    }

    private static ViewSubmit submit(Form form) {
        return ViewSubmit.builder()
                .type("plain_text")
                .text(shown(form.submitLabel(), Limits.VIEW_BUTTON))
                .emoji(false)
                .build();
    }

    private static ViewClose close(CardWords words) {
        return ViewClose.builder()
                .type("plain_text")
                .text(shown(words.cancel(), Limits.VIEW_BUTTON))
                .emoji(false)
                .build();
    }

    /// Slack takes no empty title and no empty button.
    private static String shown(String text, int most) {
        var line = Plain.line(text, most);
        return line.isEmpty() ? "–" : line;
    }

    private static List<LayoutBlock> blocks(Form form, CardWords words) {
        var head = head(form);
        var foot = RichText.small(form.visibility());
        int room = Limits.BLOCKS_PER_VIEW - head.size() - foot.size() - 1;
        var blocks = new ArrayList<>(head);
        blocks.addAll(fields(form, words, room));
        blocks.addAll(foot);
        if (blocks.isEmpty()) {
            blocks.addAll(RichText.words(shown(form.title(), Limits.SECTION)));
        }
        return blocks;
    }

    private static List<LayoutBlock> head(Form form) {
        var head = new ArrayList<LayoutBlock>();
        var title = Plain.line(form.title());
        if (title.length() > Limits.VIEW_TITLE) {
            head.add(HeaderBlock.builder().text(Plain.text(form.title(), Limits.HEADER)).build());
        }
        head.addAll(RichText.markdown(form.intro()));
        return head;
    }

    /// The inputs; with the options that are too long for them above, while there is room.
    private static List<LayoutBlock> fields(Form form, CardWords words, int room) {
        var blocks = new ArrayList<LayoutBlock>();
        int left = form.fields().size();
        for (var field : form.fields()) {
            if (blocks.size() >= room) {
                blocks.add(RichText.line(List.of(Inline.text(words.cut(), Style.ITALIC))));
                break;
            }
            var options = Options.inFull(field, words);
            if (blocks.size() + options.size() + left <= room) {
                blocks.addAll(options);
            }
            blocks.add(Inputs.block(field, words));
            left--;
        }
        return blocks;
    }
}
