package org.convenor.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.runtime.Rooms;
import org.jspecify.annotations.Nullable;

/// What somebody sees of a room at one moment, as far as they can act on it.
///
/// @param visit number of the visit the reader is at; zero before the first session
/// @param step title of the step the reader is at, or null outside of one
/// @param forms what is asked of this person
/// @param buttons everything there is to press, those of single groups left out
/// @param isTimed whether the step has a clock that runs or was stopped; without one it waits for
///   somebody
/// @param groups whether people are in groups, as far as this reader leads them
/// @param waiting what lets go on each group that waits for whoever leads
/// @param maySpeak whether the floor is open to them
public record Glance(
        int visit,
        @Nullable String step,
        List<Form> forms,
        List<Press> buttons,
        boolean isTimed,
        boolean groups,
        List<Press> waiting,
        boolean maySpeak) {
    private static final Pattern STEP = Pattern.compile("\\d+ of \\d+ · (.*)");

    public Glance {
        forms = List.copyOf(forms);
        buttons = List.copyOf(buttons);
        waiting = List.copyOf(waiting);
    }

    /// What a room shows to one member.
    static Glance of(Rooms.Look look) {
        var forms = new ArrayList<Form>();
        var buttons = new ArrayList<Press>();
        for (var part : parts(look)) {
            if (part instanceof Part.Fields(var form)) {
                forms.add(form);
            } else if (part instanceof Part.Choices(var choices)) {
                choices.forEach(choice -> buttons.add(choice.press()));
            }
        }
        return new Glance(
                look.visit(),
                step(look.board()),
                forms,
                buttons,
                look.board().parts().stream().anyMatch(Glance::isClock),
                groups(look).anyMatch(group -> !group.choices().isEmpty()),
                groups(look)
                        .filter(group -> group.clock() == null)
                        .flatMap(group -> group.choices().stream())
                        .map(Part.Choice::press)
                        .filter(press -> press.verb().equals("next"))
                        .toList(),
                look.maySpeak());
    }

    private static List<Part> parts(Rooms.Look look) {
        return Stream.of(look.panel(), look.board())
                .flatMap(message -> message.parts().stream())
                .toList();
    }

    private static Stream<Part.GroupLine> groups(Rooms.Look look) {
        return look.panel().parts().stream()
                .filter(Part.Groups.class::isInstance)
                .flatMap(part -> ((Part.Groups) part).groups().stream());
    }

    private static boolean isClock(Part part) {
        return part instanceof Part.Deadline(var at, var left, _) && (at != null || left != null);
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

    /// What leaves a question out, or null if it was answered already or must be.
    @Nullable Press passOn(Form form) {
        return buttons.stream()
                .filter(press -> press.verb().equals("pass"))
                .filter(press -> press.visit() == form.submit().visit())
                .filter(press -> press.argument().equals(form.submit().argument()))
                .findFirst()
                .orElse(null);
    }

    /// The first form that has not been answered yet, or null.
    @Nullable Form openForm() {
        return openForm(Set.of());
    }

    /// @param settled what the reader is done with, answered or not
    @Nullable Form openForm(Set<Press> settled) {
        return forms.stream()
                .filter(form -> !settled.contains(form.submit()))
                .filter(form -> passOn(form) != null || isEmpty(form))
                .findFirst()
                .orElse(null);
    }

    private static boolean isEmpty(Form form) {
        return form.fields().stream().allMatch(field -> field.value().isEmpty());
    }
}
