package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way one group takes through the steps: its own cursor, its own clock. Where people are
/// split, the track they came from waits, and each group has a track of its own.
///
/// @param id zero for the track everybody is on; work before the session and groups have others
/// @param group id of the group whose track it is; 0 for everybody
/// @param parent the track that was split; 0 where `group` is
/// @param from index of the `group` step that formed the group; 0 where `group` is
/// @param passes the repeats around its step, the outermost first
/// @param step zero-based index of its step
/// @param visit number of this entry into the step; numbers only increase within a session
/// @param stage how near the end of the step is
/// @param deadline when the time is up, or null while paused, waiting or untimed
/// @param dueAt when something must be done without anybody acting, or null for never
/// @param planned the step's time with all extensions, or zero when untimed
/// @param hold why the clock stands still, or null while it runs
/// @param progress what is counted within the step
/// @param meanwhile what is counted for the question beside the step, or null if it has none
public record Track(
        int id,
        int group,
        int parent,
        int from,
        List<Pass> passes,
        int step,
        int visit,
        Stage stage,
        Instant openedAt,
        @Nullable Instant deadline,
        @Nullable Instant dueAt,
        Duration planned,
        @Nullable Hold hold,
        Progress progress,
        Progress.@Nullable Asked meanwhile) {
    public Track {
        passes = List.copyOf(passes);
    }

    /// How near the end of a step is.
    public enum Stage {
        OPEN,
        /// A question closes in a few seconds; those who have not answered were told.
        LAST_CALL,
        /// The time is up and was announced; nobody is cut off.
        OVERTIME,
        /// Only a person can go on.
        WAITING,
        /// The co-facilitators were offered to take over.
        OFFERED_TO_CO_FACILITATORS,
        /// Everybody with the right was offered to take over.
        OFFERED_TO_ALL
    }

    /// Why the clock stands still.
    ///
    /// @param left what was left of the time when it stopped, or null if untimed
    public record Hold(Reason reason, @Nullable Duration left) {}

    public enum Reason {
        PAUSED,
        PRESENTER_LEFT
    }

    public boolean isHeld() {
        return hold != null;
    }

    /// Numbers of the passes around the step, the outermost first.
    public List<Integer> passNumbers() {
        return passes.stream().map(Pass::number).toList();
    }

    /// Whose turn it is in the innermost repeat that goes from one to the next, or null.
    public @Nullable Unit turn() {
        for (var pass : passes.reversed()) {
            if (pass.turn() != null) {
                return pass.turn();
            }
        }
        return null;
    }

    /// Whether the people of this track wait until those it was split into meet.
    public boolean isApart() {
        return progress instanceof Progress.Apart;
    }

    Track due(@Nullable Instant next) {
        return copy(stage, deadline, next, planned, hold, progress, meanwhile);
    }

    Track stage(Stage next, @Nullable Instant due) {
        return copy(next, deadline, due, planned, hold, progress, meanwhile);
    }

    Track timed(@Nullable Instant newDeadline, Duration newPlanned) {
        return copy(stage, newDeadline, dueAt, newPlanned, hold, progress, meanwhile);
    }

    Track held(@Nullable Hold next, @Nullable Instant newDeadline) {
        return copy(stage, newDeadline, dueAt, planned, next, progress, meanwhile);
    }

    Track progress(Progress next) {
        return copy(stage, deadline, dueAt, planned, hold, next, meanwhile);
    }

    Track meanwhile(Progress.Asked next) {
        return copy(stage, deadline, dueAt, planned, hold, progress, next);
    }

    Track passes(List<Pass> next) {
        return new Track(
                id, group, parent, from, next, step, visit, stage, openedAt, deadline, dueAt,
                planned, hold, progress, meanwhile);
    }

    /// Another step, with nothing of the one before.
    Track entering(
            int nextStep,
            int nextVisit,
            Instant at,
            Duration time,
            Progress next,
            Progress.@Nullable Asked beside) {
        return new Track(
                id,
                group,
                parent,
                from,
                passes,
                nextStep,
                nextVisit,
                Stage.OPEN,
                at,
                at.plus(time),
                null,
                time,
                null,
                next,
                beside);
    }

    private Track copy(
            Stage newStage,
            @Nullable Instant newDeadline,
            @Nullable Instant newDue,
            Duration newPlanned,
            @Nullable Hold newHold,
            Progress newProgress,
            Progress.@Nullable Asked newMeanwhile) {
        return new Track(
                id,
                group,
                parent,
                from,
                passes,
                step,
                visit,
                newStage,
                openedAt,
                newDeadline,
                newDue,
                newPlanned,
                newHold,
                newProgress,
                newMeanwhile);
    }
}
