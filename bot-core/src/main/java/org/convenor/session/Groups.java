package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.protocol.Blocks;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Step;

/// Splits people into groups, and brings them together again.
///
/// ```text
///  a track ── enters `group` ──▶ FORMING ── GroupsPlanned, time to move ──▶ APART
///                                  │ no answer: PlanGroups again              │ one track for each group
///                                  └─ Skipped ──▶ goes on undivided           ▼
///  a group's track ── walks ──▶ ARRIVED before the block's next `group`, or at the block's end
///    next is `join`: as soon as those that come together have arrived ──▶ one track for them
///    otherwise: when all have arrived, or are called back ──▶ the track that was split goes on there
/// ```
final class Groups {

    /// Whoever works out the groups answers within milliseconds; after this long they are asked
    /// again, because the process may have been stopped in between.
    static final Duration PLAN_AGAIN = Duration.ofSeconds(5);

    private Groups() {}

    /// Whether a step splits people, or joins groups: it is done even where it takes no time.
    static boolean splits(Step step) {
        return step instanceof Step.Group group
                && group.grouping().kind() != Grouping.Kind.EVERYONE;
    }

    /// Whether a track is split when it comes to a step. A group that was joined at it goes on as
    /// one.
    ///
    /// @param index of the step
    static boolean isSplitBy(Track track, Step.Group group, int index) {
        return splits(group) && !(track.group() > 0 && track.from() == index);
    }

    /// Begins to form groups at the step a track has just entered.
    static void form(Transition transition, int trackId, Instant at) {
        var session = transition.session();
        var track = session.track(trackId);
        var group = (Step.Group) session.stepOf(track);
        if (group.grouping().kind() == Grouping.Kind.HOME_TEAMS) {
            var teams =
                    session.here(track)
                            .map(seat -> List.of(Unit.ofTeam(seat.team())))
                            .distinct()
                            .toList();
            formed(transition, trackId, teams, at);
        } else {
            plan(transition, track, track.step(), at);
        }
    }

    static void plan(Transition transition, Track track, int step, Instant at) {
        transition.putAsDue(track.due(at.plus(PLAN_AGAIN)));
        transition.emit(new Effect.PlanGroups(track.id(), track.visit(), step));
    }

    /// Somebody worked out who is with whom.
    static Decision planned(Session session, SessionEvent.GroupsPlanned event) {
        var track = session.track(event.track());
        var transition = new Transition(session);
        if (track.progress() instanceof Progress.Forming forming
                && !forming.isPlanned()
                && event.step() == track.step()) {
            formed(transition, track.id(), event.groups(), event.at());
        } else if (track.progress() instanceof Progress.Apart apart
                && apart.isWaitingForPlan()
                && apart.joinAt() == event.step()) {
            Joining.joinsPlanned(transition, track, event);
        } else {
            return Decision.unchanged(session);
        }
        return transition.accepted();
    }

    /// The groups stand: everybody is told, and moves for the time of the step.
    private static void formed(
            Transition transition, int trackId, List<List<Unit>> plan, Instant at) {
        var session = transition.session();
        var track = session.track(trackId);
        var step = (Step.Group) session.stepOf(track);
        int formed = transition.newVisit();
        var groups = Formation.of(session, track, step, formed, plan);
        groups.forEach(group -> transition.become(transition.session().with(group)));
        Reveals.shareWith(transition, groups);
        transition.say(
                track,
                "v" + track.visit() + ".groups",
                Line.of("groups.formed").with("formed", new Arg.Count(formed)));
        groups.forEach(group -> tell(transition, track, group));
        var ids = groups.stream().map(Group::id).toList();
        var forming = transition.track(trackId).progress(new Progress.Forming(ids));
        if (forming.isHeld()) {
            transition.putAsDue(forming);
        } else {
            transition.put(forming.due(null));
        }
        var moving = transition.track(trackId);
        boolean over = moving.deadline() == null || !moving.deadline().isAfter(at);
        if (ids.isEmpty()) {
            // Nobody is there to be grouped.
            Walk.advance(transition, trackId, at, true);
        } else if (!moving.isHeld() && over) {
            split(transition, moving, at);
        }
    }

    static void tell(Transition transition, Track track, Group group) {
        var key = "v" + track.visit() + ".group." + group.id();
        var line = Line.of("group.yours").with("group", new Arg.Count(group.id()));
        transition
                .session()
                .here(group.id())
                .toList()
                .forEach(seat -> transition.whisper(seat.member(), key, line));
    }

    /// Everybody has moved: each group goes on by itself.
    static void split(Transition transition, Track track, Instant at) {
        if (!(track.progress() instanceof Progress.Forming forming) || !forming.isPlanned()) {
            // As soon as the groups are known.
            transition.putAsDue(track.held(null, at).stage(Track.Stage.OPEN, at.plus(PLAN_AGAIN)));
            return;
        }
        var session = transition.session();
        var steps = session.protocol().steps();
        Walk.done(transition, track, at);
        transition.putAsDue(
                track.timed(null, Duration.ZERO)
                        .held(null, null)
                        .stage(Track.Stage.OPEN, null)
                        .progress(Progress.Apart.UNTIL_ALL_ARRIVE));
        var block = Blocks.around(steps, track.step());
        var begun = new ArrayList<Integer>();
        for (int id : forming.groups()) {
            begun.add(begin(transition, track, id, track.step(), at));
        }
        for (int child : begun) {
            if (transition.session().tracks().containsKey(child)) {
                Walk.openFrom(transition, child, block, track.step() + 1, at);
            }
        }
        begun.forEach(child -> Meeting.skipIfEmpty(transition, child, at));
    }

    /// A new track for a group, at the step that formed it. Its id is a number no visit has.
    static int begin(Transition transition, Track parent, int group, int from, Instant at) {
        int id = transition.newVisit();
        transition.putAsDue(
                new Track(
                        id,
                        group,
                        parent.id(),
                        from,
                        parent.passes(),
                        from,
                        id,
                        Track.Stage.OPEN,
                        at,
                        null,
                        null,
                        Duration.ZERO,
                        null,
                        new Progress.Plain(),
                        null));
        return id;
    }

    /// Time alone: groups are known and everybody has moved, or they are asked for again.
    static void due(Transition transition, int trackId, Instant at) {
        var track = transition.track(trackId);
        switch (track.progress()) {
            case Progress.Forming forming when forming.isPlanned() -> split(transition, track, at);
            case Progress.Forming _ -> plan(transition, track, track.step(), at);
            case Progress.Apart apart -> {
                if (apart.isWaitingForPlan()) {
                    plan(transition, track, apart.joinAt(), at);
                }
            }
            case Progress.Plain _,
                    Progress.Gathering _,
                    Progress.Asked _,
                    Progress.Speaking _,
                    Progress.Arrived _ -> {}
        }
    }
}
