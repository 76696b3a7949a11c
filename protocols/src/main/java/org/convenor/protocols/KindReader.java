package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Reads the attributes of one step, by its kind.
final class KindReader {
    private final Reading reading;
    private final Section step;
    private final Place place;
    private final Attributes attributes;

    KindReader(Reading reading, Section step, Place place) {
        this.reading = reading;
        this.step = step;
        this.place = place;
        this.attributes = new Attributes(reading, step, place);
    }

    /// The step, or null after a remark without which it would make no sense.
    @Nullable Step read(
            String kind, Heading heading, boolean before, Step.@Nullable Ask meanwhile) {
        return switch (kind) {
            case "say" -> new Step.Say(heading);
            case "ask" -> new AskReader(reading, step, attributes).read(heading, before);
            case "show" -> display(heading);
            case "turn" -> turn(heading);
            case "talk" ->
                    new Step.Talk(
                            heading,
                            attributes.who(),
                            attributes.role("listening"),
                            attributes.show(),
                            meanwhile,
                            attributes.until(Until.TIME),
                            attributes.role("may end early"));
            case "quiet" -> new Step.Quiet(heading, attributes.show());
            case "round" -> round(heading, meanwhile);
            case "keep" -> keep(heading);
            case "group" -> new GroupReader(reading, step, place).read(heading);
            case "stop" -> stop(heading);
            case "decide" -> new DecideReader(reading, step, place, attributes).read(heading);
            case "deal" -> new CardsReader(reading, step, place, attributes).deal(heading);
            case "sort" -> new CardsReader(reading, step, place, attributes).sort(heading);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private @Nullable Step display(Heading heading) {
        Show show = attributes.show();
        return show == null ? null : new Step.Display(heading, show);
    }

    private Step stop(Heading heading) {
        if (place.inGroups()) {
            step.error(
                    step.line(),
                    "Inside groups this would end the session for all the other groups too. Bring people together first with"
                            + " “- group: everyone”.");
        }
        return new Step.Stop(heading);
    }

    private Step turn(Heading heading) {
        if (step.lacks("who")) {
            step.error(
                    step.line(),
                    "It does not say whose turn it is. Add for example “who: presenter”.");
        }
        Who speaker = attributes.whoIfSaid();
        if (speaker != null) {
            new TurnRule(reading.header(), step, place).check(speaker);
        }
        return new Step.Turn(
                heading,
                speaker == null ? Who.EVERYONE : speaker,
                attributes.role("listening"),
                attributes.show(),
                attributes.until(Until.TIME),
                attributes.role("may end early"));
    }

    private Step.Round round(Heading heading, Step.@Nullable Ask meanwhile) {
        boolean atOnce = step.yes("at once");
        if (step.has("reveal") && !atOnce) {
            step.error(
                    "reveal",
                    "In a round people hear each other, so nothing is revealed later. Add “at once: yes”, or delete this line.");
        }
        return new Step.Round(
                heading,
                attributes.who(),
                attributes.role("listening"),
                attributes.show(),
                TimingReader.each(step),
                step.yes("may pass"),
                atOnce,
                attributes.reveal(Reveal.AS_THEY_ARRIVE),
                meanwhile,
                attributes.until(Until.USUAL),
                attributes.role("may end early"));
    }

    private @Nullable Step keep(Heading heading) {
        if (step.lacks("becomes")) {
            step.error(
                    step.line(),
                    "It does not say what the answer becomes. Add for example “becomes: note” or “becomes: milestone”.");
        }
        List<String> names = new ArrayList<>();
        for (Node.Words item : Listed.words(step, "keep")) {
            try {
                names.add(reading.saved().find(item.text()).name());
            } catch (Misread misread) {
                step.error(item.line(), quoted("keep: " + item.text()) + " " + misread.predicate());
            }
        }
        Becomes becomes = step.read("becomes", Becomes.NOTE, OneOf.BECOMES::read);
        return names.isEmpty() ? null : new Step.Keep(heading, names, becomes);
    }
}
