package org.convenor.protocols;

import static org.convenor.protocols.Wording.anyOf;
import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Reads the steps of a file in order, and lays those inside others out behind them. The first key
/// of a step says what happens.
final class StepReader {
    private static final int MOST_STEPS = 100;

    private final Reading reading;
    private final Remarks remarks;
    private final HeadingReader headings;
    private final List<StepDraft> drafts = new ArrayList<>();
    private int seen;

    StepReader(Reading reading) {
        this.reading = reading;
        this.remarks = reading.remarks();
        this.headings = new HeadingReader(reading);
    }

    /// The steps that could be read, each `meanwhile` after the step it runs beside.
    List<StepDraft> read() {
        Section header = reading.header().section();
        Node node = header.node("steps");
        if (!(node instanceof Node.Listing list) || list.items().isEmpty()) {
            header.error(
                    "steps",
                    "The protocol has no steps. Under “steps:” start each step with “- ” and what happens, for example “- say: Welcome.”");
            return drafts;
        }
        block(list, Place.TOP);
        if (seen > MOST_STEPS) {
            header.error(
                    "steps",
                    "The protocol has more than %d steps. Split it into two protocols."
                            .formatted(MOST_STEPS));
        }
        return drafts;
    }

    /// How many steps the list adds to the protocol.
    private int block(Node.Listing list, Place outer) {
        int first = drafts.size();
        Place here = outer;
        for (Node item : list.items()) {
            if (++seen > MOST_STEPS) {
                break;
            }
            here = step(item, here);
        }
        return (int)
                drafts.subList(first, drafts.size()).stream()
                        .filter(draft -> draft.beside() == null)
                        .count();
    }

    /// Reads a step; gives the place of the one behind it.
    private Place step(Node node, Place here) {
        if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
            remarks.error(
                    node.line(),
                    "A step starts with what happens and a colon: %s."
                            .formatted(
                                    anyOf(
                                            Keys.kindNames().stream()
                                                    .map(kind -> quoted(kind + ":"))
                                                    .toList())));
            return here;
        }
        Section step = new Section(mapping, remarks);
        String kind = step.keys().getFirst();
        step.named(HeadingReader.where(step, ""));
        if (!Keys.isKind(kind)) {
            new StrangeStep(step, remarks).remark(kind);
            Skipped.remember(mapping, step, here, reading);
            return here;
        }
        Step read = known(kind, step, mapping, new Beside(null, here));
        boolean splits = kind.equals("group") && !(read instanceof Step.Swap);
        return splits
                ? here.after(new Place.Split(step.line(), read instanceof Step.Group g ? g : null))
                : here;
    }

    /// @param title of the step that this one runs beside, or null
    private record Beside(@Nullable String title, Place place) {}

    private @Nullable Step known(String kind, Section step, Node.Mapping mapping, Beside where) {
        int errors = remarks.errors();
        step.named(HeadingReader.where(step, "This %s step: ".formatted(quoted(kind))));
        new StrangeStep(step, remarks).keys(kind);
        boolean before = kind.equals("ask") && step.yes("before the session");
        Heading heading = headings.read(step, kind, before, where.title());
        int index = drafts.size();
        Place place = where.place();
        Step read =
                Keys.isFrame(kind)
                        ? frame(kind, heading, step, place)
                        : new KindReader(reading, step, place)
                                .read(kind, heading, before, meanwhile(step, heading, place));
        boolean sound = remarks.errors() == errors;
        if (read == null) {
            Skipped.remember(mapping, step, place, reading);
            return null;
        }
        drafts.add(index, new StepDraft(read, step, where.title(), place, sound));
        new Remembering(reading, step, place).remember(read, sound);
        return read;
    }

    private Step frame(String kind, Heading heading, Section step, Place place) {
        FrameReader frame = new FrameReader(reading, step, place, this::block);
        return kind.equals("when") ? frame.when(heading) : frame.repeat(heading);
    }

    /// Reads the one `ask` that runs beside the step, or gives null.
    private Step.@Nullable Ask meanwhile(Section step, Heading heading, Place place) {
        Node node = step.node("meanwhile");
        if (node == null || !Keys.kindsWith("meanwhile").contains(step.keys().getFirst())) {
            return null;
        }
        if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
            step.error(
                    "meanwhile",
                    "After “meanwhile:” stands one “ask” step, indented and without a hyphen.");
            return null;
        }
        Section ask = new Section(mapping, remarks);
        String kind = ask.keys().getFirst();
        ask.named(HeadingReader.where(ask, "Step %s: ".formatted(quoted(heading.title()))));
        if (!kind.equals("ask")) {
            ask.error(
                    mapping.line(),
                    "Only an “ask” can run beside another step, and this one starts with %s."
                            .formatted(quoted(ask.written(kind))));
            return null;
        }
        return known("ask", ask, mapping, new Beside(heading.title(), place))
                        instanceof Step.Ask read
                ? read
                : null;
    }
}
