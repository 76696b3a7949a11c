package org.convenor.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Blocks;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Step;

/// Joins some of the groups while others are still at work.
final class Joining {
    private Joining() {}

    /// Whether groups come together in part at a step, instead of all of them.
    static boolean joins(Session session, Track parent, int index) {
        var steps = session.protocol().steps();
        return index < Blocks.around(steps, parent.step()).to()
                && steps.get(index) instanceof Step.Group group
                && group.grouping().kind() == Grouping.Kind.JOINED_GROUPS;
    }

    static void planJoins(Transition transition, Track parent, int step, Instant at) {
        var waiting = parent.progress(new Progress.Apart(step, transition.newVisit(), List.of()));
        Groups.plan(transition, waiting, step, at);
    }

    static void joinsPlanned(
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
    static void join(Transition transition, Track parent, Progress.Apart apart, Instant at) {
        for (var groups : apart.joins()) {
            var tracks =
                    transition.session().tracksOf(parent).stream()
                            .filter(track -> groups.contains(track.group()))
                            .toList();
            boolean ready =
                    !tracks.isEmpty()
                            && tracks.stream()
                                    .allMatch(track -> Meeting.arrivedAt(track) == apart.joinAt());
            if (ready) {
                join(transition, parent, tracks, apart, at);
            }
        }
    }

    static void join(
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
        Reveals.shareWith(transition, List.of(group));
        int joined = Groups.begin(transition, parent, group.id(), step, at);
        Groups.tell(transition, transition.track(joined), group);
        if (Times.isFolded(session.mode(), session.protocol().steps().get(step))) {
            Walk.goOn(transition, joined, step, at);
        } else {
            Opening.enter(transition, joined, step, at, "step.opened");
        }
        Meeting.skipIfEmpty(transition, joined, at);
    }
}
