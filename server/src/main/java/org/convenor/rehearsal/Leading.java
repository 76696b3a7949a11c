package org.convenor.rehearsal;

import org.convenor.protocol.Step;
import org.convenor.session.Track;

/// Tells a newcomer who facilitates what to press.
final class Leading {
    private Leading() {}

    /// @param track the one the facilitator is on
    static String line(Step step, Track track, Glance glance) {
        if (glance.has("resume")) {
            return "The clock stands still. Next: press “Resume” when people are ready.";
        }
        if (glance.groups()) {
            return track.group() > 0
                    ? "Your group is talking, the others beside it. Next: add a line, or press “Call everybody back”."
                    : "The groups are at work, each by itself. Press “Call everybody back” when it is time.";
        }
        if (glance.has("nudge") && !glance.isTimed()) {
            return "Somebody's vote is missing. Next: nudge them, or go on without.";
        }
        if (glance.has("finish")) {
            return "The time is up. Next: press “Next”, or let them finish.";
        }
        return switch (step) {
            case Step.Say _, Step.Quiet _, Step.Display _, Step.Swap _, Step.Stop _ ->
                    "Next: read the line aloud to the group, then press “Next”.";
            case Step.Group _ ->
                    "Next: read the line aloud, and press “Next” when people have found each other.";
            case Step.Talk _ ->
                    "The others are talking. Press “Next” when the group has had enough.";
            case Step.Ask _,
                    Step.Turn _,
                    Step.Round _,
                    Step.Keep _,
                    Step.Repeat _,
                    Step.When _,
                    Step.Decide _,
                    Step.Deal _,
                    Step.Sort _ ->
                    "The others are at work. It goes on by itself; “Next” is there if you need it.";
        };
    }
}
