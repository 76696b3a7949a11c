package org.convenor.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Choice;
import org.convenor.chat.Part.Emphasis;
import org.convenor.chat.Press;
import org.convenor.chat.SessionId;
import org.convenor.view.CardWords;
import org.jspecify.annotations.Nullable;

/// Buttons. Each carries its press as its value; its action says whether it acts or opens a form.
final class Buttons {
    /// Goes before the number of a button that acts.
    static final String PRESS = "press";

    /// The action of a button that opens the form of its press.
    static final String OPEN = "open";

    /// The verb of a press that shows what is for whoever presses it alone.
    static final String MINE = "mine";

    private static final String BETWEEN = ", ";

    private final CardWords words;
    private final String title;

    /// @param title what the buttons belong to; may be empty
    Buttons(CardWords words, String title) {
        this.words = words;
        this.title = title;
    }

    Stream<LayoutBlock> of(List<Choice> choices) {
        return choices.stream()
                .gather(Gatherers.windowFixed(Limits.BUTTONS_PER_ACTIONS))
                .map(some ->
                        actions(
                                IntStream.range(0, some.size())
                                        .<BlockElement>mapToObj(at -> button(some.get(at), at))
                                        .toList()));
    }

    /// The board with a button that leads to what is for one person alone.
    static Message withMine(Message board, SessionId session, CardWords words) {
        var mine =
                new Choice(
                        words.mine(), new Press(session, 0, 0, MINE, ""), Emphasis.PRIMARY, null);
        var parts = new ArrayList<>(board.parts());
        parts.add(new Part.Choices(List.of(mine)));
        return new Message(board.summary(), parts);
    }

    LayoutBlock opening(Form form) {
        return actions(
                List.of(
                        ButtonElement.builder()
                                .actionId(OPEN)
                                .text(Plain.text(words.openForm(), Limits.BUTTON_TEXT))
                                .value(form.submit().encode())
                                .style("primary")
                                .accessibilityLabel(heard(words.openForm(), form.title()))
                                .build()));
    }

    private static LayoutBlock actions(List<BlockElement> elements) {
        return ActionsBlock.builder().elements(elements).build();
    }

    private ButtonElement button(Choice choice, int at) {
        return ButtonElement.builder()
                .actionId(PRESS + "-" + at)
                .text(Plain.text(label(choice), Limits.BUTTON_TEXT))
                .value(choice.press().encode())
                .style(style(choice.emphasis()))
                .accessibilityLabel(heard(choice.label(), title))
                .confirm(confirm(choice))
                .build();
    }

    /// A button must say something.
    private static String label(Choice choice) {
        var label = Plain.line(choice.label());
        return label.isEmpty() ? choice.press().verb() : label;
    }

    /// What is read aloud: with what it belongs to, as far as that fits whole.
    private static @Nullable String heard(String label, String title) {
        var heard = Plain.line(label) + BETWEEN + Plain.line(title);
        boolean says = !title.isBlank() && heard.length() <= Limits.ACCESSIBILITY_LABEL;
        return says ? heard : null;
    }

    private static @Nullable String style(Emphasis emphasis) {
        return switch (emphasis) {
            case PRIMARY -> "primary";
            case PLAIN -> null;
            case DANGER -> "danger";
        };
    }

    private @Nullable ConfirmationDialogObject confirm(Choice choice) {
        if (choice.confirm() == null || Plain.line(choice.confirm()).isEmpty()) {
            return null;
        }
        return ConfirmationDialogObject.builder()
                .title(Plain.text(label(choice), Limits.CONFIRM_TITLE))
                .text(Plain.text(choice.confirm(), Limits.CONFIRM_TEXT))
                .confirm(Plain.text(words.yes(), Limits.CONFIRM_BUTTON))
                .deny(Plain.text(words.no(), Limits.CONFIRM_BUTTON))
                .style(style(choice.emphasis()))
                .build();
    }
}
