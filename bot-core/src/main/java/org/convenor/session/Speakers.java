package org.convenor.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Role;
import org.jspecify.annotations.Nullable;

/// Who holds a role that each district team gives to one of its own. A team that chose nobody is
/// not waited for: whoever of them came first holds it.
public final class Speakers {
    private Speakers() {}

    /// One holder in each team, in the order the teams came.
    ///
    /// @param among the people in question
    static List<Unit> of(Session session, List<Seat> among, String role) {
        return teams(among).values().stream()
                .map(team -> holder(session, team, role))
                .map(Unit::of)
                .toList();
    }

    /// Who holds the role in somebody's team right now, or null if nobody of it is here.
    public static @Nullable MemberId inTeamOf(Session session, Seat seat, String role) {
        var team = session.here().filter(one -> one.team().equals(seat.team())).toList();
        return team.isEmpty() ? null : holder(session, team, role);
    }

    /// The roles of a protocol that each team gives to one of its own, in the file's order.
    public static List<String> roles(Session session) {
        return session.protocol().roles().stream()
                .filter(role -> role.holder() == Role.Holder.ONE_IN_EACH_TEAM)
                .map(Role::name)
                .toList();
    }

    private static Map<String, List<Seat>> teams(List<Seat> among) {
        var teams = new LinkedHashMap<String, List<Seat>>();
        among.forEach(seat -> teams.computeIfAbsent(seat.team(), _ -> new ArrayList<>()).add(seat));
        return teams;
    }

    /// Chosen holders come first, then, role by role, whoever has none yet.
    private static MemberId holder(Session session, List<Seat> team, String wanted) {
        var roles = roles(session);
        Set<MemberId> taken = new HashSet<>();
        for (var role : roles) {
            var chosen = chosen(session, team, role);
            if (chosen != null) {
                taken.add(chosen);
            }
        }
        for (var role : roles) {
            var chosen = chosen(session, team, role);
            var holder = chosen == null ? free(team, taken) : chosen;
            taken.add(holder);
            if (role.equals(wanted)) {
                return holder;
            }
        }
        return team.getFirst().member();
    }

    private static @Nullable MemberId chosen(Session session, List<Seat> team, String role) {
        var key = Session.roleIn(role, team.getFirst().team());
        var chosen = session.roles().getOrDefault(key, List.of());
        return team.stream()
                .map(Seat::member)
                .filter(member -> chosen.contains(Unit.of(member)))
                .findFirst()
                .orElse(null);
    }

    private static MemberId free(List<Seat> team, Set<MemberId> taken) {
        return team.stream()
                .map(Seat::member)
                .filter(member -> !taken.contains(member))
                .findFirst()
                .orElse(team.getFirst().member());
    }

    /// Somebody takes the role for their team; said to nobody, as the team can see it.
    static Decision take(Session session, SessionEvent.RoleTaken event) {
        var seat = session.seat(event.member());
        if (seat == null || !seat.isHere() || session.isOver()) {
            return Decision.refused(session, Line.of("problem.not-joined"));
        }
        if (!roles(session).contains(event.role())) {
            return Decision.moved(session);
        }
        var key = Session.roleIn(event.role(), seat.team());
        var unit = List.of(Unit.of(event.member()));
        if (unit.equals(session.roles().get(key))) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session.named(key, unit));
        if (session.phase() == Session.Phase.RUNNING) {
            Leading.passOnInTeam(transition, event.member(), event.role(), event.at());
        } else {
            WorkBefore.askNewcomers(transition, event.at());
        }
        return transition.accepted();
    }
}
