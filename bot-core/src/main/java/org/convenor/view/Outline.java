package org.convenor.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.protocol.Blocks;
import org.convenor.protocol.Condition;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.protocol.Window;
import org.jspecify.annotations.Nullable;

/// The steps of a protocol as people will meet them, to read before a session.
public final class Outline {
    private final Bundle bundle;
    private final List<Step> steps;
    private final List<Entry> entries = new ArrayList<>();

    private Outline(Bundle bundle, List<Step> steps) {
        this.bundle = bundle;
        this.steps = steps;
    }

    /// One step.
    ///
    /// @param depth 0 at the top, one more inside each `repeat` or `when`
    /// @param kind what happens in it, in one or two words
    /// @param who who acts, or empty
    /// @param live its time beside a call, or empty
    /// @param async its time over days, or empty
    /// @param text small Markdown, may be empty
    /// @param readAloud what the facilitator says, or empty
    /// @param isFrame whether it only holds the steps behind it, one deeper, together
    public record Entry(
            int depth,
            String title,
            String kind,
            String who,
            String live,
            String async,
            String text,
            String readAloud,
            boolean isFrame) {}

    /// In the order of the file.
    public static List<Entry> of(Bundle bundle, Protocol protocol) {
        var outline = new Outline(bundle, protocol.steps());
        outline.block(0, protocol.steps().size(), 0);
        return List.copyOf(outline.entries);
    }

    private void block(int from, int to, int depth) {
        for (int at = from; at < to; at += Blocks.size(steps.get(at))) {
            var step = steps.get(at);
            entries.add(entry(step, depth));
            switch (step) {
                case Step.Repeat repeat -> repeated(at + 1, repeat, depth + 1);
                case Step.When when -> block(at + 1, at + 1 + when.body(), depth + 1);
                default -> {}
            }
        }
    }

    private void repeated(int from, Step.Repeat repeat, int depth) {
        int end = from + repeat.body();
        block(from, end, depth);
        if (repeat.ifStillOpen() > 0) {
            entries.add(frame(depth, bundle.text("outline.still-open")));
            block(end, end + repeat.ifStillOpen(), depth + 1);
        }
    }

    private static Entry frame(int depth, String title) {
        return new Entry(depth, title, "", "", "", "", "", "", true);
    }

    private Entry entry(Step step, int depth) {
        if (Blocks.isFrame(step)) {
            return frame(depth, frameTitle(step));
        }
        var heading = step.heading();
        var aloud = heading.readAloud();
        return new Entry(
                depth,
                step.title(),
                bundle.text("outline.kind", Map.of("kind", step.getClass().getSimpleName())),
                step.who() == null ? "" : WhoWords.of(bundle, step.who()),
                live(heading.timing().live()),
                async(heading.timing().async()),
                heading.text().strip(),
                aloud == null ? "" : aloud.strip(),
                false);
    }

    private String frameTitle(Step step) {
        return switch (step) {
            case Step.Repeat(var _, Times.Rounds(int number), var _, var _) ->
                    bundle.text("outline.rounds", Map.of("number", number));
            case Step.Repeat(var _, Times.ForEach(var kind), var _, var _) ->
                    bundle.text("outline.for-each", Map.of("kind", kind.name()));
            case Step.Repeat(var _, Times.UntilTrue(var condition, int most), var _, var _) ->
                    bundle.text(
                            "outline.until",
                            Map.of("condition", condition(condition), "most", most));
            case Step.When(var _, var condition, var _) ->
                    bundle.text("outline.when", Map.of("condition", condition(condition)));
            default -> throw new IllegalArgumentException(step.title() + " holds no others");
        };
    }

    private String condition(Condition condition) {
        return bundle.text(
                "outline.condition",
                Map.of("test", condition.test().name(), "name", condition.name()));
    }

    private String live(@Nullable Duration live) {
        return live == null
                ? ""
                : bundle.text(
                        "outline.live",
                        Map.of("minutes", live.toMinutes(), "seconds", live.toSecondsPart()));
    }

    private String async(@Nullable Window async) {
        return async == null
                ? ""
                : bundle.text(
                        "outline.async",
                        Map.of("days", async.days(), "hours", async.hours().toHours()));
    }
}
