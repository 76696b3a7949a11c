package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
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

    private static void plan(Transition transition, Track track, int step, Instant at) {
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
            joinsPlanned(transition, track, event);
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
        Answering.shareWith(transition, groups);
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

    private static void tell(Transition transition, Track track, Group group) {
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
            transition.putAsDue(track.timed(at, track.planned()).due(at.plus(PLAN_AGAIN)));
            return;
        }
        var session = transition.session();
        var steps = session.protocol().steps();
        Walk.done(transition, track, at);
        transition.putAsDue(
                track.timed(null, Duration.ZERO)
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
        begun.forEach(child -> skipIfEmpty(transition, child, at));
    }

    /// A new track for a group, at the step that formed it. Its id is a number no visit has.
    private static int begin(Transition transition, Track parent, int group, int from, Instant at) {
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
                        .mapToInt(Groups::arrivedAt)
                        .filter(index -> index >= 0)
                        .min()
                        .orElse(-1);
        boolean all = inside.stream().allMatch(track -> arrivedAt(track) == first);
        if (first < 0) {
            return;
        }
        if (joins(session, parent, first) && inside.size() > 1) {
            if (apart.joinAt() != first) {
                planJoins(transition, parent, first, at);
            } else {
                join(transition, parent, apart, at);
            }
        } else if (all) {
            together(transition, parent, first, at);
        }
    }

    private static int arrivedAt(Track track) {
        return track.progress() instanceof Progress.Arrived(int at) ? at : -1;
    }

    /// Whether groups come together in part at a step, instead of all of them.
    private static boolean joins(Session session, Track parent, int index) {
        var steps = session.protocol().steps();
        return index < Blocks.around(steps, parent.step()).to()
                && steps.get(index) instanceof Step.Group group
                && group.grouping().kind() == Grouping.Kind.JOINED_GROUPS;
    }

    private static void planJoins(Transition transition, Track parent, int step, Instant at) {
        var waiting = parent.progress(new Progress.Apart(step, transition.newVisit(), List.of()));
        plan(transition, waiting, step, at);
    }

    private static void joinsPlanned(
            Transition transition, Track parent, SessionEvent.GroupsPlanned event) {
        var plan =
                event.groups().stream()
                        .map(units ->
                                units.stream()
                                        .filter(Unit::isGroup)
                                        .map(Unit::groupId)
                                        .filter(id -> isInside(transition.session(), parent, id))
                                        .toList())
                        .filter(groups -> !groups.isEmpty())
                        .toList();
        var joins = new ArrayList<>(plan);
        for (var track : transition.session().tracksOf(parent)) {
            if (plan.stream().noneMatch(groups -> groups.contains(track.group()))) {
                joins.add(List.of(track.group()));
            }
        }
        int formed = ((Progress.Apart) parent.progress()).formed();
        var apart = new Progress.Apart(event.step(), formed, joins);
        transition.putAsDue(parent.due(null).progress(apart));
        join(transition, transition.track(parent.id()), apart, event.at());
    }

    private static boolean isInside(Session session, Track parent, int group) {
        return session.tracksOf(parent).stream().anyMatch(track -> track.group() == group);
    }

    /// Lets those come together who have all arrived.
    private static void join(
            Transition transition, Track parent, Progress.Apart apart, Instant at) {
        for (var groups : apart.joins()) {
            var tracks =
                    transition.session().tracksOf(parent).stream()
                            .filter(track -> groups.contains(track.group()))
                            .toList();
            boolean ready =
                    !tracks.isEmpty()
                            && tracks.stream()
                                    .allMatch(track -> arrivedAt(track) == apart.joinAt());
            if (ready) {
                join(transition, parent, tracks, apart, at);
            }
        }
    }

    private static void join(
            Transition transition,
            Track parent,
            List<Track> tracks,
            Progress.Apart apart,
            Instant at) {
        var session = transition.session();
        int step = apart.joinAt();
        var units = tracks.stream().map(track -> Unit.ofGroup(track.group())).toList();
        var members = new TreeSet<MemberId>();
        tracks.forEach(track -> members.addAll(Formation.members(session, track.group())));
        var group =
                new Group(
                        Formation.nextId(session),
                        Formation.nextNumber(session, step, parent),
                        step,
                        parent.id(),
                        apart.formed(),
                        units,
                        members);
        transition.become(session.with(group));
        tracks.forEach(track -> transition.become(transition.session().without(track)));
        Answering.shareWith(transition, List.of(group));
        int joined = begin(transition, parent, group.id(), step, at);
        tell(transition, transition.track(joined), group);
        if (Times.isFolded(session.mode(), session.protocol().steps().get(step))) {
            Walk.goOn(transition, joined, step, at);
        } else {
            Walk.enter(transition, joined, step, at, "step.opened");
        }
        skipIfEmpty(transition, joined, at);
    }

    /// All groups of a track have come to the same place: their people go on as one.
    private static void together(Transition transition, Track parent, int next, Instant at) {
        Answering.openOfGroups(transition, parent);
        dissolve(transition, parent);
        var track = transition.track(parent.id());
        transition.putAsDue(track.due(null).progress(new Progress.Plain()));
        var steps = transition.session().protocol().steps();
        Walk.openFrom(transition, parent.id(), Blocks.around(steps, parent.step()), next, at);
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
        Answering.openOfGroups(transition, parent);
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
