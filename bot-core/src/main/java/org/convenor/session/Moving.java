package org.convenor.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// People who come into a group that is at work already, or change to another one.
final class Moving {
    private Moving() {}

    /// Somebody came while people are in groups: they join one, or wait for the next round, as the
    /// protocol says. Whoever was in a group before is in it still.
    static void enter(Transition transition, MemberId member, Instant at) {
        var session = transition.session();
        var track = session.trackOf(member);
        var seat = session.seat(member);
        var groups = open(session, track);
        boolean isIn = groups.stream().anyMatch(group -> group.members().contains(member));
        if (seat == null || isIn || !isSplit(track)) {
            return;
        }
        var step = session.stepOf(track);
        boolean waits =
                step instanceof Step.Group group && group.late() == Grouping.Late.NEXT_ROUND;
        var own = Unit.ofTeam(seat.team());
        boolean hasOwn = groups.stream().anyMatch(group -> group.parties().contains(own));
        if (groups.isEmpty() || (waits && !hasOwn)) {
            transition.whisper(
                    member, transition.newKey(track, "next-round"), Line.of("group.next-round"));
            return;
        }
        put(transition, member, Formation.smallest(session, groups, seat), at);
    }

    /// Whether it is known already who is with whom.
    private static boolean isSplit(Track track) {
        return track.isApart()
                || (track.progress() instanceof Progress.Forming forming && forming.isPlanned());
    }

    /// Groups somebody may come into: those that are about to begin, or at work.
    private static List<Group> open(Session session, Track parent) {
        var ids =
                parent.progress() instanceof Progress.Forming(var forming)
                        ? forming.stream()
                        : session.tracksOf(parent).stream()
                                .filter(track -> !(track.progress() instanceof Progress.Arrived))
                                .map(Track::group);
        return ids.map(id -> session.groups().get(id)).filter(Objects::nonNull).toList();
    }

    private static void put(Transition transition, MemberId member, Group group, Instant at) {
        for (var inside = group; inside != null; inside = around(transition.session(), inside)) {
            transition.become(transition.session().with(inside.with(member)));
        }
        transition.whisper(
                member,
                transition.newKey("group"),
                Line.of("group.yours").with("group", new Arg.Count(group.id())));
        transition.emit(
                new Effect.Say(
                        transition.newKey("group.joined"),
                        Line.of("group.joined").with("who", new Arg.Person(member)),
                        group.id()));
        enter(transition, member, at);
    }

    /// The group of a track, and those it is about to be split into.
    private static Stream<Integer> groupsOf(Track track) {
        return track.progress() instanceof Progress.Forming(var forming)
                ? Stream.concat(Stream.of(track.group()), forming.stream())
                : Stream.of(track.group());
    }

    /// The group that was split into this one and others, or null.
    private static @Nullable Group around(Session session, Group group) {
        var parent = session.tracks().get(group.track());
        return parent == null ? null : session.groups().get(parent.group());
    }

    /// The facilitator puts somebody into another group.
    static Decision move(Session session, SessionEvent.MovedTo event) {
        var target =
                session.tracks().values().stream()
                        .filter(track -> track.group() == event.group() && event.group() > 0)
                        .findFirst()
                        .orElse(null);
        var group = session.groups().get(event.group());
        if (session.isOver() || target == null || group == null) {
            return Decision.moved(session);
        }
        if (!session.isHere(event.member())) {
            return Decision.refused(
                    session,
                    Line.of("problem.move-absent").with("who", new Arg.Person(event.member())));
        }
        if (group.members().contains(event.member())) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session);
        var before = session.trackOf(event.member());
        session.tracks().values().stream()
                .flatMap(Moving::groupsOf)
                .map(id -> session.groups().get(id))
                .filter(Objects::nonNull)
                .filter(old -> old.members().contains(event.member()))
                .filter(old -> !session.isWithin(target, old.id()))
                .forEach(old ->
                        transition.become(transition.session().with(old.without(event.member()))));
        put(transition, event.member(), group, event.at());
        Turns.withoutAbsent(transition, before.id(), event.at());
        Walk.advanceIfComplete(transition, before.id(), event.at());
        Meeting.skipIfEmpty(transition, before.id(), event.at());
        return transition.accepted();
    }
}
