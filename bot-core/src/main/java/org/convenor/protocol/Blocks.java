package org.convenor.protocol;

import java.util.List;

/// Finds the way through nested steps. The list of a protocol's steps is flat: behind a `repeat`
/// follow the steps of its body, then those for the case that it is still open; behind a `when` its
/// body. A block is a stretch of steps that are done one after another.
public final class Blocks {
    private Blocks() {}

    /// Where a step stands.
    ///
    /// @param owner index of the `repeat` or `when` around it, or -1 at the top
    /// @param from index of the block's first step
    /// @param to index behind the block's last step
    public record Block(int owner, int from, int to) {}

    /// How many places in the list a step takes: one, and those of what is inside.
    public static int size(Step step) {
        return switch (step) {
            case Step.Repeat repeat -> 1 + repeat.body() + repeat.ifStillOpen();
            case Step.When when -> 1 + when.body();
            case Step.Say _,
                    Step.Ask _,
                    Step.Display _,
                    Step.Turn _,
                    Step.Talk _,
                    Step.Quiet _,
                    Step.Round _,
                    Step.Keep _,
                    Step.Group _,
                    Step.Swap _,
                    Step.Stop _,
                    Step.Decide _,
                    Step.Deal _,
                    Step.Sort _ ->
                    1;
        };
    }

    /// Whether a step only holds others together and is never a moment of its own.
    public static boolean isFrame(Step step) {
        return step instanceof Step.Repeat || step instanceof Step.When;
    }

    /// The innermost block around a step.
    ///
    /// @param index of the step, from 0 below the number of steps
    public static Block around(List<Step> steps, int index) {
        var block = new Block(-1, 0, steps.size());
        while (true) {
            int at = block.from();
            while (at + size(steps.get(at)) <= index) {
                at += size(steps.get(at));
            }
            if (at == index) {
                return block;
            }
            block = inside(steps, at, index);
        }
    }

    /// The part of a frame that holds a step.
    private static Block inside(List<Step> steps, int frame, int index) {
        int from = frame + 1;
        if (steps.get(frame) instanceof Step.Repeat repeat && index >= from + repeat.body()) {
            return new Block(frame, from + repeat.body(), frame + size(repeat));
        }
        return body(steps, frame);
    }

    /// What a frame holds: the steps that are repeated, or done on a condition.
    public static Block body(List<Step> steps, int frame) {
        int from = frame + 1;
        return switch (steps.get(frame)) {
            case Step.Repeat repeat -> new Block(frame, from, from + repeat.body());
            case Step.When when -> new Block(frame, from, from + when.body());
            default -> throw new IllegalArgumentException("step " + frame + " holds no others");
        };
    }

    /// Whether a block is the one that is done when a `repeat` is still open at its end.
    public static boolean isIfStillOpen(List<Step> steps, Block block) {
        return block.owner() >= 0
                && steps.get(block.owner()) instanceof Step.Repeat repeat
                && block.from() == block.owner() + 1 + repeat.body()
                && block.to() > block.from();
    }
}
