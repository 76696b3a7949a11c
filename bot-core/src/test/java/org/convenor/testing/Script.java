package org.convenor.testing;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Condition;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.protocol.Timing;

/// Steps one after another and inside each other, as a file would nest them.
public final class Script {
    private final List<Step> steps = new ArrayList<>();

    private Script() {}

    public static Script of(Step... steps) {
        return new Script().then(steps);
    }

    public Script then(Step... next) {
        steps.addAll(List.of(next));
        return this;
    }

    public Script rounds(int number, String title, Script body) {
        return repeat(title, new Times.Rounds(number), body, of());
    }

    public Script forEach(Times.Kind kind, String title, Script body) {
        return repeat(title, new Times.ForEach(kind), body, of());
    }

    /// @param most passes at most
    public Script until(
            Condition condition, int most, String title, Script body, Script ifStillOpen) {
        return repeat(title, new Times.UntilTrue(condition, most), body, ifStillOpen);
    }

    private Script repeat(String title, Times times, Script body, Script ifStillOpen) {
        var heading = Steps.heading(title, Timing.NONE);
        steps.add(new Step.Repeat(heading, times, body.steps.size(), ifStillOpen.steps.size()));
        steps.addAll(body.steps);
        steps.addAll(ifStillOpen.steps);
        return this;
    }

    public Script when(Condition condition, String title, Script body) {
        var heading = Steps.heading(title, Timing.NONE);
        steps.add(new Step.When(heading, condition, body.steps.size()));
        steps.addAll(body.steps);
        return this;
    }

    /// A protocol with the roles of critical friends, for any number of people.
    public Protocol protocol() {
        return Protocols.of(steps.toArray(Step[]::new));
    }
}
