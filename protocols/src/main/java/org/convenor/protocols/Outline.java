package org.convenor.protocols;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Blocks;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;

/// Tells the steps of a protocol one a line, those inside others further in.
public final class Outline {
    private static final String INDENT = "    ";

    private final List<Step> steps;
    private final List<String> lines = new ArrayList<>();

    private Outline(List<Step> steps) {
        this.steps = steps;
    }

    /// For example: `Meetings (3 rounds)`, then ` Find your partner team (2 min)`.
    public static List<String> of(Protocol protocol) {
        Outline outline = new Outline(protocol.steps());
        outline.block(0, protocol.steps().size(), "");
        return List.copyOf(outline.lines);
    }

    private void block(int from, int to, String margin) {
        for (int at = from; at < to; at += Blocks.size(steps.get(at))) {
            Step step = steps.get(at);
            lines.add(margin + step.title() + note(step));
            if (!Blocks.isFrame(step)) {
                continue;
            }
            Blocks.Block body = Blocks.body(steps, at);
            block(body.from(), body.to(), margin + INDENT);
            int end = at + Blocks.size(step);
            if (body.to() < end) {
                lines.add(margin + "  if still open:");
                block(body.to(), end, margin + INDENT);
            }
        }
    }

    private static String note(Step step) {
        return switch (step) {
            case Step.Repeat repeat -> " (%s)".formatted(times(repeat.times()));
            case Step.When _ -> " (on a condition)";
            case Step.Stop _ -> " (the end)";
            case Step.Ask ask when ask.before() -> " (before the session)";
            default -> {
                Duration live = step.heading().timing().live();
                yield live == null ? "" : " (%s)".formatted(Wording.length(live));
            }
        };
    }

    private static String times(Times times) {
        return switch (times) {
            case Times.Rounds(int number) -> Wording.counted(number, "round");
            case Times.ForEach(Times.Kind kind) ->
                    switch (kind) {
                        case PERSON -> "for each person";
                        case TEAM -> "for each team";
                        case GROUP -> "for each group";
                    };
            case Times.UntilTrue(_, int most) -> "at most " + Wording.counted(most, "round");
        };
    }
}
