package org.convenor.session;

import java.time.Instant;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.convenor.protocol.Until;

/// What time alone does to a track.
final class Ticks {
    private Ticks() {}

    static Decision due(Session session, SessionEvent.Due event) {
        var track = session.track(event.track());
        if (!event.dueAt().equals(track.dueAt())) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session);
        if (session.phase() == Session.Phase.GATHERING) {
            gathering(transition, track, event.at());
        } else if (track.isHeld() || isWaiting(track)) {
            Leading.escalate(transition, track.id(), event.at());
        } else if (track.progress() instanceof Progress.Speaking speaking
                && event.dueAt().equals(speaking.turnEnds())) {
            Floor.speakerIsDue(transition, track, speaking, event.at());
        } else {
            step(transition, track, event.at());
        }
        return transition.accepted();
    }

    private static boolean isWaiting(Track track) {
        return switch (track.stage()) {
            case WAITING, OFFERED_TO_CO_FACILITATORS, OFFERED_TO_ALL -> true;
            case OPEN, LAST_CALL, OVERTIME -> false;
        };
    }

    private static void gathering(Transition transition, Track track, Instant at) {
        if (track.id() == Session.MAIN) {
            Walk.finish(transition, Session.Outcome.FELL_SILENT, at);
        } else {
            Gathering.remind(transition, track);
        }
    }

    private static void step(Transition transition, Track track, Instant at) {
        var step = transition.step(track.id());
        if (Times.passesByItself(step)) {
            Walk.advance(transition, track.id(), at, false);
        } else if (transition.session().mode() == Mode.ASYNC) {
            async(transition, track, step, at);
        } else {
            live(transition, track, step, at);
        }
    }

    private static void async(Transition transition, Track track, Step step, Instant at) {
        if (track.stage() == Track.Stage.OPEN) {
            Questions.lastCall(transition, track, "ask.half-time");
            transition.put(track.stage(Track.Stage.LAST_CALL, null));
        } else {
            timeIsUp(transition, track, step, at);
        }
    }

    private static void live(Transition transition, Track track, Step step, Instant at) {
        boolean asks = Questions.isAsked(transition.session(), step);
        switch (track.stage()) {
            case OPEN -> {
                if (asks) {
                    Questions.lastCall(transition, track, "ask.last-call");
                    transition.put(track.stage(Track.Stage.LAST_CALL, null));
                } else {
                    announce(transition, track, step, at);
                }
            }
            case LAST_CALL -> announce(transition, track, step, at);
            case OVERTIME -> Walk.advance(transition, track.id(), at, false);
            case WAITING, OFFERED_TO_CO_FACILITATORS, OFFERED_TO_ALL ->
                    Leading.escalate(transition, track.id(), at);
        }
    }

    private static void announce(Transition transition, Track track, Step step, Instant at) {
        if (until(step).waitsForFacilitator()) {
            Leading.waitForFacilitator(transition, track.id(), at);
            return;
        }
        Questions.lastCall(transition, track, "ask.time-up");
        transition.put(track.stage(Track.Stage.OVERTIME, null));
    }

    private static void timeIsUp(Transition transition, Track track, Step step, Instant at) {
        if (until(step).waitsForFacilitator()) {
            Leading.waitForFacilitator(transition, track.id(), at);
        } else {
            Walk.advance(transition, track.id(), at, false);
        }
    }

    private static Until until(Step step) {
        return switch (step) {
            case Step.Ask ask -> ask.until();
            case Step.Turn turn -> turn.until();
            case Step.Talk talk -> talk.until();
            case Step.Round round -> round.until();
            case Step.Say _, Step.Display _, Step.Quiet _, Step.Keep _ -> Until.TIME;
        };
    }
}
