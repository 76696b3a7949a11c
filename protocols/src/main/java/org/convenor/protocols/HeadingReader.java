package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import org.convenor.protocol.Heading;
import org.convenor.protocol.Timing;
import org.jspecify.annotations.Nullable;

/// Reads what every step says of itself.
final class HeadingReader {
    private final Texts texts;
    private final TimingReader timing;

    HeadingReader(Reading reading) {
        this.texts = reading.texts();
        this.timing = new TimingReader(reading.header());
    }

    /// @param beside title of the step this one runs beside, or null
    Heading read(Section step, String kind, boolean before, @Nullable String beside) {
        if (kind.equals("stop")) {
            return stop(step);
        }
        Timing time =
                beside == null
                        ? timing.read(step, kind, before)
                        : TimingReader.beside(step, beside);
        String title = title(step);
        if (step.lacks("title")) {
            step.error(
                    step.line(),
                    "Every step needs a title, so that people know where they are. Add “title: ” and a few words.");
        }
        String text = Keys.isWordless(kind) ? "" : texts.read(step, kind, Texts.TEXT);
        String readAloud = texts.read(step, "read aloud", Texts.READ_ALOUD);
        return new Heading(title == null ? "" : title, text == null ? "" : text, readAloud, time);
    }

    /// The words of a `stop` are its title: they say with which outcome.
    private static Heading stop(Section step) {
        String outcome = step.words("stop");
        if (outcome != null) {
            Texts.tooLong(step, "stop", outcome, Texts.TITLE);
        }
        return new Heading(outcome == null ? "" : outcome, "", null, Timing.NONE);
    }

    private static @Nullable String title(Section step) {
        String title = step.words("title");
        if (title != null) {
            Texts.tooLong(step, "title", title, Texts.TITLE);
        }
        if (title != null && title.contains("{")) {
            step.error(
                    "title",
                    "A title cannot hold a setting in curly brackets. Put it into the text.");
        }
        return title;
    }

    /// What every remark about a step starts with, until it is known to lack a title.
    static String where(Section step, String otherwise) {
        return step.node("title") instanceof Node.Words(int _, String title) && !title.isBlank()
                ? "Step %s: ".formatted(quoted(title))
                : otherwise;
    }
}
