package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import org.convenor.chat.MemberId;

/// Something that happened to a session. Rights were checked before; words are kept apart, so an
/// event only counts them.
public sealed interface SessionEvent {
    Instant at();

    /// What was meant for one visit of one track. If that visit is over, the person is told that
    /// things moved on.
    sealed interface OfVisit extends SessionEvent {
        int track();

        int visit();
    }

    // People

    /// @param team id of the member's district team
    record Joined(Instant at, MemberId member, String team) implements SessionEvent {}

    record Observes(Instant at, MemberId member, String team) implements SessionEvent {}

    record Declined(Instant at, MemberId member, String team) implements SessionEvent {}

    record Left(Instant at, MemberId member) implements SessionEvent {}

    record AsksToCatchUp(Instant at, MemberId member) implements SessionEvent {}

    // Taking part

    /// @param question title of the question, or of the round that is written at once
    /// @param fields how many fields the answer has
    record Answered(Instant at, MemberId member, int track, int visit, String question, int fields)
            implements OfVisit {}

    /// Somebody wrote in the session's thread. Not tied to a visit by a guard: words may come a
    /// little late.
    ///
    /// @param visit the visit during which it was written, or zero for the current one
    record Spoke(Instant at, MemberId member, int track, int visit) implements SessionEvent {}

    record Passed(Instant at, MemberId member, int track, int visit, String question)
            implements OfVisit {}

    /// "I am done": hands the floor on.
    record GaveFloor(Instant at, MemberId member, int track, int visit) implements OfVisit {}

    /// Ends a step before its time, where the file lets somebody's role do that.
    record EndedEarly(Instant at, MemberId member, int track, int visit) implements OfVisit {}

    record NeedsTime(Instant at, MemberId member, int track, int visit) implements OfVisit {}

    // The facilitator

    /// @param anyway although something is still missing
    record Begun(Instant at, MemberId by, boolean anyway) implements SessionEvent {}

    record Next(Instant at, MemberId by, int track, int visit) implements OfVisit {}

    record Skipped(Instant at, MemberId by, int track, int visit) implements OfVisit {}

    /// Opens the last step again.
    record WentBack(Instant at, MemberId by, int track, int visit) implements OfVisit {}

    /// Two minutes more, or a working day where a step takes days.
    record Extended(Instant at, MemberId by, int track, int visit) implements OfVisit {}

    record LetThemFinish(Instant at, MemberId by, int track, int visit) implements OfVisit {}

    record Paused(Instant at, MemberId by, int track, int visit) implements OfVisit {}

    record Resumed(Instant at, MemberId by, int track, int visit) implements OfVisit {}

    record RoleGiven(Instant at, MemberId by, String role, Unit to) implements SessionEvent {}

    record TookOver(Instant at, MemberId by) implements SessionEvent {}

    record Stopped(Instant at, MemberId by) implements SessionEvent {}

    record Reopened(Instant at, MemberId by) implements SessionEvent {}

    // Time

    /// @param dueAt the moment this tick was for; a tick for another moment is late and changes
    ///   nothing
    record Due(Instant at, int track, int visit, Instant dueAt) implements OfVisit {}

    /// The process was away, and nobody could act.
    record Slept(Instant at, Duration away) implements SessionEvent {}
}
