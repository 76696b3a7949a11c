package org.convenor.rehearsal;

import java.util.List;
import org.convenor.chat.Form;
import org.convenor.chat.Press;
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
    public Glance {
        forms = List.copyOf(forms);
        buttons = List.copyOf(buttons);
    }

    /// The button with this verb, or null.
    @Nullable Press button(String verb) {
        return buttons.stream().filter(press -> press.verb().equals(verb)).findFirst().orElse(null);
    }

    boolean has(String verb) {
        return button(verb) != null;
    }

    /// The first form that has not been answered yet, or null.
    @Nullable Form openForm() {
        return forms.stream()
                .filter(form -> form.fields().stream().allMatch(field -> field.value().isEmpty()))
                .findFirst()
                .orElse(null);
    }
}
