package org.convenor.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Role;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Works out who is meant: the people behind the words a file uses. Looks only at who is here now.
public final class Circle {
    /// The role the summary, the catch-up and `reveal: to the presenter` speak of.
    public static final String PRESENTER = "presenter";

    private Circle() {}

    /// Everyone meant, in the order they go; each answering or speaking as one.
    public static List<Unit> of(Session session, Who who) {
        var units =
                switch (who.scope()) {
                    case EVERYONE -> session.here().map(seat -> Unit.of(seat.member())).toList();
                    case EACH_TEAM ->
                            session.here()
                                    .map(seat -> Unit.ofTeam(seat.team()))
                                    .distinct()
                                    .toList();
                    case ROLE, ROLE_OF_PRESENTING -> ofRole(session, roleOf(who));
                    case EACH_GROUP, PRESENTING, OTHERS, EVERYONE_ELSE, OBJECTORS ->
                            List.<Unit>of();
                };
        return inOrder(session, units, who);
    }

    /// The unit somebody answers for, or null if the question is not theirs.
    public static @Nullable Unit unitOf(Session session, Who who, MemberId member) {
        var seat = session.seat(member);
        if (seat == null || !seat.isHere()) {
            return null;
        }
        return of(session, who).stream()
                .filter(unit -> unit.includes(seat))
                .findFirst()
                .orElse(null);
    }

    public static List<Unit> ofRole(Session session, String name) {
        var role = session.protocol().role(name);
        if (role == null) {
            return List.of();
        }
        return switch (role.holder()) {
            case BOT -> List.of();
            case STARTER -> present(session, Unit.of(session.facilitator()));
            case ONE_IN_EACH_TEAM -> List.of();
            case NAMED_PERSON, NAMED_PERSON_OR_TEAM, NAMED_PEOPLE ->
                    present(session, session.roles().get(name));
            case EVERYONE -> session.here().map(seat -> Unit.of(seat.member())).toList();
            case EVERYONE_ELSE ->
                    session.here()
                            .filter(seat -> !hasNamedRole(session, seat))
                            .map(seat -> Unit.of(seat.member()))
                            .toList();
        };
    }

    /// Whether somebody holds a role right now.
    public static boolean holds(Session session, MemberId member, String role) {
        var seat = session.seat(member);
        return seat != null && ofRole(session, role).stream().anyMatch(unit -> unit.includes(seat));
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
        return session.here().anyMatch(unit::includes);
    }

    /// The people of a unit who are here.
    public static Stream<MemberId> members(Session session, Unit unit) {
        return session.here().filter(unit::includes).map(Seat::member);
    }

    private static List<Unit> present(Session session, @Nullable Unit unit) {
        return unit == null || !isHere(session, unit) ? List.of() : List.of(unit);
    }

    private static boolean hasNamedRole(Session session, Seat seat) {
        return seat.member().equals(session.starter())
                || session.roles().values().stream().anyMatch(unit -> unit.includes(seat));
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
        var first = new ArrayList<Unit>();
        var middle = new ArrayList<Unit>();
        var last = new ArrayList<Unit>();
        for (var unit : units) {
            boolean goesFirst = who.first() != null && overlaps(session, unit, who.first());
            boolean goesLast = who.last() != null && overlaps(session, unit, who.last());
            (goesFirst ? first : goesLast ? last : middle).add(unit);
        }
        first.addAll(middle);
        first.addAll(last);
        return List.copyOf(first);
    }

    private static boolean overlaps(Session session, Unit unit, String role) {
        return members(session, unit).anyMatch(member -> holds(session, member, role));
    }
}
