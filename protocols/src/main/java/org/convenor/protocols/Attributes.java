package org.convenor.protocols;

import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Show;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Reads the attributes that several kinds of step share.
final class Attributes {
    private static final int LONGEST_NAME = 40;

    private final Reading reading;
    private final Section step;
    private final WhoWords who;

    Attributes(Reading reading, Section step, Place place) {
        this.reading = reading;
        this.step = step;
        this.who = new WhoWords(reading.header().roles(), reading.past(), place);
    }

    Who who() {
        return step.read("who", Who.EVERYONE, who::read);
    }

    /// Null where the file does not say, or a remark was made.
    @Nullable Who whoIfSaid() {
        return step.<@Nullable Who>read("who", null, who::read);
    }

    @Nullable String role(String key) {
        return step.<@Nullable String>read(key, null, who::role);
    }

    @Nullable Show show() {
        return step.<@Nullable Show>read("show", null, reading.saved()::show);
    }

    Until until(Until usual) {
        return step.read("until", usual, UntilWords::read);
    }

    Reveal reveal(Reveal usual) {
        return step.read("reveal", usual, OneOf.REVEAL::read);
    }

    Names names(Names usual) {
        return step.read("names", usual, OneOf.NAMES::read);
    }

    @Nullable String saveAs() {
        String name = step.words("save as");
        if (name == null) {
            return null;
        }
        String small = Section.small(name);
        if (name.length() > LONGEST_NAME
                || name.contains(",")
                || small.startsWith("all ")
                || small.matches("top \\d+ of .*")) {
            step.error(
                    "save as",
                    "Save it under a short name of at most %d characters, without commas, that does not start with “all”."
                            .formatted(LONGEST_NAME));
        }
        return name;
    }
}
