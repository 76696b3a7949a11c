package org.convenor.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.chat.Form;
import org.convenor.protocol.Mode;

/// How an invented facilitator calls a session: with the form that everybody uses.
final class Opening {
    private static final String ROLE = "role:";

    /// How many are named for a role that several people may have.
    private static final int SEVERAL = 2;

    private final Mode mode;
    private final Lines lines;
    private final List<Cast.Person> candidates;
    private final Map<Cast.Person, String> roles = new LinkedHashMap<>();
    private int next;

    private Opening(Mode mode, Lines lines, List<Cast.Person> candidates) {
        this.mode = mode;
        this.lines = lines;
        this.candidates = List.copyOf(candidates);
    }

    /// Types the command, fills in the form and sends it.
    ///
    /// @param candidates who is named for the protocol's roles, in order; one or more. Where there
    ///   are more roles, they are named again
    /// @return the first role each of them was named for
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
            var role = field.name().substring(ROLE.length());
            return named(pick.most()).stream()
                    .peek(person -> roles.putIfAbsent(person, role))
                    .map(person -> option(pick, person))
                    .collect(Collectors.joining("\n"));
        }
        if (field.name().equals("mode")) {
            return mode.name();
        }
        if (field.name().equals("co") || !field.value().isEmpty()) {
            return field.value();
        }
        return lines.must(0, field.label(), "topic");
    }

    /// Several where the role is for several, as long as there are others left.
    private List<Cast.Person> named(int most) {
        int number = Math.clamp(Math.min(most, SEVERAL), 1, candidates.size());
        var named = new ArrayList<Cast.Person>();
        for (int count = 0; count < number; count++) {
            named.add(candidates.get(next++ % candidates.size()));
        }
        return named;
    }

    private static String option(Form.Input.Pick pick, Cast.Person person) {
        return pick.options().stream()
                .filter(option -> option.label().startsWith(person.name() + " ("))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(person.name() + " is no choice"))
                .value();
    }
}
