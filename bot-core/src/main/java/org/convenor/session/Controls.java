package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.protocol.Mode;

/// What a facilitator does with the clock and the steps, and what anybody may ask of it.
final class Controls {
    private Controls() {}

    static Decision next(Session session, SessionEvent.Next event) {
        var transition = new Transition(session);
        released(transition, event.track());
        Walk.advance(transition, event.track(), event.at(), false);
        return transition.accepted();
    }

    static Decision skip(Session session, SessionEvent.Skipped event) {
        var transition = new Transition(session);
        released(transition, event.track());
        Walk.advance(transition, event.track(), event.at(), true);
        return transition.accepted();
    }

    private static void released(Transition transition, int track) {
        transition.putAsDue(transition.track(track).held(null, transition.track(track).deadline()));
    }

    /// Opens the step before again. What is hidden in the current one stays hidden; what is out
    /// stays out.
    static Decision back(Session session, SessionEvent.WentBack event) {
        int before = Walk.stepBefore(session, session.track(event.track()).step());
        if (before < 0) {
            return Decision.refused(session, Line.of("problem.nothing-before"));
        }
        var transition = new Transition(session);
        Walk.reopen(transition, event.track(), before, event.at());
        return transition.accepted();
    }

    static Decision extend(Session session, SessionEvent.Extended event) {
        var track = session.track(event.track());
        var transition = new Transition(session);
        var base =
                track.deadline() == null ? event.at() : Times.later(track.deadline(), event.at());
        var deadline =
                session.mode() == Mode.LIVE
                        ? base.plus(Times.MORE)
                        : session.calendar().plus(base, Times.MORE_ASYNC);
        lengthen(transition, track, base, deadline);
        return transition.accepted();
    }

    static Decision needTime(Session session, SessionEvent.NeedsTime event) {
        var track = session.track(event.track());
        var asked = session.stepOf(track);
        var allowed = Times.planned(session, asked, track.openedAt()).plus(Times.MOST_NEEDED);
        if (track.isHeld() || track.deadline() == null) {
            return Decision.unchanged(session);
        }
        if (session.mode() == Mode.LIVE
                && track.planned().plus(Times.NEEDED).compareTo(allowed) > 0) {
            return Decision.refused(session, Line.of("problem.enough-time"));
        }
        var transition = new Transition(session);
        var base = Times.later(track.deadline(), event.at());
        var deadline =
                session.mode() == Mode.LIVE
                        ? base.plus(Times.NEEDED)
                        : session.calendar().plus(base, Times.NEEDED_ASYNC);
        lengthen(transition, track, base, deadline);
        return transition.accepted();
    }

    private static void lengthen(
            Transition transition, Track track, Instant from, Instant deadline) {
        var more = Duration.between(from, deadline);
        if (track.hold() != null) {
            var left = track.hold().left() == null ? more : track.hold().left().plus(more);
            transition.putAsDue(
                    track.timed(null, track.planned().plus(more))
                            .held(new Track.Hold(track.hold().reason(), left), null));
            return;
        }
        transition.put(
                track.timed(deadline, track.planned().plus(more)).stage(Track.Stage.OPEN, null));
    }

    /// One press more of patience: the announced time counts anew from now.
    static Decision letThemFinish(Session session, SessionEvent.LetThemFinish event) {
        var track = session.track(event.track());
        if (track.stage() != Track.Stage.OVERTIME) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session);
        transition.put(track.timed(event.at(), track.planned()));
        return transition.accepted();
    }

    static Decision pause(Session session, SessionEvent.Paused event) {
        var track = session.track(event.track());
        if (track.isHeld()) {
            return Decision.unchanged(session);
        }
        var left =
                track.deadline() == null
                        ? null
                        : Leading.atLeastZero(Duration.between(event.at(), track.deadline()));
        var transition = new Transition(session);
        transition.putAsDue(
                track.held(new Track.Hold(Track.Reason.PAUSED, left), null)
                        .stage(Track.Stage.OPEN, event.at().plus(Times.silence(session.mode()))));
        transition.say(
                "v%d.paused.%d".formatted(track.visit(), event.at().toEpochMilli()),
                Transition.line("track.paused", track.step()));
        return transition.accepted();
    }

    static Decision resume(Session session, SessionEvent.Resumed event) {
        if (!session.track(event.track()).isHeld()) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session);
        resume(transition, event.track(), event.at());
        return transition.accepted();
    }

    static void resume(Transition transition, int trackId, Instant at) {
        var track = transition.track(trackId);
        var hold = track.hold();
        var deadline = hold == null || hold.left() == null ? null : at.plus(hold.left());
        transition.put(rested(track, at).held(null, deadline).stage(Track.Stage.OPEN, null));
        transition.say(
                "v%d.resumed.%d".formatted(track.visit(), at.toEpochMilli()),
                Transition.line("track.resumed", track.step()));
        Floor.withoutAbsent(transition, trackId, at);
        Walk.advanceIfComplete(transition, trackId, at);
    }

    /// A speaker's own clock is not carried over a pause.
    private static Track rested(Track track, Instant at) {
        return track.progress() instanceof Progress.Speaking speaking && speaking.turnEnds() != null
                ? track.progress(
                        new Progress.Speaking(
                                speaking.order(),
                                speaking.spoken(),
                                speaking.passed(),
                                speaking.again(),
                                at.plus(Floor.SHORTEST_KEPT_TURN),
                                false))
                : track;
    }

    static Decision stop(Session session, SessionEvent.Stopped event) {
        if (session.isOver()) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session);
        Walk.finish(transition, Session.Outcome.STOPPED, event.at());
        return transition.accepted();
    }

    /// A session that ended goes on where it was.
    static Decision reopen(Session session, SessionEvent.Reopened event) {
        if (!session.isOver()) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session);
        var main = session.main();
        if (main.progress() instanceof Progress.Gathering) {
            transition.become(session.phase(Session.Phase.GATHERING, null));
            transition.putAsDue(main.due(event.at().plus(Times.GATHERING_SILENCE)));
            Gathering.askAgain(transition, event.at());
            return transition.accepted();
        }
        transition.become(session.phase(Session.Phase.RUNNING, null));
        transition.putAsDue(main.held(null, null));
        Walk.reopen(transition, Session.MAIN, main.step(), event.at());
        return transition.accepted();
    }

    /// Nobody could act while the process was away: a live session gets the time back.
    static Decision slept(Session session, SessionEvent.Slept event) {
        boolean noticed =
                session.mode() == Mode.LIVE
                        && session.phase() == Session.Phase.RUNNING
                        && event.away().compareTo(Times.NOTICED_DOWNTIME) > 0;
        if (!noticed) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session);
        session.tracks().values().forEach(track -> later(transition, track, event.away()));
        transition.say(
                "slept." + event.at().toEpochMilli(),
                Line.of("downtime").with("minutes", new Arg.Count(roundedMinutes(event.away()))));
        return transition.accepted();
    }

    private static void later(Transition transition, Track track, Duration by) {
        var deadline = track.deadline() == null ? null : track.deadline().plus(by);
        var due = track.dueAt() == null ? null : track.dueAt().plus(by);
        var shifted = track.timed(deadline, track.planned()).due(due);
        transition.putAsDue(
                shifted.progress() instanceof Progress.Speaking speaking
                                && speaking.turnEnds() != null
                        ? shifted.progress(
                                new Progress.Speaking(
                                        speaking.order(),
                                        speaking.spoken(),
                                        speaking.passed(),
                                        speaking.again(),
                                        speaking.turnEnds().plus(by),
                                        speaking.turnOver()))
                        : shifted);
    }

    private static long roundedMinutes(Duration duration) {
        return Math.max(1, Math.round(duration.toSeconds() / 60.0));
    }
}
