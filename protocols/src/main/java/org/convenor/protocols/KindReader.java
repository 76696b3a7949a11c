package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Reads the attributes of one step, by its kind.
final class KindReader {
    private static final int LONGEST_NAME = 40;

    private final Texts texts;
    private final Saved saved;
    private final Section step;
    private final WhoWords who;

    KindReader(Header header, Texts texts, Saved saved, Section step) {
        this.texts = texts;
        this.saved = saved;
        this.step = step;
        this.who = new WhoWords(header.roles());
    }

    /// The step, or null after a remark without which it would make no sense.
    @Nullable Step read(
            String kind, Heading heading, boolean before, Step.@Nullable Ask meanwhile) {
        return switch (kind) {
            case "say" -> new Step.Say(heading);
            case "ask" -> ask(heading, before);
            case "show" -> display(heading);
            case "turn" -> turn(heading);
            case "talk" ->
                    new Step.Talk(
                            heading,
                            who(),
                            role("listening"),
                            show(),
                            meanwhile,
                            until(Until.TIME),
                            role("may end early"));
            case "quiet" -> new Step.Quiet(heading, show());
            case "round" -> round(heading, meanwhile);
            case "keep" -> keep(heading);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private Step.Ask ask(Heading heading, boolean before) {
        return new Step.Ask(
                heading,
                who(),
                new AnswerReader(step, texts).read(),
                show(),
                saveAs(),
                step.read("reveal", Reveal.AS_THEY_ARRIVE, Choice.REVEAL::read),
                step.read("names", Names.SHOWN, Choice.NAMES::read),
                until(Until.USUAL),
                before,
                step.yes("may pass"));
    }

    private @Nullable Step display(Heading heading) {
        Show show = show();
        return show == null ? null : new Step.Display(heading, show);
    }

    private @Nullable Step turn(Heading heading) {
        if (step.lacks("who")) {
            step.error(
                    step.line(),
                    "It does not say whose turn it is. Add for example “who: presenter”.");
        }
        Who speaker = step.<@Nullable Who>read("who", null, who::read);
        if (speaker != null && speaker.scope() != Who.Scope.ROLE) {
            step.error(
                    "who",
                    "A turn is for one person or one team. For one after the other use “round”.");
        }
        return new Step.Turn(
                heading,
                speaker == null ? Who.EVERYONE : speaker,
                role("listening"),
                show(),
                until(Until.TIME),
                role("may end early"));
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
                who(),
                role("listening"),
                show(),
                TimingReader.each(step),
                step.yes("may pass"),
                atOnce,
                step.read("reveal", Reveal.AS_THEY_ARRIVE, Choice.REVEAL::read),
                meanwhile,
                until(Until.USUAL),
                role("may end early"));
    }

    private @Nullable Step keep(Heading heading) {
        if (step.lacks("becomes")) {
            step.error(
                    step.line(),
                    "It does not say what the answer becomes. Add for example “becomes: note” or “becomes: milestone”.");
        }
        List<String> names = new ArrayList<>();
        for (Node.Words item : Listed.words(step, "keep")) {
            Saved.Kept kept = saved.get(item.text());
            if (kept == null) {
                step.error(
                        item.line(),
                        quoted("keep: " + item.text())
                                + " "
                                + saved.missing(item.text()).predicate());
            } else {
                saved.use(item.text());
                names.add(kept.name());
            }
        }
        Becomes becomes = step.read("becomes", Becomes.NOTE, Choice.BECOMES::read);
        return names.isEmpty() ? null : new Step.Keep(heading, names, becomes);
    }

    private Who who() {
        return step.read("who", Who.EVERYONE, who::read);
    }

    private @Nullable String role(String key) {
        return step.<@Nullable String>read(key, null, who::role);
    }

    private @Nullable Show show() {
        return step.<@Nullable Show>read("show", null, saved::show);
    }

    private Until until(Until usual) {
        return step.read("until", usual, UntilWords::read);
    }

    private @Nullable String saveAs() {
        String name = step.words("save as");
        if (name != null
                && (name.length() > LONGEST_NAME
                        || name.contains(",")
                        || Section.small(name).startsWith("all "))) {
            step.error(
                    "save as",
                    "Save it under a short name of at most %d characters, without commas, that does not start with “all”."
                            .formatted(LONGEST_NAME));
        }
        return name;
    }
}
