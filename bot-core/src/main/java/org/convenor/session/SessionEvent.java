package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    /// @param marks what can be counted of the answer, see [Given#marks]
    record Answered(
            Instant at,
            MemberId member,
            int track,
            int visit,
            String question,
            int fields,
            List<String> marks)
            implements OfVisit {
        public Answered {
            marks = List.copyOf(marks);
        }

        public Answered(
                Instant at, MemberId member, int track, int visit, String question, int fields) {
            this(at, member, track, visit, question, fields, List.of());
        }
    }

    /// Somebody who was named for something says yes or no.
    ///
    /// @param first number of the answer in which they were named, see [Given#first]
    record Consented(Instant at, MemberId member, int first, boolean yes) implements SessionEvent {}

    /// Takes a role that each team gives to one of its own.
    record RoleTaken(Instant at, MemberId member, String role) implements SessionEvent {}

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

    /// Reminds those who are waited for, in private.
    record Nudged(Instant at, MemberId by, int track, int visit) implements OfVisit {}

    /// Puts somebody in another group that is at work.
    ///
    /// @param group id of the group
    record MovedTo(Instant at, MemberId by, MemberId member, int group) implements SessionEvent {}

    /// @param to who holds the role from now on, in place of all who did
    record RoleGiven(Instant at, MemberId by, String role, List<Unit> to) implements SessionEvent {
        public RoleGiven {
            to = List.copyOf(to);
        }
    }

    record TookOver(Instant at, MemberId by) implements SessionEvent {}

    record Stopped(Instant at, MemberId by) implements SessionEvent {}

    record Reopened(Instant at, MemberId by) implements SessionEvent {}

    // Time

    /// @param dueAt the moment this tick was for; a tick for another moment is late and changes
    ///   nothing
    record Due(Instant at, int track, int visit, Instant dueAt) implements OfVisit {}

    /// Somebody worked out who is with whom, outside of any transaction.
    ///
    /// @param step index of the `group` step it was for
    /// @param groups who comes together: people, whole teams or earlier groups; whoever is in none
    ///   sits out
    /// @param repeats how many of them met before, although that was to be avoided
    record GroupsPlanned(
            Instant at, int track, int visit, int step, List<List<Unit>> groups, int repeats)
            implements OfVisit {
        public GroupsPlanned {
            groups = groups.stream().map(List::copyOf).toList();
        }
    }

    /// The process was away, and nobody could act.
    record Slept(Instant at, Duration away) implements SessionEvent {}
}
