package org.convenor.session;

import java.util.ArrayList;
import java.util.List;
import org.convenor.protocol.Blocks;
import org.convenor.protocol.Condition;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.jspecify.annotations.Nullable;

/// The way through `repeat` and `when`. Every repeat has a bound, so every way ends.
final class Loops {
    private Loops() {}

    /// Goes into a frame, or past it if there is nothing to do inside.
    static Walk.Way enter(Transition transition, int trackId, Walk.Way way) {
        var session = transition.session();
        var track = session.track(trackId);
        var steps = session.protocol().steps();
        var body = Blocks.body(steps, way.next());
        var past = new Walk.Way(way.block(), way.next() + Blocks.size(steps.get(way.next())));
        if (steps.get(way.next()) instanceof Step.When when) {
            return Ballots.holds(session, track, when.condition())
                    ? new Walk.Way(body, body.from())
                    : past;
        }
        var turns = turns(session, track, way.next());
        if (isForEach(steps, way.next()) && turns.isEmpty()) {
            return past;
        }
        var passes = new ArrayList<>(track.passes());
        passes.add(new Pass(way.next(), 1, turns));
        transition.putAsDue(track.passes(passes));
        return new Walk.Way(body, body.from());
    }

    private static boolean isForEach(List<Step> steps, int index) {
        return steps.get(index) instanceof Step.Repeat repeat
                && repeat.times() instanceof Times.ForEach;
    }

    /// Whose turn it is in the passes of a repeat, or nobody's.
    private static List<Unit> turns(Session session, Track track, int index) {
        if (!(session.protocol().steps().get(index) instanceof Step.Repeat repeat)
                || !(repeat.times() instanceof Times.ForEach(var kind))) {
            return List.of();
        }
        return switch (kind) {
            case PERSON -> session.here(track).map(seat -> Unit.of(seat.member())).toList();
            case TEAM ->
                    session.here(track).map(seat -> Unit.ofTeam(seat.team())).distinct().toList();
            case GROUP -> Circle.groups(session, track);
        };
    }

    /// Comes to the end of a block that a frame holds: goes through it once more, or behind it.
    static Walk.Way leave(Transition transition, int trackId, Blocks.Block block) {
        var steps = transition.session().protocol().steps();
        boolean repeats =
                steps.get(block.owner()) instanceof Step.Repeat
                        && !Blocks.isIfStillOpen(steps, block);
        return repeats ? leavePass(transition, trackId, block) : behind(steps, block.owner());
    }

    private static Walk.Way leavePass(Transition transition, int trackId, Blocks.Block body) {
        var session = transition.session();
        var track = session.track(trackId);
        var steps = session.protocol().steps();
        var repeat = (Step.Repeat) steps.get(body.owner());
        var pass = track.passes().getLast();
        var next = isDone(session, track, repeat) ? null : next(session, track, repeat, pass);
        var passes = new ArrayList<>(track.passes());
        passes.removeLast();
        if (next != null) {
            passes.add(next);
            transition.putAsDue(track.passes(passes));
            return new Walk.Way(body, body.from());
        }
        boolean stillOpen = repeat.ifStillOpen() > 0 && !isDone(session, track, repeat);
        transition.putAsDue(track.passes(passes));
        return stillOpen
                ? new Walk.Way(
                        new Blocks.Block(body.owner(), body.to(), body.to() + repeat.ifStillOpen()),
                        body.to())
                : behind(steps, body.owner());
    }

    private static boolean isDone(Session session, Track track, Step.Repeat repeat) {
        return repeat.times() instanceof Times.UntilTrue(Condition condition, _)
                && Ballots.holds(session, track, condition);
    }

    /// The pass after this one, without those whose turn it would be and who left; or null.
    private static @Nullable Pass next(
            Session session, Track track, Step.Repeat repeat, Pass pass) {
        return switch (repeat.times()) {
            case Times.Rounds(int number) -> pass.number() < number ? pass.next() : null;
            case Times.UntilTrue(_, int most) -> pass.number() < most ? pass.next() : null;
            case Times.ForEach _ -> {
                var next = pass;
                do {
                    next = next.number() < next.turns().size() ? next.next() : null;
                } while (next != null
                        && next.turn() != null
                        && !Circle.isOn(session, track, next.turn()));
                yield next;
            }
        };
    }

    private static Walk.Way behind(List<Step> steps, int frame) {
        return new Walk.Way(Blocks.around(steps, frame), frame + Blocks.size(steps.get(frame)));
    }

    /// The passes around a step that is opened again, with whose turn it was.
    static List<Pass> restored(Session session, Track track, Session.Past visit) {
        var steps = session.protocol().steps();
        var passes = new ArrayList<Pass>();
        int depth = visit.passes().size();
        for (int index = visit.step(); depth > 0; ) {
            var block = Blocks.around(steps, index);
            index = block.owner();
            if (steps.get(index) instanceof Step.Repeat && !Blocks.isIfStillOpen(steps, block)) {
                depth--;
                passes.addFirst(pass(session, track, index, visit.passes().get(depth)));
            }
        }
        return passes;
    }

    private static Pass pass(Session session, Track track, int repeat, int number) {
        for (var pass : track.passes()) {
            if (pass.repeat() == repeat) {
                return pass(repeat, number, pass.turns());
            }
        }
        return pass(repeat, number, turns(session, track, repeat));
    }

    /// There may be fewer turns now than there were then.
    private static Pass pass(int repeat, int number, List<Unit> turns) {
        return new Pass(repeat, turns.isEmpty() ? number : Math.min(number, turns.size()), turns);
    }
}
