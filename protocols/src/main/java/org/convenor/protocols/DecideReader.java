package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Method;
import org.convenor.protocol.Names;
import org.convenor.protocol.Quorum;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Until;
import org.jspecify.annotations.Nullable;

/// Reads a decision.
final class DecideReader {
    private static final int USUAL_DOTS = 3;
    private static final int MOST_DOTS = 20;

    private final Reading reading;
    private final Section step;
    private final Place place;
    private final Attributes attributes;

    DecideReader(Reading reading, Section step, Place place, Attributes attributes) {
        this.reading = reading;
        this.step = step;
        this.place = place;
        this.attributes = attributes;
    }

    /// The step, or null after a remark without which it would make no sense.
    @Nullable Step read(Heading heading) {
        if (step.lacks("method")) {
            step.error(
                    step.line(),
                    "It does not say how you decide. Add “method: consent”, “method: fist to five”, “method: dots”, “method:"
                            + " rank” or “method: majority”.");
        }
        Method method = step.<@Nullable Method>read("method", null, OneOf.METHOD::read);
        if (method == null) {
            return null;
        }
        int errors = reading.remarks().errors();
        String from = from(method);
        List<Choice> choices = new ChoicesReader(step, reading.texts(), method).read();
        if (choices.isEmpty() == (from == null)) {
            options(errors, from != null);
            return null;
        }
        boolean objectable = method == Method.CONSENT || method == Method.FIST_TO_FIVE;
        return new Step.Decide(
                heading,
                attributes.who(),
                method,
                choices,
                from,
                dots(method),
                reasons(method, choices),
                step.read(
                        "needs", objectable ? Quorum.EVERYONE : Quorum.ANYBODY, QuorumWords::read),
                attributes.show(),
                attributes.saveAs(),
                attributes.reveal(Reveal.TOGETHER),
                names(),
                attributes.until(Until.USUAL),
                step.yes("may pass"));
    }

    /// Remarks that there are no options, or too many kinds of them, unless a slip explains it.
    private void options(int errors, boolean both) {
        if (both) {
            step.error(
                    "choices from", "It has both “choices” and “choices from”. Keep one of them.");
        } else if (reading.remarks().errors() == errors
                && step.lacks("choices")
                && step.lacks("choices from")) {
            step.error(
                    step.line(),
                    "There is nothing to choose from. Add “choices:” and a list, or “choices from:” and the name of saved"
                            + " answers.");
        }
    }

    private @Nullable String from(Method method) {
        if (step.has("choices from") && ChoicesReader.hasOwn(method)) {
            step.error(
                    "choices from",
                    "By this method people say yes or no to one thing, so there is nothing to choose from. Delete this line,"
                            + " or decide by dots, rank or majority.");
            return null;
        }
        Kept kept = step.<@Nullable Kept>read("choices from", null, reading.saved()::find);
        if (kept == null) {
            return null;
        }
        new CardRule(step, place).check("choices from", kept);
        return kept.name();
    }

    private int dots(Method method) {
        if (method == Method.DOTS) {
            return step.read("dots", USUAL_DOTS, DecideReader::dots);
        }
        if (step.has("dots")) {
            step.error("dots", "Only the method dots gives people dots. Delete this line.");
        }
        return 1;
    }

    private static int dots(String words) throws Misread {
        String number = Section.small(words).replaceFirst(" (dots?|each)$", "");
        if (!number.matches("\\d{1,4}")
                || Integer.parseInt(number) < 1
                || Integer.parseInt(number) > MOST_DOTS) {
            throw new Misread(
                    "is no number of dots. Write a number from 1 to %d.".formatted(MOST_DOTS));
        }
        return Integer.parseInt(number);
    }

    private Set<String> reasons(Method method, List<Choice> choices) {
        if (!step.has("reason needed for")) {
            return method == Method.CONSENT ? Set.of(Choice.OBJECTION) : Set.of();
        }
        if (method == Method.DOTS || method == Method.RANK) {
            step.error(
                    "reason needed for",
                    "By dots or rank people choose several at once, so there is no one choice to explain. Delete this line.");
            return Set.of();
        }
        List<String> names = choices.stream().map(Choice::name).toList();
        Set<String> reasons = new TreeSet<>();
        for (Node.Words item : Listed.words(step, "reason needed for")) {
            String small = Section.small(item.text());
            String name =
                    names.stream()
                            .filter(n -> Section.small(n).equals(small))
                            .findFirst()
                            .orElse(null);
            if (name == null) {
                step.error(
                        item.line(),
                        "%s names no choice of this decision. Its choices are %s.%s"
                                .formatted(
                                        quoted("reason needed for: " + item.text()),
                                        Wording.all(names.stream().map(Wording::quoted).toList()),
                                        Nearest.hint(small, names)));
            } else {
                reasons.add(name);
            }
        }
        return reasons;
    }

    private Names names() {
        Names names = attributes.names(Names.SHOWN);
        if (names == Names.ANONYMOUS) {
            step.error(
                    "names",
                    "A vote is counted by person, so it cannot be anonymous. Write “names: hidden”: nobody else sees who chose"
                            + " what.");
        }
        return names;
    }
}
