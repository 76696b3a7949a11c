package org.convenor.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Step;

/// Makes groups of a plan. The plan may be a moment old: people may have come or gone since.
final class Formation {
    private Formation() {}

    /// @param formed number of this moment
    /// @param plan who comes together; what is in no place or in two is mended
    static List<Group> of(
            Session session, Track track, Step.Group step, int formed, List<List<Unit>> plan) {
        var placed = new HashSet<MemberId>();
        var groups = new ArrayList<Group>();
        int id = nextId(session);
        for (var units : plan) {
            var members = new TreeSet<MemberId>();
            units.forEach(unit -> members.addAll(here(session, track, unit)));
            members.removeAll(placed);
            if (!members.isEmpty()) {
                int number = groups.size() + 1;
                groups.add(
                        new Group(id++, number, track.step(), track.id(), formed, units, members));
                placed.addAll(members);
            }
        }
        if (step.odd() == Grouping.Odd.SIT_OUT || groups.isEmpty()) {
            return List.copyOf(groups);
        }
        session.here(track)
                .filter(seat -> !placed.contains(seat.member()))
                .forEach(seat -> addTo(groups, smallest(session, groups, seat), seat));
        return List.copyOf(groups);
    }

    private static void addTo(List<Group> groups, Group group, Seat seat) {
        groups.set(groups.indexOf(group), group.with(seat.member()));
    }

    /// The group of somebody's own team, where whole teams were put together; otherwise the
    /// smallest.
    static Group smallest(Session session, List<Group> groups, Seat seat) {
        var team = Unit.ofTeam(seat.team());
        for (var group : groups) {
            if (group.parties().contains(team)) {
                return group;
            }
        }
        var smallest = groups.getFirst();
        for (var group : groups) {
            if (size(session, group) < size(session, smallest)) {
                smallest = group;
            }
        }
        return smallest;
    }

    private static long size(Session session, Group group) {
        return group.members().stream().filter(session::isHere).count();
    }

    private static Set<MemberId> here(Session session, Track track, Unit unit) {
        var members = new TreeSet<MemberId>();
        session.here(track)
                .filter(seat -> session.includes(unit, seat))
                .forEach(seat -> members.add(seat.member()));
        return members;
    }

    static Set<MemberId> members(Session session, int group) {
        var found = session.groups().get(group);
        return found == null ? Set.of() : found.members();
    }

    static int nextId(Session session) {
        return session.groups().keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    /// The number of the next group that comes out of a step in this pass.
    static int nextNumber(Session session, int step, Track parent) {
        return 1
                + (int)
                        session.tracksOf(parent).stream()
                                .filter(track -> track.from() == step)
                                .count();
    }
}
