package org.convenor.protocols;

import org.convenor.protocol.Headcount;
import org.convenor.protocol.Role;
import org.convenor.protocol.Times;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// How many people, or teams that act as one, a step can speak of, as far as the file tells.
final class Crowd {
    private final Header header;

    Crowd(Header header) {
        this.header = header;
    }

    /// The fewest, at least 1.
    int least(Who who, Place place) {
        Headcount count = place.count(header.people());
        return Math.max(1, count(who, place, count.least(), count.leastTeams()));
    }

    /// The most, or null where the file sets no bound.
    @Nullable Integer most(Who who, Place place) {
        Headcount count = place.count(header.people());
        int most = count(who, place, count.most(), count.mostTeams());
        return most < 1 || most > Headcount.UNBOUNDED / 2 ? null : (Integer) most;
    }

    /// Zero where it cannot be told.
    private int count(Who who, Place place, int people, int teams) {
        return switch (who.scope()) {
            case EVERYONE -> people;
            case ROLE -> ofRole(String.valueOf(who.role()), people, teams);
            case EACH_TEAM -> teams;
            case EACH_GROUP -> place.inGroups() ? 1 : 0;
            case PRESENTING, ROLE_OF_PRESENTING -> 1;
            case OTHERS -> place.turnOf() == Times.Kind.TEAM ? teams - 1 : people - 1;
            case EVERYONE_ELSE, OBJECTORS -> 0;
        };
    }

    private int ofRole(String name, int people, int teams) {
        Role role = header.role(name);
        if (role == null) {
            return people;
        }
        return switch (role.holder()) {
            case EVERYONE -> people;
            case EVERYONE_ELSE -> people - named();
            case NAMED_PEOPLE -> role.most() == null ? 1 : role.most();
            case ONE_IN_EACH_TEAM -> teams;
            case STARTER, BOT, NAMED_PERSON, NAMED_PERSON_OR_TEAM -> 1;
        };
    }

    /// How many people have a role that somebody is named for, or start the protocol.
    int named() {
        return header.roles().stream().mapToInt(Crowd::named).sum();
    }

    private static int named(Role role) {
        return switch (role.holder()) {
            case STARTER, NAMED_PERSON, NAMED_PERSON_OR_TEAM -> 1;
            case NAMED_PEOPLE -> role.most() == null ? 1 : role.most();
            case BOT, EVERYONE, EVERYONE_ELSE, ONE_IN_EACH_TEAM -> 0;
        };
    }
}
