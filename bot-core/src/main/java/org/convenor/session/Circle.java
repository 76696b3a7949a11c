package org.convenor.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Role;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Works out who is meant: the people behind the words a file uses, among those of one track who
/// are here now.
public final class Circle {
    /// The role the summary, the catch-up and `reveal: to the presenter` speak of.
    public static final String PRESENTER = "presenter";

    private Circle() {}

    /// Everyone meant, in the order they go; each answering or speaking as one.
    public static List<Unit> of(Session session, Track track, Who who) {
        var units =
                switch (who.scope()) {
                    case EVERYONE -> people(session.here(track));
                    case EACH_TEAM -> teams(session.here(track));
                    case EACH_GROUP -> groups(session, track);
                    case ROLE -> ofRole(session, session.here(track).toList(), roleOf(who));
                    case PRESENTING -> presenting(session, track);
                    case ROLE_OF_PRESENTING ->
                            ofRole(session, speakingFor(session, track), roleOf(who));
                    case OTHERS -> others(session, track);
                    case EVERYONE_ELSE -> people(notPresenting(session, track));
                    case OBJECTORS -> Ballots.objectors(session, track, who);
                };
        return inOrder(session, units, who);
    }

    /// The unit somebody answers for, or null if the question is not theirs.
    public static @Nullable Unit unitOf(Session session, Track track, Who who, MemberId member) {
        var seat = session.seat(member);
        if (seat == null || !seat.isHere()) {
            return null;
        }
        return of(session, track, who).stream()
                .filter(unit -> session.includes(unit, seat))
                .findFirst()
                .orElse(null);
    }

    /// The holders of a role, wherever they are.
    public static List<Unit> ofRole(Session session, String name) {
        return ofRole(session, session.here().toList(), name);
    }

    /// Whether somebody holds a role right now.
    public static boolean holds(Session session, MemberId member, String role) {
        var seat = session.seat(member);
        return seat != null
                && ofRole(session, role).stream().anyMatch(unit -> session.includes(unit, seat));
    }

    /// The roles somebody holds right now.
    public static List<String> rolesOf(Session session, MemberId member) {
        return session.protocol().roles().stream()
                .map(Role::name)
                .filter(role -> holds(session, member, role))
                .toList();
    }

    /// Whether anybody speaks for a unit right now.
    static boolean isHere(Session session, Unit unit) {
        return members(session, unit).findAny().isPresent();
    }

    /// Whether anybody on a track speaks for a unit right now.
    static boolean isOn(Session session, Track track, Unit unit) {
        return session.here(track).anyMatch(seat -> session.includes(unit, seat));
    }

    /// The people of a unit who are here.
    public static Stream<MemberId> members(Session session, Unit unit) {
        if (unit.isTeam()) {
            return session.here().filter(unit::includes).map(Seat::member);
        }
        if (unit.isGroup()) {
            return session.here(unit.groupId()).map(Seat::member);
        }
        var member = new MemberId(unit.id());
        return session.isHere(member) ? Stream.of(member) : Stream.empty();
    }

    private static List<Unit> people(Stream<Seat> seats) {
        return seats.map(seat -> Unit.of(seat.member())).toList();
    }

    private static List<Unit> teams(Stream<Seat> seats) {
        return seats.map(seat -> Unit.ofTeam(seat.team())).distinct().toList();
    }

    /// A group's own track speaks of that group. People who came together again are spoken of in
    /// the groups they were in last.
    static List<Unit> groups(Session session, Track track) {
        return track.group() > 0
                ? List.of(Unit.ofGroup(track.group()))
                : groupsInside(session, track);
    }

    /// The groups a track was split into last, as far as somebody of them is here.
    public static List<Unit> groupsInside(Session session, Track track) {
        int formed =
                session.groups().values().stream()
                        .filter(group -> group.track() == track.id())
                        .mapToInt(Group::formed)
                        .max()
                        .orElse(-1);
        return session.groups().values().stream()
                .filter(group -> group.track() == track.id() && group.formed() == formed)
                .filter(group -> session.here(group.id()).findAny().isPresent())
                .map(group -> Unit.ofGroup(group.id()))
                .toList();
    }

    private static List<Unit> presenting(Session session, Track track) {
        var turn = track.turn();
        return turn == null || !isOn(session, track, turn) ? List.of() : List.of(turn);
    }

    private static List<Seat> speakingFor(Session session, Track track) {
        var turn = track.turn();
        return session.here(track)
                .filter(seat -> turn != null && session.includes(turn, seat))
                .toList();
    }

    private static Stream<Seat> notPresenting(Session session, Track track) {
        var turn = track.turn();
        return session.here(track).filter(seat -> turn == null || !session.includes(turn, seat));
    }

    /// All whose turn it is not, named as the one whose turn it is.
    private static List<Unit> others(Session session, Track track) {
        var turn = track.turn();
        if (turn == null || !turn.isCollective()) {
            return people(notPresenting(session, track));
        }
        return turn.isTeam()
                ? teams(notPresenting(session, track))
                : groups(session, track).stream().filter(unit -> !unit.equals(turn)).toList();
    }

    private static List<Unit> ofRole(Session session, List<Seat> among, String name) {
        var role = session.protocol().role(name);
        if (role == null) {
            return List.of();
        }
        return switch (role.holder()) {
            case BOT -> List.of();
            case STARTER -> present(session, among, List.of(Unit.of(session.facilitator())));
            case NAMED_PERSON, NAMED_PERSON_OR_TEAM, NAMED_PEOPLE ->
                    present(session, among, session.roles().getOrDefault(name, List.of()));
            case ONE_IN_EACH_TEAM -> Speakers.of(session, among, name);
            case EVERYONE -> people(among.stream());
            case EVERYONE_ELSE ->
                    people(among.stream().filter(seat -> !hasNamedRole(session, seat)));
        };
    }

    private static List<Unit> present(Session session, List<Seat> among, List<Unit> units) {
        return units.stream()
                .filter(unit -> among.stream().anyMatch(seat -> session.includes(unit, seat)))
                .toList();
    }

    private static boolean hasNamedRole(Session session, Seat seat) {
        return seat.member().equals(session.starter())
                || session.protocol().roles().stream()
                        .filter(Role::isNamed)
                        .map(role -> session.roles().get(role.name()))
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .anyMatch(unit -> session.includes(unit, seat));
    }

    private static String roleOf(Who who) {
        var role = who.role();
        if (role == null) {
            throw new IllegalStateException("a role without a name");
        }
        return role;
    }

    private static List<Unit> inOrder(Session session, List<Unit> units, Who who) {
        if (who.first() == null && who.last() == null) {
            return units;
        }
        var ordered = new ArrayList<>(units);
        ordered.sort(Comparator.comparingInt(unit -> rank(session, unit, who)));
        return List.copyOf(ordered);
    }

    private static int rank(Session session, Unit unit, Who who) {
        if (who.first() != null && overlaps(session, unit, who.first())) {
            return 0;
        }
        return who.last() != null && overlaps(session, unit, who.last()) ? 2 : 1;
    }

    private static boolean overlaps(Session session, Unit unit, String role) {
        return members(session, unit).anyMatch(member -> holds(session, member, role));
    }
}
