package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// What a facilitator does with the clock and the steps, and what anybody may ask of it.
final class Controls {
    private Controls() {}

    /// Where people are in groups, this brings all of them together.
    static Decision next(Session session, SessionEvent.Next event) {
        var transition = new Transition(session);
        Walk.advance(transition, event.track(), event.at(), false, true);
        return transition.accepted();
    }

    static Decision skip(Session session, SessionEvent.Skipped event) {
        var transition = new Transition(session);
        Walk.advance(transition, event.track(), event.at(), true, true);
        return transition.accepted();
    }

    /// Opens the step before again. What is hidden in the current one stays hidden; what is out
    /// stays out.
    static Decision back(Session session, SessionEvent.WentBack event) {
        var track = session.track(event.track());
        var way = Walk.way(session, track);
        if (way.isEmpty()) {
            return Decision.refused(session, Line.of("problem.nothing-before"));
        }
        var transition = new Transition(session);
        if (track.isApart()) {
            Meeting.leave(transition, track, event.at());
        }
        if (Walk.isAtWork(track)) {
            Walk.leave(transition, track, event.at(), Session.Left.BACK);
        } else {
            transition.become(transition.session().again(way.getLast()));
        }
        reopen(transition, track.id(), way.getLast(), event.at());
        Meeting.skipIfEmpty(transition, track.id(), event.at());
        return transition.accepted();
    }

    /// Opens the step of a visit again, in the pass it was in.
    private static void reopen(Transition transition, int track, Session.Past visit, Instant at) {
        var session = transition.session();
        var passes = Loops.restored(session, session.track(track), visit);
        transition.putAsDue(session.track(track).held(null, null).passes(passes));
        Opening.reopen(transition, track, visit.step(), at);
    }

    /// Where people are in groups, each of them gets it.
    static Decision extend(Session session, SessionEvent.Extended event) {
        var transition = new Transition(session);
        for (var track : session.atWork(session.track(event.track()))) {
            if (hasClock(track)) {
                extend(transition, track, event);
            }
        }
        return transition.accepted();
    }

    private static boolean hasClock(Track track) {
        return !(track.progress() instanceof Progress.Arrived);
    }

    private static void extend(Transition transition, Track track, SessionEvent.Extended event) {
        var session = transition.session();
        var base =
                track.deadline() == null ? event.at() : Times.later(track.deadline(), event.at());
        var deadline =
                session.mode() == Mode.LIVE
                        ? base.plus(Times.MORE)
                        : session.calendar().plus(base, Times.MORE_ASYNC);
        lengthen(transition, track, base, deadline);
    }

    /// Anybody's, as often as they need it and without a word about who asked: WCAG 2.2.1 wants at
    /// least ten times. The facilitator can always go on.
    static Decision needTime(Session session, SessionEvent.NeedsTime event) {
        if (!session.isHere(event.member())) {
            return Decision.refused(session, Line.of("problem.not-joined"));
        }
        var track = session.track(event.track());
        if (track.isHeld() || track.deadline() == null) {
            return Decision.unchanged(session);
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
        var longer = track.planned().plus(more);
        if (track.hold() != null) {
            var left = track.hold().left() == null ? more : track.hold().left().plus(more);
            var hold = new Track.Hold(track.hold().reason(), left);
            transition.putAsDue(track.timed(null, longer).held(hold, null));
            return;
        }
        boolean nudged =
                transition.session().mode() == Mode.ASYNC && track.stage() == Track.Stage.LAST_CALL;
        var stage = nudged ? Track.Stage.LAST_CALL : Track.Stage.OPEN;
        transition.put(track.timed(deadline, longer).stage(stage, null));
    }

    /// One press more of patience: the announced time counts anew from now, the step's and the
    /// speaker's own.
    static Decision letThemFinish(Session session, SessionEvent.LetThemFinish event) {
        var track = session.track(event.track());
        boolean speakerIsOver =
                track.progress() instanceof Progress.Speaking speaking && speaking.turnOver();
        boolean stepIsOver = track.stage() == Track.Stage.OVERTIME;
        if (track.isHeld() || !(stepIsOver || speakerIsOver)) {
            return Decision.unchanged(session);
        }
        var patient = speakerIsOver ? Turns.patient(session, track, event.at()) : track;
        var transition = new Transition(session);
        transition.put(stepIsOver ? patient.timed(event.at(), track.planned()) : patient);
        return transition.accepted();
    }

    /// Where people are in groups, the clocks of all of them stop.
    static Decision pause(Session session, SessionEvent.Paused event) {
        var transition = new Transition(session);
        for (var track : session.atWork(session.track(event.track()))) {
            if (hasClock(track) && !track.isHeld()) {
                pause(transition, track, event);
            }
        }
        return transition.accepted();
    }

    private static void pause(Transition transition, Track track, SessionEvent.Paused event) {
        var session = transition.session();
        var hold = new Track.Hold(Track.Reason.PAUSED, Leading.timeLeft(track, event.at()));
        var stage = Times.isWaiting(track) ? Track.Stage.OPEN : track.stage();
        transition.putAsDue(
                track.held(hold, null).stage(stage, event.at().plus(Times.silence(session))));
        transition.say(
                track,
                transition.newKey(track, "paused"),
                Transition.line("track.paused", track.step()));
    }

    /// By hand: goes on without whoever is away. Somebody whose turn it is and who left during the
    /// pause is waited for first.
    static Decision resume(Session session, SessionEvent.Resumed event) {
        var transition = new Transition(session);
        for (var track : session.atWork(session.track(event.track()))) {
            resume(transition, track, event);
        }
        return transition.accepted();
    }

    private static void resume(Transition transition, Track track, SessionEvent.Resumed event) {
        var hold = track.hold();
        if (hold == null) {
            return;
        }
        if (hold.reason() == Track.Reason.PAUSED
                && Turns.speakerIsAway(transition.session(), track)) {
            Leading.holdForPresenter(transition, track.id(), event.at());
        } else {
            resume(transition, track.id(), event.at());
        }
    }

    static void resume(Transition transition, int trackId, Instant at) {
        var session = transition.session();
        var track = transition.track(trackId);
        var left = Leading.timeLeft(track, at);
        var rested = Turns.rested(session, track, at);
        transition.say(
                track,
                transition.newKey(track, "resumed"),
                Transition.line("track.resumed", track.step()));
        if (left == null) {
            transition.putAsDue(rested.held(null, null));
            Leading.waitForFacilitator(transition, trackId, at);
        } else {
            var deadline = deadline(session, at.plus(left));
            var running = rested.held(null, deadline);
            transition.put(running.stage(stage(session, running, deadline, at), null));
        }
        Turns.withoutAbsent(transition, trackId, at);
        Walk.advanceIfComplete(transition, trackId, at);
    }

    private static Instant deadline(Session session, Instant moment) {
        return session.mode() == Mode.ASYNC ? session.calendar().atWork(moment) : moment;
    }

    /// Where the clock goes on. The end of a live step is announced again; over days nobody is
    /// nudged twice because of a pause.
    private static Track.Stage stage(Session session, Track track, Instant deadline, Instant at) {
        boolean nudged =
                track.stage() == Track.Stage.LAST_CALL
                        || Times.halfTime(track.openedAt(), deadline).isBefore(at);
        return session.mode() == Mode.ASYNC && nudged ? Track.Stage.LAST_CALL : Track.Stage.OPEN;
    }

    static Decision stop(Session session, SessionEvent.Stopped event) {
        if (session.isOver()) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session);
        Walk.breakOff(transition, Session.Outcome.STOPPED, event.at());
        if (!event.by().equals(session.facilitator())) {
            transition.whisper(
                    session.facilitator(),
                    transition.newKey("stopped"),
                    Line.of("session.stopped-by").with("who", new Arg.Person(event.by())));
        }
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
            WorkBefore.open(transition, event.at());
            return transition.accepted();
        }
        transition.become(session.phase(Session.Phase.RUNNING, null));
        transition.putAsDue(main.held(null, null));
        var visit = lastVisit(session);
        if (visit == null) {
            Opening.reopen(transition, Session.MAIN, main.step(), event.at());
        } else {
            reopen(transition, Session.MAIN, visit, event.at());
        }
        return transition.accepted();
    }

    /// The visit during which a session ended, or the one before a `stop`; null if there is none.
    private static Session.@Nullable Past lastVisit(Session session) {
        var main = session.main();
        var way = Walk.way(session, main);
        if (session.stepOf(main) instanceof Step.Stop && !way.isEmpty()) {
            return way.getLast();
        }
        return session.past().reversed().stream()
                .filter(past -> past.visit() == main.visit() && past.group() == main.group())
                .findFirst()
                .orElse(null);
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
                transition.newKey("slept"),
                Line.of("downtime").with("minutes", new Arg.Count(roundedMinutes(event.away()))));
        return transition.accepted();
    }

    private static void later(Transition transition, Track track, Duration by) {
        var deadline = track.deadline() == null ? null : track.deadline().plus(by);
        var due = track.dueAt() == null ? null : track.dueAt().plus(by);
        transition.putAsDue(Turns.later(track.timed(deadline, track.planned()).due(due), by));
    }

    private static long roundedMinutes(Duration duration) {
        return Math.max(1, Math.round(duration.toSeconds() / 60.0));
    }
}
