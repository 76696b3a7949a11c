package org.convenor.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.runtime.Rooms;
import org.jspecify.annotations.Nullable;

/// What somebody sees of a room at one moment, as far as they can act on it.
///
/// @param visit number of the visit everybody is at; zero before the first session
/// @param step title of the step everybody is at, or null outside of one
/// @param forms what is asked of this person
/// @param buttons everything there is to press
/// @param maySpeak whether the floor is open to them
public record Glance(
        int visit, @Nullable String step, List<Form> forms, List<Press> buttons, boolean maySpeak) {
    private static final Pattern STEP = Pattern.compile("\\d+ of \\d+ · (.*)");

    public Glance {
        forms = List.copyOf(forms);
        buttons = List.copyOf(buttons);
    }

    /// What a room shows to one member.
    static Glance of(Rooms.Look look) {
        var forms = new ArrayList<Form>();
        var buttons = new ArrayList<Press>();
        for (var message : List.of(look.panel(), look.board())) {
            for (var part : message.parts()) {
                if (part instanceof Part.Fields(var form)) {
                    forms.add(form);
                } else if (part instanceof Part.Choices(var choices)) {
                    choices.forEach(choice -> buttons.add(choice.press()));
                }
            }
        }
        return new Glance(look.visit(), step(look.board()), forms, buttons, look.maySpeak());
    }

    private static @Nullable String step(Message board) {
        return board.parts().stream()
                .filter(Part.Heading.class::isInstance)
                .map(part -> stepIn(((Part.Heading) part).text()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// Title of the step in a board's heading, or null if it has none.
    static @Nullable String stepIn(String heading) {
        var matcher = STEP.matcher(heading);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /// The button with this verb, or null.
    @Nullable Press button(String verb) {
        return buttons.stream().filter(press -> press.verb().equals(verb)).findFirst().orElse(null);
    }

    boolean has(String verb) {
        return button(verb) != null;
    }

    /// A form that starts with what is there already, and may be left as it is; or null.
    @Nullable Form changeableForm() {
        return !has("pass")
                ? null
                : forms.stream()
                        .filter(form ->
                                form.fields().stream().anyMatch(one -> !one.value().isEmpty()))
                        .findFirst()
                        .orElse(null);
    }

    /// The first form that has not been answered yet, or null.
    @Nullable Form openForm() {
        return forms.stream()
                .filter(form -> form.fields().stream().allMatch(field -> field.value().isEmpty()))
                .findFirst()
                .orElse(null);
    }
}
