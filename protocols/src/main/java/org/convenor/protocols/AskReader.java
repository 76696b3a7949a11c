package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Reads a question: a new one, or one that changes what was answered before.
final class AskReader {
    private static final Pattern CHANGE =
            Pattern.compile("change of (.+)", Pattern.CASE_INSENSITIVE);

    private final Reading reading;
    private final Section step;
    private final Attributes attributes;

    AskReader(Reading reading, Section step, Attributes attributes) {
        this.reading = reading;
        this.step = step;
        this.attributes = attributes;
    }

    Step.Ask read(Heading heading, boolean before) {
        Matcher change =
                CHANGE.matcher(
                        step.node("answer") instanceof Node.Words(int _, String words)
                                ? words.strip().replaceAll("\\s+", " ")
                                : "");
        return change.matches()
                ? changed(heading, before, change.group(1))
                : asked(heading, before);
    }

    private Step.Ask asked(Heading heading, boolean before) {
        return new Step.Ask(
                heading,
                attributes.who(),
                new AnswerReader(step, reading.texts()).read(),
                attributes.show(),
                attributes.saveAs(),
                attributes.reveal(Reveal.AS_THEY_ARRIVE),
                attributes.names(Names.SHOWN),
                attributes.until(Until.USUAL),
                before,
                step.yes("may pass"));
    }

    /// Promises of the first question hold for its changes, unless the step says otherwise.
    private Step.Ask changed(Heading heading, boolean before, String name) {
        Kept kept = step.<@Nullable Kept>read("answer", null, _ -> original(name));
        if (step.has("save as")) {
            step.error("save as", "A change is saved where the first answer is. Delete this line.");
        }
        Step.Ask first = kept == null ? null : kept.ask();
        Who who = attributes.who();
        if (first != null && !first.who().equals(who)) {
            step.error(
                    step.has("who") ? "who" : "answer",
                    "Only those who were asked in %s can change what they wrote. Ask the same people."
                            .formatted(quoted(first.title())));
        }
        String saved = kept == null ? null : kept.name();
        return new Step.Ask(
                heading,
                who,
                first == null ? new AnswerReader(step, reading.texts()).plain() : first.answer(),
                attributes.show(),
                saved,
                attributes.reveal(first == null ? Reveal.AS_THEY_ARRIVE : first.reveal()),
                attributes.names(first == null ? Names.SHOWN : first.names()),
                attributes.until(Until.USUAL),
                before,
                true,
                saved);
    }

    private Kept original(String name) throws Misread {
        Kept kept = reading.saved().find(name);
        if (kept.step() != null && kept.ask() == null) {
            throw new Misread(
                    "changes the result of %s. Only the answers to an “ask” can be changed."
                            .formatted(quoted(kept.title())));
        }
        if (kept.names() == Names.ANONYMOUS) {
            throw new Misread(
                    "changes anonymous answers. Nobody knows whose they are, so they cannot be changed.");
        }
        return kept;
    }
}
