package org.convenor.rehearsal;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Form;
import org.convenor.protocol.Mode;

/// How an invented facilitator calls a session: with the form that everybody uses.
final class Opening {
    private static final String ROLE = "role:";

    private final Mode mode;
    private final Lines lines;
    private final Iterator<Cast.Person> candidates;
    private final Map<Cast.Person, String> roles = new HashMap<>();

    private Opening(Mode mode, Lines lines, List<Cast.Person> candidates) {
        this.mode = mode;
        this.lines = lines;
        this.candidates = candidates.iterator();
    }

    /// Types the command, fills in the form and sends it.
    ///
    /// @param candidates who is named for the protocol's roles, in order; at least as many
    /// @return the role each of them was named for
    static Map<Cast.Person, String> call(
            Place facilitator,
            String protocol,
            Mode mode,
            List<Cast.Person> candidates,
            Lines lines) {
        var form = facilitator.type("/convene start " + protocol);
        if (form == null) {
            throw new IllegalStateException("the form to start did not open");
        }
        var opening = new Opening(mode, lines, candidates);
        var values = new HashMap<String, String>();
        form.fields().forEach(field -> values.put(field.name(), opening.value(field)));
        facilitator.press(form.submit(), values);
        return Map.copyOf(opening.roles);
    }

    private String value(Form.Field field) {
        if (field.name().startsWith(ROLE) && field.input() instanceof Form.Input.Pick pick) {
            var person = candidates.next();
            roles.put(person, field.name().substring(ROLE.length()));
            return option(pick, person);
        }
        if (field.name().equals("mode")) {
            return mode.name();
        }
        if (field.name().equals("co") || !field.value().isEmpty()) {
            return field.value();
        }
        return lines.must(field.label(), "topic");
    }

    private static String option(Form.Input.Pick pick, Cast.Person person) {
        return pick.options().stream()
                .filter(option -> option.label().startsWith(person.name() + " ("))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(person.name() + " is no choice"))
                .value();
    }
}
