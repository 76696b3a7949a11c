package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Window;
import org.jspecify.annotations.Nullable;

/// How long things take, and when a track must be looked at next.
final class Times {
    /// A question announces its end this long before: WCAG 2.2.1 asks for at least 20 seconds to
    /// react.
    static final Duration LAST_CALL = Duration.ofSeconds(20);

    /// Who has the floor for a while gets a private note this long before the end.
    static final Duration LAST_MINUTE = Duration.ofMinutes(1);

    /// A question closes this long after its time, so that what someone was typing is saved.
    static final Duration GRACE = Duration.ofSeconds(60);

    static final Duration MORE = Duration.ofMinutes(2);
    static final Duration NEEDED = Duration.ofMinutes(1);
    static final Window MORE_ASYNC = Window.ofDays(1);
    static final Window NEEDED_ASYNC = Window.ofHours(Duration.ofHours(4));

    private static final Duration OFFER_TO_CO_FACILITATORS = Duration.ofMinutes(1);
    private static final Duration OFFER_TO_ALL = Duration.ofMinutes(2);

    /// Nobody sits waiting for a step that takes days, so its facilitator has longer.
    private static final Window OFFER_TO_CO_FACILITATORS_ASYNC =
            Window.ofHours(Duration.ofHours(4));

    private static final Window OFFER_TO_ALL_ASYNC = Window.ofDays(1);

    /// A live session that waits for somebody ends by itself after this long.
    static final Duration LIVE_SILENCE = Duration.ofHours(1);

    static final Duration ASYNC_SILENCE = Duration.ofDays(7);
    static final Duration GATHERING_SILENCE = Duration.ofDays(14);

    /// Downtime shorter than this is not worth a word.
    static final Duration NOTICED_DOWNTIME = Duration.ofSeconds(30);

    /// What was written on the open floor still belongs to a visit that ended this long ago.
    static final Duration LATE_WORDS = Duration.ofMinutes(2);

    private Times() {}

    /// Whether a step takes no time of its own at this speed.
    static boolean isFolded(Mode mode, Step step) {
        Timing timing = step.heading().timing();
        return mode == Mode.LIVE
                ? timing.live() == null || !timing.live().isPositive()
                : timing.async() == null;
    }

    /// How long a step lasts from now; zero when it is folded.
    static Duration planned(Session session, Step step, Instant at) {
        var timing = step.heading().timing();
        if (session.mode() == Mode.LIVE) {
            return timing.live() == null ? Duration.ZERO : timing.live();
        }
        return timing.async() == null
                ? Duration.ZERO
                : Duration.between(at, session.calendar().plus(at, timing.async()));
    }

    /// How long nobody is interrupted after the time was announced.
    static Duration overtime(Duration planned) {
        var quarter = planned.dividedBy(4);
        return quarter.compareTo(GRACE) > 0 ? quarter : GRACE;
    }

    /// How long a session in this state is left alone before it closes by itself.
    static Duration silence(Session session) {
        if (session.phase() == Session.Phase.GATHERING) {
            return GATHERING_SILENCE;
        }
        return session.mode() == Mode.LIVE ? LIVE_SILENCE : ASYNC_SILENCE;
    }

    /// When those who may step in are offered the lead of a track that waits since `at`.
    static Instant offerToCoFacilitators(Session session, Instant at) {
        return session.mode() == Mode.LIVE
                ? at.plus(OFFER_TO_CO_FACILITATORS)
                : session.calendar().plus(at, OFFER_TO_CO_FACILITATORS_ASYNC);
    }

    /// When everybody with the right is offered the lead, which was offered to some at `at`.
    static Instant offerToAll(Session session, Instant at) {
        return session.mode() == Mode.LIVE
                ? at.plus(OFFER_TO_ALL)
                : session.calendar().plus(at, OFFER_TO_ALL_ASYNC);
    }

    /// Whether the next thing to happen without anybody acting is that the session closes.
    static boolean waitsForSilence(Track track) {
        return track.progress() instanceof Progress.Gathering
                || track.stage() == Track.Stage.OFFERED_TO_ALL
                || (track.hold() != null && track.hold().reason() == Track.Reason.PAUSED);
    }

    /// Whether a track waits for a person; such a wait is timed where it begins.
    static boolean isWaiting(Track track) {
        return switch (track.stage()) {
            case WAITING, OFFERED_TO_CO_FACILITATORS, OFFERED_TO_ALL -> true;
            case OPEN, LAST_CALL, OVERTIME -> false;
        };
    }

    /// When a running track must be looked at next, or null for never. A function of the track
    /// alone, so that it can be worked out anew after every change.
    static @Nullable Instant due(Session session, Track track) {
        var deadline = track.deadline();
        if (deadline == null || track.isHeld() || isWaiting(track)) {
            return track.dueAt();
        }
        var speaker =
                track.progress() instanceof Progress.Speaking speaking ? speaking.turnEnds() : null;
        return Stream.of(stepDue(session, track, deadline), speaker)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static Instant stepDue(Session session, Track track, Instant deadline) {
        boolean asks = Questions.isAsked(session, session.stepOf(track));
        return switch (track.stage()) {
            case OPEN -> firstWarning(session, track, deadline);
            case OVERTIME -> deadline.plus(asks ? GRACE : overtime(track.planned()));
            case LAST_CALL, WAITING, OFFERED_TO_CO_FACILITATORS, OFFERED_TO_ALL -> deadline;
        };
    }

    private static Instant firstWarning(Session session, Track track, Instant deadline) {
        var step = session.stepOf(track);
        if (passesByItself(step)) {
            return deadline;
        }
        if (session.mode() == Mode.ASYNC) {
            return halfTime(track.openedAt(), deadline);
        }
        var warning = lastCall(session, track);
        return warning == null ? deadline : later(track.openedAt(), deadline.minus(warning));
    }

    /// How long before the end of a live step a private word goes to those it waits for, or null
    /// for none. A turn of two minutes or less is not interrupted before its end.
    static @Nullable Duration lastCall(Session session, Track track) {
        var step = session.stepOf(track);
        if (step.until().waitsForFacilitator()) {
            return null;
        }
        if (!Questions.all(session.mode(), step).isEmpty()) {
            return LAST_CALL;
        }
        boolean isLong = track.planned().compareTo(LAST_MINUTE.multipliedBy(2)) > 0;
        return step instanceof Step.Turn && isLong ? LAST_MINUTE : null;
    }

    /// Whether a step only lasts, and asks nothing of anybody.
    static boolean passesByItself(Step step) {
        return switch (step) {
            case Step.Say _,
                    Step.Quiet _,
                    Step.Display _,
                    Step.Keep _,
                    Step.Group _,
                    Step.Swap _,
                    Step.Repeat _,
                    Step.When _,
                    Step.Stop _ ->
                    true;
            case Step.Ask _,
                    Step.Turn _,
                    Step.Talk _,
                    Step.Round _,
                    Step.Decide _,
                    Step.Deal _,
                    Step.Sort _ ->
                    false;
        };
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant halfTime(Instant from, Instant until) {
        return Instant.ofEpochMilli((from.toEpochMilli() + until.toEpochMilli()) / 2);
    }
}
