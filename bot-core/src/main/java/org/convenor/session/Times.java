package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.convenor.protocol.Window;
import org.jspecify.annotations.Nullable;

/// How long things take, and when a track must be looked at next.
final class Times {
    /// A question announces its end this long before: WCAG 2.2.1 asks for at least 20 seconds to
    /// react.
    static final Duration LAST_CALL = Duration.ofSeconds(20);

    /// A question closes this long after its time, so that what someone was typing is saved.
    static final Duration GRACE = Duration.ofSeconds(60);

    static final Duration MORE = Duration.ofMinutes(2);
    static final Duration NEEDED = Duration.ofMinutes(1);
    static final Window MORE_ASYNC = Window.ofDays(1);
    static final Window NEEDED_ASYNC = Window.ofHours(Duration.ofHours(4));

    /// WCAG 2.2.1: a person may extend a limit at least ten times; all requests of one visit
    /// together stop here.
    static final Duration MOST_NEEDED = Duration.ofMinutes(20);

    static final Duration OFFER_TO_CO_FACILITATORS = Duration.ofMinutes(1);
    static final Duration OFFER_TO_ALL = Duration.ofMinutes(3);

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
        var timing = step.heading().timing();
        return mode == Mode.LIVE ? timing.live() == null : timing.async() == null;
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

    static Duration silence(Mode mode) {
        return mode == Mode.LIVE ? LIVE_SILENCE : ASYNC_SILENCE;
    }

    /// When a running track must be looked at next, or null for never. A function of the track
    /// alone, so that it can be worked out anew after every change. Waiting stages are timed where
    /// they begin.
    static @Nullable Instant due(Session session, Track track) {
        var ofStep = stepDue(session, track);
        var ofSpeaker =
                track.progress() instanceof Progress.Speaking speaking ? speaking.turnEnds() : null;
        return ofSpeaker != null && (ofStep == null || ofSpeaker.isBefore(ofStep))
                ? ofSpeaker
                : ofStep;
    }

    private static @Nullable Instant stepDue(Session session, Track track) {
        var deadline = track.deadline();
        if (deadline == null) {
            return track.dueAt();
        }
        boolean asks = Questions.isAsked(session, session.stepOf(track));
        return switch (track.stage()) {
            case OPEN -> firstWarning(session, track, deadline, asks);
            case LAST_CALL -> deadline;
            case OVERTIME -> deadline.plus(asks ? GRACE : overtime(track.planned()));
            case WAITING, OFFERED_TO_CO_FACILITATORS, OFFERED_TO_ALL -> track.dueAt();
        };
    }

    private static Instant firstWarning(
            Session session, Track track, Instant deadline, boolean asks) {
        if (session.mode() == Mode.ASYNC) {
            boolean nudges = !passesByItself(session.stepOf(track));
            return nudges ? halfTime(track.openedAt(), deadline) : deadline;
        }
        return asks ? later(track.openedAt(), deadline.minus(LAST_CALL)) : deadline;
    }

    /// Whether a step only lasts, and asks nothing of anybody.
    static boolean passesByItself(Step step) {
        return switch (step) {
            case Step.Say _, Step.Quiet _, Step.Display _, Step.Keep _ -> true;
            case Step.Ask _, Step.Turn _, Step.Talk _, Step.Round _ -> false;
        };
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant halfTime(Instant from, Instant until) {
        return Instant.ofEpochMilli((from.toEpochMilli() + until.toEpochMilli()) / 2);
    }
}
