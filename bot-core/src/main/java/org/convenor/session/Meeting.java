package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.convenor.protocol.Blocks;
import org.convenor.protocol.Step;

/// Brings groups together: all of them, or those that go on as one.
///
/// A group that is done waits before the next `group` of its block, or at the block's end. Where
/// that `group` joins some of them, each goes on as soon as those it is joined with are there.
final class Meeting {
    private Meeting() {}

    /// A group is done with its steps: it waits, or meets those it goes on with.
    static void arrive(Transition transition, Track track, int at, Instant moment) {
        transition.putAsDue(
                track.timed(null, Duration.ZERO)
                        .held(null, null)
                        .stage(Track.Stage.OPEN, null)
                        .progress(new Progress.Arrived(at)));
        meet(transition, track.parent(), moment);
    }

    /// Looks whether the groups of a track can go on together.
    private static void meet(Transition transition, int parentId, Instant at) {
        var session = transition.session();
        var parent = session.track(parentId);
        if (!(parent.progress() instanceof Progress.Apart apart)) {
            return;
        }
        var inside = session.tracksOf(parent);
        int first =
                inside.stream()
                        .mapToInt(Meeting::arrivedAt)
                        .filter(index -> index >= 0)
                        .min()
                        .orElse(-1);
        boolean all = inside.stream().allMatch(track -> arrivedAt(track) == first);
        if (first < 0 || (first != apart.joinAt() && isJoining(inside, apart))) {
            return;
        }
        if (Joining.joins(session, parent, first) && inside.size() > 1) {
            if (apart.joinAt() != first) {
                Joining.planJoins(transition, parent, first, at);
            } else {
                Joining.join(transition, parent, apart, at);
            }
        } else if (all) {
            together(transition, parent, first, at);
        }
    }

    /// Whether some are still to come together where others did already: only then is it known who
    /// could come together next.
    private static boolean isJoining(List<Track> inside, Progress.Apart apart) {
        return inside.stream().anyMatch(track -> track.from() < apart.joinAt());
    }

    static int arrivedAt(Track track) {
        return track.progress() instanceof Progress.Arrived(int at) ? at : -1;
    }

    /// All groups of a track have come to the same place: their people go on as one.
    private static void together(Transition transition, Track parent, int next, Instant at) {
        Reveals.openOfGroups(transition, parent);
        dissolve(transition, parent);
        var track = transition.track(parent.id());
        transition.putAsDue(track.due(null).progress(new Progress.Plain()));
        var steps = transition.session().protocol().steps();
        Walk.openFrom(transition, parent.id(), Blocks.around(steps, parent.step()), next, at);
        skipIfEmpty(transition, parent.id(), at);
    }

    /// Takes the tracks of the groups away, and of those inside them.
    private static void dissolve(Transition transition, Track parent) {
        for (var track : transition.session().tracksOf(parent)) {
            dissolve(transition, track);
            transition.become(transition.session().without(track));
        }
    }

    /// Ends what the groups are doing and brings everybody together.
    static void callBack(Transition transition, Track parent, Instant at) {
        for (var track : transition.session().tracksOf(parent)) {
            if (track.isApart()) {
                callBackInside(transition, track, at);
            } else if (!(track.progress() instanceof Progress.Arrived)) {
                Walk.close(transition, track.id(), at);
            }
        }
        var steps = transition.session().protocol().steps();
        together(transition, parent, nextGroup(steps, furthest(transition.session(), parent)), at);
    }

    private static void callBackInside(Transition transition, Track parent, Instant at) {
        for (var track : transition.session().tracksOf(parent)) {
            if (track.isApart()) {
                callBackInside(transition, track, at);
            } else if (!(track.progress() instanceof Progress.Arrived)) {
                Walk.close(transition, track.id(), at);
            }
        }
        Reveals.openOfGroups(transition, parent);
    }

    /// The last `group` step that one of the groups has come through.
    private static int furthest(Session session, Track parent) {
        return session.tracksOf(parent).stream().mapToInt(Track::from).max().orElse(parent.step());
    }

    private static int nextGroup(List<Step> steps, int from) {
        var block = Blocks.around(steps, from);
        int index = from + 1;
        while (index < block.to() && !(steps.get(index) instanceof Step.Group)) {
            index += Blocks.size(steps.get(index));
        }
        return index;
    }

    /// Leaves the groups for a step that is opened again.
    static void leave(Transition transition, Track parent, Instant at) {
        for (var track : transition.session().atWork(parent)) {
            if (!(track.progress() instanceof Progress.Arrived)) {
                Walk.leave(transition, track, at, Session.Left.BROKEN_OFF);
            }
        }
        dissolve(transition, parent);
    }

    /// A group in which nobody is left goes on to where the others will be.
    static void skipIfEmpty(Transition transition, int trackId, Instant at) {
        var session = transition.session();
        var track = session.tracks().get(trackId);
        if (track != null
                && session.phase() == Session.Phase.RUNNING
                && isAtWork(track)
                && session.here(track).findAny().isEmpty()) {
            Walk.leave(transition, track, at, Session.Left.BROKEN_OFF);
            arrive(
                    transition,
                    transition.track(trackId),
                    nextGroup(session.protocol().steps(), track.from()),
                    at);
        }
    }

    private static boolean isAtWork(Track track) {
        return track.group() > 0
                && !track.isApart()
                && !(track.progress() instanceof Progress.Arrived);
    }
}
