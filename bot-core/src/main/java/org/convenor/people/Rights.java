package org.convenor.people;

import static org.convenor.people.Role.CO_FACILITATOR;
import static org.convenor.people.Role.FACILITATOR;
import static org.convenor.people.Role.GUEST;
import static org.convenor.people.Role.HUB;
import static org.convenor.people.Role.MEMBER;
import static org.convenor.people.Role.OBSERVER;
import static org.convenor.people.Role.OPERATOR;
import static org.convenor.people.Role.PRESENTER;

import java.util.EnumSet;
import java.util.Set;

/// Who may do what: the one table, the same on every platform.
public final class Rights {
    private Rights() {}

    /// The roles that have a right.
    public static Set<Role> rolesWith(Right right) {
        return switch (right) {
            case OPERATE -> EnumSet.of(OPERATOR);
            case MAKE_ROOM, INVITE, START_SESSION, PUBLISH_PROTOCOL ->
                    EnumSet.of(OPERATOR, HUB, FACILITATOR);
            case CONTROL_SESSION -> EnumSet.of(FACILITATOR, CO_FACILITATOR);
            // Nobody has to go on being talked about.
            case STOP_SESSION -> EnumSet.of(FACILITATOR, CO_FACILITATOR, PRESENTER);
            case TAKE_OVER -> EnumSet.of(OPERATOR, HUB, FACILITATOR, CO_FACILITATOR);
            case TAKE_PART -> EnumSet.of(OPERATOR, HUB, FACILITATOR, CO_FACILITATOR, MEMBER, GUEST);
            case EXPORT_SESSION -> EnumSet.of(OPERATOR, HUB, FACILITATOR, CO_FACILITATOR, MEMBER);
            case SEE_BOARD ->
                    EnumSet.of(OPERATOR, HUB, FACILITATOR, CO_FACILITATOR, MEMBER, GUEST, OBSERVER);
        };
    }

    /// Whether any of the roles somebody has here gives the right.
    public static boolean allow(Set<Role> roles, Right right) {
        return rolesWith(right).stream().anyMatch(roles::contains);
    }
}
