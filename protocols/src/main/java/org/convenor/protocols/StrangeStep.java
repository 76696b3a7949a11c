package org.convenor.protocols;

import static org.convenor.protocols.Wording.all;
import static org.convenor.protocols.Wording.anyOf;
import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.List;

/// Says what is wrong with a step whose kind or keys are not of the language.
final class StrangeStep {
    private final Section step;
    private final Remarks remarks;

    StrangeStep(Section step, Remarks remarks) {
        this.step = step;
        this.remarks = remarks;
    }

    /// Remarks a first key that is no kind.
    void remark(String first) {
        String written = step.written(first);
        String kind =
                step.keys().stream()
                        .filter(key -> Keys.isKind(key) && !key.equals("show"))
                        .findFirst()
                        .orElse(null);
        if (kind != null && Keys.all().contains(first)) {
            step.error(
                    step.line(),
                    "The first line of a step says what happens. Put %s first, and %s below it."
                            .formatted(quoted(kind + ":"), quoted(written + ":")));
        } else {
            List<String> kinds = new ArrayList<>(Keys.kindNames());
            remarks.error(
                    step.line(),
                    "I do not know what this step does: %s. Start it with one of: %s.%s"
                            .formatted(
                                    quoted(written),
                                    String.join(", ", kinds),
                                    Nearest.hint(first, kinds)));
        }
    }

    /// Remarks every key that a step of this kind does not have.
    void keys(String kind) {
        List<String> known = Keys.of(kind);
        for (String key : step.keys()) {
            if (key.equals(kind) || known.contains(key)) {
                continue;
            }
            List<String> elsewhere = Keys.kindsWith(key);
            if (Keys.isOfEveryStep(key)) {
                step.error(key, outOfPlace(kind, key));
            } else if (Keys.isKind(key)) {
                step.error(
                        key,
                        "This step has both %s and %s. Make two steps of it, each starting with “- ”."
                                .formatted(quoted(kind), quoted(key)));
            } else if (!elsewhere.isEmpty()) {
                step.error(
                        key,
                        "%s step has no %s; that belongs to %s. Delete this line."
                                .formatted(
                                        Wording.one(kind),
                                        quoted(key),
                                        all(elsewhere.stream().map(Wording::quoted).toList())));
            } else {
                step.error(
                        key,
                        "I do not know %s.%s"
                                .formatted(quoted(step.written(key)), hint(kind, key, known)));
            }
        }
    }

    /// What to say of an attribute of every other step.
    private static String outOfPlace(String kind, String key) {
        if (kind.equals("stop")) {
            return key.equals("title")
                    ? "The words after “stop:” are its title. Delete this line."
                    : "“stop” takes no time, so it has no %s. Delete this line."
                            .formatted(quoted(key));
        }
        return "%s only holds other steps, and they say their own %s. Delete this line."
                .formatted(quoted(kind), quoted(key));
    }

    private static String hint(String kind, String key, List<String> known) {
        String hint = Nearest.hint(key, known);
        return hint.isEmpty() && !known.isEmpty()
                ? " %s step can have %s."
                        .formatted(
                                Wording.one(kind),
                                anyOf(known.stream().map(Wording::quoted).toList()))
                : hint;
    }
}
