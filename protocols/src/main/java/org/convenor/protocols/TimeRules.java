package org.convenor.protocols;

import java.time.Duration;
import java.util.List;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Rules about lengths: every step ends, and its minutes suffice.
final class TimeRules {
    private final Header header;
    private final List<StepDraft> drafts;
    private final Crowd crowd;

    TimeRules(Header header, List<StepDraft> drafts, Crowd crowd) {
        this.header = header;
        this.drafts = drafts;
        this.crowd = crowd;
    }

    void check() {
        for (StepDraft draft : drafts) {
            if (draft.beside() == null && draft.sound()) {
                ends(draft);
                answered(draft);
                shares(draft);
            }
        }
    }

    /// A step in which people act needs a time, unless a person ends it.
    private void ends(StepDraft draft) {
        Timing timing = draft.step().heading().timing();
        boolean before = draft.step() instanceof Step.Ask ask && ask.before();
        Until until = until(draft.step());
        if (until != null
                && header.live()
                && !before
                && timing.live() == null
                && !until.facilitator()) {
            draft.section()
                    .error(
                            "live",
                            "Live, nobody would have time for this. Give it a length such as “live: 5 min”, or add “until: facilitator says next”.");
        }
    }

    /// Over days a step without a window is left out; what it asks for would be missing.
    private void answered(StepDraft draft) {
        if (collects(draft.step())
                && header.async()
                && draft.step().heading().timing().async() == null) {
            draft.section()
                    .error(
                            "async",
                            "Over days nobody would have time to answer this. Give it a window such as “async: 1 day”.");
        }
    }

    private static boolean collects(Step step) {
        return switch (step) {
            case Step.Ask _, Step.Round _, Step.Decide _, Step.Deal _, Step.Sort _ -> true;
            case Step.Say _,
                    Step.Display _,
                    Step.Turn _,
                    Step.Talk _,
                    Step.Quiet _,
                    Step.Keep _,
                    Step.Group _,
                    Step.Swap _,
                    Step.Repeat _,
                    Step.When _,
                    Step.Stop _ ->
                    false;
        };
    }

    private void shares(StepDraft draft) {
        if (!(draft.step() instanceof Step.Round round) || round.atOnce()) {
            return;
        }
        Duration each = round.each();
        Duration live = round.heading().timing().live();
        Integer people = crowd.most(round.who(), draft.place());
        if (each == null || live == null || people == null) {
            return;
        }
        Duration all = each.multipliedBy(people);
        if (all.compareTo(live) > 0) {
            draft.section()
                    .warning(
                            "each",
                            "%d %s × %s = %s, but the step has %s. Give it more time, or each person less."
                                    .formatted(
                                            people,
                                            round.who().scope() == Who.Scope.EACH_TEAM
                                                    ? "teams"
                                                    : "people",
                                            Wording.length(each),
                                            Wording.length(all),
                                            Wording.length(live)));
        }
    }

    private static @Nullable Until until(Step step) {
        return switch (step) {
            case Step.Ask ask -> ask.until();
            case Step.Turn turn -> turn.until();
            case Step.Talk talk -> talk.until();
            case Step.Round round -> round.until();
            case Step.Quiet _, Step.Display _ -> Until.TIME;
            case Step.Decide _, Step.Deal _, Step.Sort _ -> step.until();
            case Step.Say _,
                    Step.Keep _,
                    Step.Group _,
                    Step.Swap _,
                    Step.Repeat _,
                    Step.When _,
                    Step.Stop _ ->
                    null;
        };
    }
}
