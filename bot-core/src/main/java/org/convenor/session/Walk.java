package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.protocol.Blocks;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Walks a track from step to step.
final class Walk {

    private Walk() {}

    /// Opens the first step.
    static void begin(Transition transition, Instant at) {
        var top = new Blocks.Block(-1, 0, transition.session().protocol().steps().size());
        openFrom(transition, Session.MAIN, top, 0, at);
    }

    /// Ends the current step and opens the next one that takes time.
    static void advance(Transition transition, int trackId, Instant at, boolean skipped) {
        advance(transition, trackId, at, skipped, false);
    }

    /// @param byHand the facilitator goes on: nobody is waited for
    static void advance(
            Transition transition, int trackId, Instant at, boolean skipped, boolean byHand) {
        var track = transition.track(trackId);
        if (track.isApart()) {
            Meeting.callBack(transition, track, at);
        } else if (track.progress() instanceof Progress.Forming && !skipped) {
            Groups.split(transition, track, at);
        } else if (!(track.progress() instanceof Progress.Arrived)) {
            int step = track.step();
            close(transition, trackId, at, skipped, byHand);
            goOn(transition, trackId, step, at);
        }
    }

    /// Goes on if nobody is awaited any more.
    static void advanceIfComplete(Transition transition, int trackId, Instant at) {
        var session = transition.session();
        var track = session.tracks().get(trackId);
        if (session.phase() == Session.Phase.RUNNING
                && track != null
                && !track.isHeld()
                && (isComplete(session, track) || Ballots.hasEnough(session, track))) {
            advance(transition, trackId, at, false);
        }
    }

    private static boolean isComplete(Session session, Track track) {
        var step = session.stepOf(track);
        boolean mainDone =
                switch (track.progress()) {
                    case Progress.Plain _,
                            Progress.Gathering _,
                            Progress.Forming _,
                            Progress.Apart _,
                            Progress.Arrived _ ->
                            false;
                    case Progress.Speaking speaking -> isComplete(step, speaking);
                    case Progress.Asked asked -> {
                        var ask = Questions.main(session.mode(), step);
                        yield ask != null && Questions.isComplete(session, track, ask, asked);
                    }
                };
        var beside = step.meanwhile();
        var meanwhile = track.meanwhile();
        return mainDone
                && (beside == null
                        || meanwhile == null
                        || Questions.missing(session, track, beside, meanwhile).isEmpty());
    }

    private static boolean isComplete(Step step, Progress.Speaking speaking) {
        var until = step.until();
        if (until.answers() != null && speaking.spoken().size() >= until.answers()) {
            return true;
        }
        return speaking.now() == null && (until.everyone() || !until.waitsForFacilitator());
    }

    private static void close(
            Transition transition, int trackId, Instant at, boolean skipped, boolean byHand) {
        var track = transition.track(trackId);
        var step = transition.step(trackId);
        if (step instanceof Step.Decide decide && !skipped) {
            Ballots.close(transition, track, decide, byHand);
        }
        Questions.all(transition.session().mode(), step)
                .forEach(ask -> Reveals.close(transition, track, ask));
        if (!skipped) {
            Outcomes.tell(transition, track, step);
        }
        if (skipped) {
            transition.say(
                    track,
                    "v" + track.visit() + ".skipped",
                    Transition.line("step.skipped", track.step()));
        }
        leave(transition, track, at, skipped, null);
    }

    private static void leave(
            Transition transition,
            Track track,
            Instant at,
            boolean skipped,
            Session.@Nullable Left left) {
        transition.become(
                transition
                        .session()
                        .with(
                                new Session.Past(
                                        track.step(),
                                        track.visit(),
                                        track.openedAt(),
                                        at,
                                        skipped,
                                        track.group(),
                                        track.passNumbers(),
                                        left)));
    }

    /// Ends a step, and opens no other.
    static void close(Transition transition, int trackId, Instant at) {
        close(transition, trackId, at, false, true);
    }

    /// A visit has come to its end.
    static void done(Transition transition, Track track, Instant at) {
        leave(transition, track, at, false, null);
    }

    /// Leaves a step in the middle, without letting out what is hidden.
    static void leave(Transition transition, Track track, Instant at, Session.Left left) {
        leave(transition, track, at, false, left);
    }

    /// Goes on behind a step that is done.
    static void goOn(Transition transition, int trackId, int done, Instant at) {
        var steps = transition.session().protocol().steps();
        int next = done + Blocks.size(steps.get(done));
        openFrom(transition, trackId, Blocks.around(steps, done), next, at);
    }

    /// Opens the first step from `next` on that takes time; what takes none is done on the way.
    /// Where a group's way ends it waits for the others, and behind the last step the session ends.
    static void openFrom(
            Transition transition, int trackId, Blocks.Block block, int next, Instant at) {
        var steps = transition.session().protocol().steps();
        var way = new Way(block, next);
        while (true) {
            var track = transition.track(trackId);
            boolean isHome = isHome(steps, track, way.block());
            boolean isEnd = way.next() >= way.block().to();
            if (isHome && (isEnd || steps.get(way.next()) instanceof Step.Group)) {
                Meeting.arrive(transition, track, way.next(), at);
                return;
            }
            if (isEnd && way.block().owner() < 0) {
                finish(transition, Session.Outcome.FINISHED, at);
                return;
            }
            if (isEnd) {
                way = Loops.leave(transition, trackId, way.block());
            } else if (Blocks.isFrame(steps.get(way.next()))) {
                way = Loops.enter(transition, trackId, way);
            } else if (steps.get(way.next()) instanceof Step.Stop) {
                stopHere(transition, trackId, way.next(), at);
                return;
            } else if (Opening.opens(transition, trackId, way.next(), at)) {
                return;
            } else {
                way = new Way(way.block(), way.next() + 1);
            }
        }
    }

    /// Where a track goes next.
    ///
    /// @param next index of the step, or behind the block's last one
    record Way(Blocks.Block block, int next) {}

    /// Whether a block is the one whose `group` step formed the group of a track.
    private static boolean isHome(List<Step> steps, Track track, Blocks.Block block) {
        return track.group() > 0 && Blocks.around(steps, track.from()).equals(block);
    }

    /// Where a group comes to a `stop`, what the others are at is broken off.
    private static void stopHere(Transition transition, int trackId, int index, Instant at) {
        var session = transition.session();
        session.tracks().values().stream()
                .filter(track -> track.id() != trackId && isAtWork(track))
                .forEach(track -> leave(transition, track, at, Session.Left.BROKEN_OFF));
        transition.putAsDue(
                session.main()
                        .entering(
                                index,
                                transition.newVisit(),
                                at,
                                Duration.ZERO,
                                new Progress.Plain(),
                                null));
        finish(transition, Session.Outcome.STOPPED_BY_PROTOCOL, at);
    }

    /// The visits that led a track to where it is, the last one last: going back takes one away.
    static List<Session.Past> way(Session session, Track track) {
        var way = new ArrayList<Session.Past>();
        for (var visit : session.past()) {
            if (visit.group() == track.group() && visit.left() == null) {
                way.add(visit);
            } else if (visit.group() == track.group()
                    && visit.left() == Session.Left.BACK
                    && !way.isEmpty()) {
                way.removeLast();
            }
        }
        return way;
    }

    /// Ends the session in the middle of a step. What was hidden and never opened stays hidden.
    static void breakOff(Transition transition, Session.Outcome outcome, Instant at) {
        var session = transition.session();
        if (session.phase() == Session.Phase.RUNNING) {
            session.tracks().values().stream()
                    .filter(Walk::isAtWork)
                    .forEach(track -> leave(transition, track, at, Session.Left.BROKEN_OFF));
        }
        finish(transition, outcome, at);
    }

    /// Whether the people of a track are at a step: they are not split, do not wait for others, and
    /// have not just been formed.
    static boolean isAtWork(Track track) {
        return !track.isApart()
                && !(track.progress() instanceof Progress.Arrived)
                && track.visit() != track.id();
    }

    private static void finish(Transition transition, Session.Outcome outcome, Instant at) {
        var main = transition.session().main();
        var still = main.timed(null, Duration.ZERO).due(null);
        transition.become(
                transition
                        .session()
                        .tracks(Map.of(Session.MAIN, still))
                        .phase(Session.Phase.ENDED, outcome));
        var template =
                switch (outcome) {
                    case FINISHED -> "session.finished";
                    case STOPPED -> "session.stopped";
                    case STOPPED_BY_PROTOCOL -> "session.stopped-by-protocol";
                    case FELL_SILENT -> "session.silent";
                };
        transition.say(
                transition.newKey("end"),
                Line.of(template).with("at", new Arg.Time(at.toEpochMilli())));
    }
}
