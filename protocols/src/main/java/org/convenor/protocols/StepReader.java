package org.convenor.protocols;

import static org.convenor.protocols.Wording.anyOf;
import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;
import org.jspecify.annotations.Nullable;

/// Reads the steps of a file in order. The first key of a step says what happens.
final class StepReader {
    private static final int MOST_STEPS = 100;

    private final Header header;
    private final Texts texts;
    private final Saved saved;
    private final Remarks remarks;
    private final TimingReader timing;
    private final List<StepDraft> drafts = new ArrayList<>();

    StepReader(Header header, Texts texts, Saved saved, Remarks remarks) {
        this.header = header;
        this.texts = texts;
        this.saved = saved;
        this.remarks = remarks;
        this.timing = new TimingReader(header);
    }

    /// The steps that could be read, each `meanwhile` after the step it runs beside.
    List<StepDraft> read() {
        Node node = header.section().node("steps");
        if (!(node instanceof Node.Listing list) || list.items().isEmpty()) {
            header.section()
                    .error(
                            "steps",
                            "The protocol has no steps. Under “steps:” start each step with “- ” and what happens, for example “- say: Welcome.”");
            return drafts;
        }
        if (list.items().size() > MOST_STEPS) {
            header.section()
                    .error(
                            "steps",
                            "The protocol has %d steps; at most %d fit in one. Split it into two protocols."
                                    .formatted(list.items().size(), MOST_STEPS));
        }
        list.items().stream().limit(MOST_STEPS).forEach(this::step);
        return drafts;
    }

    private void step(Node node) {
        if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
            remarks.error(
                    node.line(),
                    "A step starts with what happens and a colon: %s."
                            .formatted(
                                    anyOf(
                                            Keys.kindNames().stream()
                                                    .map(kind -> quoted(kind + ":"))
                                                    .toList())));
            return;
        }
        Section step = new Section(mapping, remarks);
        String kind = step.keys().getFirst();
        step.named(
                step.node("title") instanceof Node.Words(int _, String title) && !title.isBlank()
                        ? "Step %s: ".formatted(quoted(title))
                        : "");
        if (Keys.isKind(kind)) {
            known(kind, step, mapping, null);
        } else {
            new StrangeStep(step, remarks).remark(kind);
            Skipped.names(mapping).forEach(name -> saved.put(name, null, step));
        }
    }

    private void known(String kind, Section step, Node.Mapping mapping, @Nullable String beside) {
        int errors = remarks.errors();
        if (!step.has("title")) {
            step.named("This %s step: ".formatted(quoted(kind)));
        }
        new StrangeStep(step, remarks).keys(kind);
        boolean before = kind.equals("ask") && step.yes("before the session");
        Timing time =
                beside == null
                        ? timing.read(step, kind, before)
                        : TimingReader.beside(step, beside);
        Heading heading = heading(kind, step, time);
        int place = drafts.size();
        Step read =
                new KindReader(header, texts, saved, step)
                        .read(kind, heading, before, meanwhile(step, heading.title()));
        boolean sound = remarks.errors() == errors;
        if (read == null) {
            Skipped.names(mapping).forEach(name -> saved.put(name, null, step));
            return;
        }
        drafts.add(place, new StepDraft(read, step, beside, sound));
        if (read instanceof Step.Ask ask && ask.saveAs() != null) {
            save(ask.saveAs(), ask, step, sound);
        }
    }

    private void save(String name, Step.Ask ask, Section step, boolean sound) {
        Saved.Kept earlier = saved.get(name);
        if (earlier != null && earlier.ask() != null) {
            step.error(
                    "save as",
                    "The step %s already saves %s. Choose another name."
                            .formatted(quoted(earlier.ask().title()), quoted(name)));
        }
        saved.put(name, sound ? ask : null, step);
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

    private Heading heading(String kind, Section step, Timing time) {
        String title = title(step);
        if (step.lacks("title")) {
            step.error(
                    step.line(),
                    "Every step needs a title, so that people know where they are. Add “title: ” and a few words.");
        }
        boolean wordless = kind.equals("show") || kind.equals("keep");
        String text = wordless ? "" : texts.read(step, kind, Texts.TEXT);
        String readAloud = texts.read(step, "read aloud", Texts.READ_ALOUD);
        return new Heading(title == null ? "" : title, text == null ? "" : text, readAloud, time);
    }

    /// Reads the one `ask` that runs beside the step, or gives null.
    private Step.@Nullable Ask meanwhile(Section step, String title) {
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
        ask.named(
                "Step %s: "
                        .formatted(
                                quoted(
                                        ask.node("title") instanceof Node.Words(int _, String own)
                                                ? own
                                                : title)));
        if (!kind.equals("ask")) {
            ask.error(
                    mapping.line(),
                    "Only an “ask” can run beside another step, and this one starts with %s."
                            .formatted(quoted(ask.written(kind))));
            return null;
        }
        int size = drafts.size();
        known("ask", ask, mapping, title);
        return drafts.size() > size && drafts.getLast().step() instanceof Step.Ask read
                ? read
                : null;
    }
}
