package org.convenor.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convenor.matching.Leftover;
import org.convenor.matching.MatchRequest;
import org.convenor.matching.Meeting;
import org.convenor.matching.Party;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Step;
import org.convenor.session.Circle;
import org.convenor.session.Group;
import org.convenor.session.Questions;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.session.Unit;
import org.jspecify.annotations.Nullable;

/// From a session to the question who should be with whom.
final class GroupRequests {
    private GroupRequests() {}

    /// @param track whose people are grouped, or whose groups are joined
    static MatchRequest of(Session session, Track track, Step.Group step) {
        var units = units(session, track, step);
        var match = step.match();
        var needs = wishes(session, match == null ? null : match.needs());
        var offers = wishes(session, match == null ? null : match.offers());
        return new MatchRequest(
                units.stream().map(unit -> party(session, unit, needs, offers)).toList(),
                Math.max(2, step.grouping().size()),
                leftover(step.odd()),
                met(session, units),
                satOut(session, units),
                step.avoid().contains(Grouping.Avoid.MET_BEFORE),
                step.avoid().contains(Grouping.Avoid.SAME_TEAM),
                31L * session.id().value().hashCode() + track.visit());
    }

    private static List<Unit> units(Session session, Track track, Step.Group step) {
        return switch (step.grouping().kind()) {
            case PEOPLE -> session.here(track).map(seat -> Unit.of(seat.member())).toList();
            case TEAMS, HOME_TEAMS ->
                    session.here(track).map(seat -> Unit.ofTeam(seat.team())).distinct().toList();
            case JOINED_GROUPS -> joined(session, track);
            case EVERYONE -> List.of();
        };
    }

    /// The groups that are at work, or those there were last.
    private static List<Unit> joined(Session session, Track track) {
        return track.isApart()
                ? session.tracksOf(track).stream().map(one -> Unit.ofGroup(one.group())).toList()
                : Circle.groupsInside(session, track);
    }

    private static Party party(
            Session session,
            Unit unit,
            Map<String, Set<String>> needs,
            Map<String, Set<String>> offers) {
        return new Party(
                unit.key(),
                Circle.members(session, unit)
                        .map(session::seat)
                        .filter(Objects::nonNull)
                        .map(Seat::team)
                        .collect(Collectors.toUnmodifiableSet()),
                wish(session, unit, needs),
                wish(session, unit, offers));
    }

    /// What was picked under a name, by unit key. Options are known by their numbers.
    private static Map<String, Set<String>> wishes(Session session, @Nullable String saved) {
        var wishes = new HashMap<String, Set<String>>();
        if (saved != null) {
            for (var ask : Questions.savedAs(session, saved)) {
                for (var asking : Questions.askings(session, ask.title())) {
                    session.given(asking.key())
                            .forEach((unit, given) -> wishes.put(unit, Set.copyOf(given.marks())));
                }
            }
        }
        return wishes;
    }

    /// A unit's own wish, or those of its people and teams together.
    private static Set<String> wish(Session session, Unit unit, Map<String, Set<String>> wishes) {
        var own = wishes.get(unit.key());
        if (own != null || wishes.isEmpty()) {
            return own == null ? Set.of() : own;
        }
        return wishes.entrySet().stream()
                .filter(wish -> overlaps(session, unit, new Unit(wish.getKey())))
                .flatMap(wish -> wish.getValue().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean overlaps(Session session, Unit unit, Unit other) {
        return Circle.members(session, unit)
                .map(session::seat)
                .anyMatch(seat -> seat != null && session.includes(other, seat));
    }

    private static List<Meeting> met(Session session, List<Unit> units) {
        boolean people = units.stream().noneMatch(Unit::isCollective);
        var times = new TreeMap<String, Map<String, Integer>>();
        for (var group : session.groups().values()) {
            var keys = people ? people(group) : parties(group);
            for (int one = 0; one < keys.size(); one++) {
                for (int other = one + 1; other < keys.size(); other++) {
                    times.computeIfAbsent(keys.get(one), _ -> new TreeMap<>())
                            .merge(keys.get(other), 1, Integer::sum);
                }
            }
        }
        var met = new ArrayList<Meeting>();
        times.forEach((one, others) ->
                others.forEach((other, number) -> met.add(new Meeting(one, other, number))));
        return met;
    }

    private static List<String> people(Group group) {
        boolean teams = group.parties().stream().anyMatch(Unit::isTeam);
        return teams
                ? List.of()
                : group.members().stream().map(member -> Unit.of(member).key()).toList();
    }

    private static List<String> parties(Group group) {
        return group.parties().stream().map(Unit::key).sorted().toList();
    }

    /// How often each was left over when others of its kind were grouped.
    private static Map<String, Integer> satOut(Session session, List<Unit> units) {
        var rounds =
                session.groups().values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Group::formed,
                                        TreeMap::new,
                                        Collectors.flatMapping(
                                                group -> group.parties().stream().map(Unit::key),
                                                Collectors.toSet())));
        var satOut = new HashMap<String, Integer>();
        for (var placed : rounds.values()) {
            boolean sameKind = units.stream().anyMatch(unit -> placed.contains(unit.key()));
            for (var unit : units) {
                if (sameKind && !placed.contains(unit.key())) {
                    satOut.merge(unit.key(), 1, Integer::sum);
                }
            }
        }
        return satOut;
    }

    private static Leftover leftover(Grouping.Odd odd) {
        return switch (odd) {
            case BALANCED -> Leftover.BALANCED;
            case LARGER -> Leftover.LARGER;
            case SMALLER -> Leftover.SMALLER;
            case SIT_OUT -> Leftover.SIT_OUT;
        };
    }
}
