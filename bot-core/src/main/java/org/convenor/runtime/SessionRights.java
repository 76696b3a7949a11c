package org.convenor.runtime;

import java.util.EnumSet;
import java.util.Set;
import org.convenor.chat.MemberId;
import org.convenor.people.Right;
import org.convenor.people.Rights;
import org.convenor.people.Role;
import org.convenor.session.Circle;
import org.convenor.session.Session;

/// What somebody may do in one session: their part in it joined with their standing in the network.
final class SessionRights {
    private SessionRights() {}

    /// @param standing roles in the network
    static Set<Role> roles(Session session, MemberId member, Set<Role> standing) {
        var roles = EnumSet.noneOf(Role.class);
        if (member.equals(session.facilitator())) {
            roles.add(Role.FACILITATOR);
        }
        if (session.coFacilitators().contains(member)) {
            roles.add(Role.CO_FACILITATOR);
        }
        if (Circle.holds(session, member, Circle.PRESENTER)) {
            roles.add(Role.PRESENTER);
        }
        for (var role : standing) {
            // A facilitator of other sessions may take this one over, but does not lead it.
            roles.add(role == Role.FACILITATOR ? Role.HUB : role);
        }
        roles.add(session.isHere(member) ? Role.MEMBER : Role.OBSERVER);
        return roles;
    }

    static Set<Right> of(Session session, MemberId member, Set<Role> standing) {
        var roles = roles(session, member, standing);
        var rights = EnumSet.noneOf(Right.class);
        for (var right : Right.values()) {
            if (Rights.allow(roles, right)) {
                rights.add(right);
            }
        }
        return rights;
    }
}
