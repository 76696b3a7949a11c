package org.convenor.protocols;

import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Role;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// How many people a step can speak of, as far as the file tells.
final class Crowd {
    private final Header header;

    Crowd(Header header) {
        this.header = header;
    }

    /// The fewest, at least 1.
    int least(Who who) {
        PeopleRange people = header.people();
        Integer all =
                people.least() != null
                        ? people.least()
                        : product(people.leastTeams(), people.leastEach());
        return Math.max(
                1,
                count(
                        who,
                        all == null ? 1 : all,
                        people.leastTeams() == null ? 1 : people.leastTeams()));
    }

    /// The most, or null where the file sets no bound.
    @Nullable Integer most(Who who) {
        PeopleRange people = header.people();
        Integer all =
                people.most() != null
                        ? people.most()
                        : product(people.mostTeams(), people.mostEach());
        int count =
                count(
                        who,
                        all == null ? -1 : all,
                        people.mostTeams() == null ? -1 : people.mostTeams());
        return count < 1 ? null : (Integer) count;
    }

    private static @Nullable Integer product(@Nullable Integer teams, @Nullable Integer each) {
        return teams == null || each == null ? null : (Integer) (teams * each);
    }

    private int count(Who who, int all, int teams) {
        Role role = who.role() == null ? null : header.role(who.role());
        if (role == null) {
            return who.scope() == Who.Scope.EACH_TEAM ? teams : all;
        }
        return switch (role.holder()) {
            case EVERYONE -> all;
            case EVERYONE_ELSE -> all - named();
            case STARTER, BOT, NAMED_PERSON, NAMED_PERSON_OR_TEAM, NAMED_PEOPLE, ONE_IN_EACH_TEAM ->
                    1;
        };
    }

    private int named() {
        return (int)
                header.roles().stream()
                        .filter(role ->
                                switch (role.holder()) {
                                    case STARTER,
                                            NAMED_PERSON,
                                            NAMED_PERSON_OR_TEAM,
                                            NAMED_PEOPLE ->
                                            true;
                                    case BOT, EVERYONE, EVERYONE_ELSE, ONE_IN_EACH_TEAM -> false;
                                })
                        .count();
    }
}
