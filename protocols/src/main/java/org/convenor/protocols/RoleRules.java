package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.List;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Role;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Whether somebody is left for every role that acts.
final class RoleRules {
    private final Header header;
    private final List<StepDraft> drafts;
    private final Crowd crowd;

    RoleRules(Header header, List<StepDraft> drafts, Crowd crowd) {
        this.header = header;
        this.drafts = drafts;
        this.crowd = crowd;
    }

    void check() {
        for (Role role : header.roles()) {
            String fault = fault(role);
            if (fault != null) {
                drafts.stream()
                        .filter(draft -> names(draft.step().who(), role))
                        .findFirst()
                        .ifPresent(draft -> draft.section().warning("who", fault));
            }
        }
    }

    private static boolean names(@Nullable Who who, Role role) {
        return who != null && role.name().equals(who.role());
    }

    private @Nullable String fault(Role role) {
        PeopleRange people = header.people();
        if (role.holder() == Role.Holder.EVERYONE_ELSE
                && people.least() != null
                && people.least() <= crowd.named()) {
            return "With %s nobody may be left for the role %s. Ask for more under “people:”."
                    .formatted(Wording.people(people.least()), quoted(role.name()));
        }
        if (role.holder() == Role.Holder.ONE_IN_EACH_TEAM
                && people.leastEach() != null
                && people.leastEach() < inEachTeam()) {
            return "A team of %s has %d such roles, so somebody would have two of them. Ask for more under “each team:”."
                    .formatted(Wording.people(people.leastEach()), inEachTeam());
        }
        return null;
    }

    private long inEachTeam() {
        return header.roles().stream()
                .filter(role -> role.holder() == Role.Holder.ONE_IN_EACH_TEAM)
                .count();
    }
}
