package org.convenor.runtime;

import java.time.Instant;
import org.convenor.chat.MemberId;
import org.convenor.chat.Press;
import org.convenor.session.SessionEvent;
import org.jspecify.annotations.Nullable;

/// From a press to the event it means.
final class Events {
    private Events() {}

    /// @param team id of the member's district team
    /// @return null for a verb that is no event of a session: it opens or sends a form of its own
    static @Nullable SessionEvent of(Verb verb, Press press, MemberId by, String team, Instant at) {
        int track = press.track();
        int visit = press.visit();
        return switch (verb) {
            case JOIN -> new SessionEvent.Joined(at, by, team);
            case OBSERVE -> new SessionEvent.Observes(at, by, team);
            case DECLINE -> new SessionEvent.Declined(at, by, team);
            case LEAVE -> new SessionEvent.Left(at, by);
            case CATCH_UP -> new SessionEvent.AsksToCatchUp(at, by);
            case PASS -> new SessionEvent.Passed(at, by, track, visit, press.argument());
            case DONE -> new SessionEvent.GaveFloor(at, by, track, visit);
            case END_STEP -> new SessionEvent.EndedEarly(at, by, track, visit);
            case NEED_TIME -> new SessionEvent.NeedsTime(at, by, track, visit);
            case BEGIN -> new SessionEvent.Begun(at, by, false);
            case BEGIN_ANYWAY -> new SessionEvent.Begun(at, by, true);
            case NEXT -> new SessionEvent.Next(at, by, track, visit);
            case BACK -> new SessionEvent.WentBack(at, by, track, visit);
            case MORE -> new SessionEvent.Extended(at, by, track, visit);
            case PAUSE -> new SessionEvent.Paused(at, by, track, visit);
            case RESUME -> new SessionEvent.Resumed(at, by, track, visit);
            case SKIP -> new SessionEvent.Skipped(at, by, track, visit);
            case FINISH -> new SessionEvent.LetThemFinish(at, by, track, visit);
            case STOP -> new SessionEvent.Stopped(at, by);
            case REOPEN -> new SessionEvent.Reopened(at, by);
            case TAKE_OVER, TAKE_BACK -> new SessionEvent.TookOver(at, by);
            case NUDGE -> new SessionEvent.Nudged(at, by, track, visit);
            case TAKE_ROLE -> new SessionEvent.RoleTaken(at, by, press.argument());
            case ACCEPT -> consented(at, by, press.argument(), true);
            case REFUSE -> consented(at, by, press.argument(), false);
            case ANSWER, REPLACE, REPLACE_WITH, MOVE, MOVE_TO, RESTART, START_FORM, START -> null;
        };
    }

    private static @Nullable SessionEvent consented(
            Instant at, MemberId by, String number, boolean yes) {
        return number.matches("\\d{1,9}")
                ? new SessionEvent.Consented(at, by, Integer.parseInt(number), yes)
                : null;
    }
}
