package org.convenor.protocols;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Condition;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.jspecify.annotations.Nullable;

/// Reads a step that holds others: `repeat` and `when`.
final class FrameReader {
    /// Reads a list of steps, and adds them to those read so far.
    interface Inner {
        /// How many there are now more.
        int read(Node.Listing steps, Place place);
    }

    /// Deeper, nobody finds the way.
    private static final int DEEPEST = 4;

    private static final Pattern UNTIL = Pattern.compile("until (.+)");
    private static final Pattern EACH =
            Pattern.compile("for (?:each|every) (person|team|group)(?: in (?:the|each) group)?");
    private static final List<String> ONLY_UNTIL = List.of("at most", "if still open");

    private final Reading reading;
    private final Section step;
    private final Place place;
    private final Inner inner;

    FrameReader(Reading reading, Section step, Place place, Inner inner) {
        this.reading = reading;
        this.step = step;
        this.place = place;
        this.inner = inner;
    }

    Step when(Heading heading) {
        Condition condition =
                step.<@Nullable Condition>read(
                        "when", null, new ConditionWords(reading, place)::read);
        int body = body("steps", place.inside(null));
        return new Step.When(heading, condition == null ? unread() : condition, body);
    }

    Step repeat(Heading heading) {
        String words = step.words("repeat");
        String small = words == null ? "" : Section.small(words);
        Matcher until = UNTIL.matcher(small);
        if (until.matches()) {
            return until(heading, until.group(1));
        }
        for (String key : ONLY_UNTIL) {
            if (step.has(key)) {
                step.error(
                        key,
                        "%s belongs to “repeat: until …”. Delete this line."
                                .formatted(Wording.quoted(key + ":")));
            }
        }
        Matcher each = EACH.matcher(small);
        if (each.matches()) {
            Times.Kind kind = Times.Kind.valueOf(each.group(1).toUpperCase(Locale.ROOT));
            hasGroups(kind);
            return new Step.Repeat(
                    heading, new Times.ForEach(kind), body("steps", place.inside(kind)), 0);
        }
        int rounds = step.read("repeat", 1, RoundWords::read);
        return new Step.Repeat(
                heading, new Times.Rounds(rounds), body("steps", place.inside(null)), 0);
    }

    private void hasGroups(Times.Kind kind) {
        if (kind != Times.Kind.GROUP) {
            return;
        }
        if (place.inGroups()) {
            step.error(
                    "repeat",
                    "Here people are in their groups, so there is only one. Put “- group: everyone” before it.");
        } else if (!reading.past().hasGroups()) {
            step.error(
                    "repeat",
                    "No earlier step makes groups. Put for example “- group: pairs” before it.");
        }
    }

    private Step until(Heading heading, String condition) {
        if (step.lacks("at most")) {
            step.error(
                    step.line(),
                    "This could go on for ever. Say “at most: 3 rounds” so that it always ends.");
        }
        int most = step.read("at most", 1, RoundWords::most);
        Place inside = place.inside(null);
        int body = body("steps", inside);
        // Only now the decisions inside are known.
        Condition ends =
                step.<@Nullable Condition>read(
                        "repeat", null, _ -> new ConditionWords(reading, place).read(condition));
        if (step.lacks("if still open")) {
            step.error(
                    step.line(),
                    "It does not say what happens if the last round ends and it is still open. Add “if still open:” and a step"
                            + " below it, for example “- stop: not decided”.");
        }
        int open = step.has("if still open") ? body("if still open", inside) : 0;
        return new Step.Repeat(
                heading, new Times.UntilTrue(ends == null ? unread() : ends, most), body, open);
    }

    private static Condition unread() {
        return new Condition(Condition.Test.DECIDED, "");
    }

    private int body(String key, Place inside) {
        Node node = step.node(key);
        if (!(node instanceof Node.Listing list) || list.items().isEmpty()) {
            if (node != null || step.lacks(key)) {
                step.error(
                        key,
                        "It holds no steps. Under %s start each one with “- ”, two spaces further in."
                                .formatted(Wording.quoted(key + ":")));
            }
            return 0;
        }
        if (inside.depth() > DEEPEST) {
            step.error(
                    key,
                    "Here repeats and whens stand inside each other more than %d deep, and nobody will find the way. Use fewer."
                            .formatted(DEEPEST));
            Skipped.remember(node, step, place, reading);
            return 0;
        }
        return inner.read(list, inside);
    }
}
