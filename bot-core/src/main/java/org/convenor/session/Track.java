package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The way one group takes through the steps: its own cursor, its own clock.
///
/// @param id zero for the track everybody is on; higher for work before the session
/// @param step zero-based index of its step
/// @param visit number of this entry into the step; numbers only increase within a session
/// @param stage how near the end of the step is
/// @param deadline when the time is up, or null while paused, waiting or untimed
/// @param dueAt when something must be done without anybody acting, or null for never
/// @param planned the step's time with all extensions, or zero when untimed
/// @param hold why the clock stands still, or null while it runs
/// @param progress what is counted within the step
/// @param meanwhile what is counted for the question beside the step, or null if it has none
/// @param previous the visit before this one, for words that come a little late; null at first
public record Track(
        int id,
        int step,
        int visit,
        Stage stage,
        Instant openedAt,
        @Nullable Instant deadline,
        @Nullable Instant dueAt,
        Duration planned,
        @Nullable Hold hold,
        Progress progress,
        Progress.@Nullable Asked meanwhile,
        @Nullable Closed previous) {

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

    /// A visit that is over.
    public record Closed(int step, int visit, Instant at) {}

    public boolean isHeld() {
        return hold != null;
    }

    Track due(@Nullable Instant next) {
        return new Track(
                id, step, visit, stage, openedAt, deadline, next, planned, hold, progress,
                meanwhile, previous);
    }

    Track stage(Stage next, @Nullable Instant due) {
        return new Track(
                id, step, visit, next, openedAt, deadline, due, planned, hold, progress, meanwhile,
                previous);
    }

    Track timed(@Nullable Instant newDeadline, Duration newPlanned) {
        return new Track(
                id,
                step,
                visit,
                stage,
                openedAt,
                newDeadline,
                dueAt,
                newPlanned,
                hold,
                progress,
                meanwhile,
                previous);
    }

    Track held(@Nullable Hold next, @Nullable Instant newDeadline) {
        return new Track(
                id,
                step,
                visit,
                stage,
                openedAt,
                newDeadline,
                dueAt,
                planned,
                next,
                progress,
                meanwhile,
                previous);
    }

    Track progress(Progress next) {
        return new Track(
                id, step, visit, stage, openedAt, deadline, dueAt, planned, hold, next, meanwhile,
                previous);
    }

    Track meanwhile(Progress.Asked next) {
        return new Track(
                id, step, visit, stage, openedAt, deadline, dueAt, planned, hold, progress, next,
                previous);
    }
}
