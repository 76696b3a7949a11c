package org.convenor.session;

import java.time.Instant;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;

/// What time alone does to a track.
final class Ticks {
    private Ticks() {}

    static Decision due(Session session, SessionEvent.Due event) {
        var track = session.track(event.track());
        if (!isFor(track, event)) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session);
        act(transition, track, event.at());
        var after = transition.session().tracks().get(track.id());
        if (after != null && after.visit() == track.visit() && isFor(after, event)) {
            // A speaker's time and the step's were up at the same moment.
            act(transition, after, event.at());
        }
        return transition.accepted();
    }

    private static void act(Transition transition, Track track, Instant at) {
        var session = transition.session();
        if (session.phase() == Session.Phase.GATHERING) {
            gathering(transition, track, at);
        } else if (track.isHeld() || Times.isWaiting(track)) {
            Leading.escalate(transition, track.id(), at);
        } else if (track.progress() instanceof Progress.Speaking speaking
                && track.dueAt() != null
                && track.dueAt().equals(speaking.turnEnds())) {
            Turns.speakerIsDue(transition, track, speaking, at);
        } else {
            step(transition, track, at);
        }
    }

    /// Rows keep milliseconds, so a tick names its moment to the millisecond.
    private static boolean isFor(Track track, SessionEvent.Due event) {
        return track.dueAt() != null
                && track.dueAt().toEpochMilli() == event.dueAt().toEpochMilli();
    }

    private static void gathering(Transition transition, Track track, Instant at) {
        if (track.id() == Session.MAIN) {
            Walk.breakOff(transition, Session.Outcome.FELL_SILENT, at);
        } else {
            WorkBefore.remind(transition, track);
        }
    }

    private static void step(Transition transition, Track track, Instant at) {
        var step = transition.step(track.id());
        if (track.progress() instanceof Progress.Forming || track.isApart()) {
            Groups.due(transition, track.id(), at);
        } else if (Times.passesByItself(step)) {
            Walk.advance(transition, track.id(), at, false);
        } else if (transition.session().mode() == Mode.ASYNC) {
            async(transition, track, step, at);
        } else {
            live(transition, track, step, at);
        }
    }

    private static void async(Transition transition, Track track, Step step, Instant at) {
        if (track.stage() == Track.Stage.OPEN) {
            halfTime(transition, track, step);
            var warned = transition.track(track.id());
            transition.put(warned.stage(Track.Stage.LAST_CALL, null));
        } else if (step.until().waitsForFacilitator()) {
            Leading.waitForFacilitator(transition, track.id(), at);
        } else {
            end(transition, track, at);
        }
    }

    /// The time of a step is over, with all patience. A decision that too few took part in is not
    /// made by time alone.
    private static void end(Transition transition, Track track, Instant at) {
        if (Ballots.isShort(transition.session(), track)) {
            Ballots.waitForVotes(transition, track.id(), at);
        } else {
            Walk.advance(transition, track.id(), at, false);
        }
    }

    private static void halfTime(Transition transition, Track track, Step step) {
        Questions.remind(transition, track, "ask.half-time");
        Turns.remind(transition, track, "turn.half-time");
        if (step instanceof Step.Talk) {
            transition.say(
                    track,
                    transition.newKey(track, "half-time"),
                    Transition.line("talk.half-time", track.step()));
        }
    }

    private static void live(Transition transition, Track track, Step step, Instant at) {
        switch (track.stage()) {
            case OPEN -> {
                if (Times.lastCall(transition.session(), track) != null) {
                    lastCall(transition, track);
                } else {
                    timeIsUp(transition, track, step, at);
                }
            }
            case LAST_CALL -> timeIsUp(transition, track, step, at);
            case OVERTIME -> end(transition, track, at);
            case WAITING, OFFERED_TO_CO_FACILITATORS, OFFERED_TO_ALL ->
                    Leading.escalate(transition, track.id(), at);
        }
    }

    private static void lastCall(Transition transition, Track track) {
        Questions.remind(transition, track, "ask.last-call");
        Turns.remind(transition, track, "turn.last-minute");
        transition.put(track.stage(Track.Stage.LAST_CALL, null));
    }

    /// The time is up: announced, in private, to those who can do something about it.
    private static void timeIsUp(Transition transition, Track track, Step step, Instant at) {
        if (step.until().waitsForFacilitator()) {
            Leading.waitForFacilitator(transition, track.id(), at);
            return;
        }
        Questions.remind(transition, track, "ask.time-up");
        Floor.announceEnd(transition, track);
        transition.put(track.stage(Track.Stage.OVERTIME, null));
    }
}
