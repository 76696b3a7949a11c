package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import org.convenor.protocol.Grouping;
import org.convenor.protocol.Role;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// A turn belongs to one person, or to one team as one.
final class TurnRule {
    private final Header header;
    private final Section step;
    private final Place place;

    TurnRule(Header header, Section step, Place place) {
        this.header = header;
        this.step = step;
        this.place = place;
    }

    void check(Who speaker) {
        switch (speaker.scope()) {
            case PRESENTING, ROLE_OF_PRESENTING -> {}
            case ROLE -> role(header.role(String.valueOf(speaker.role())));
            case EVERYONE, EACH_TEAM, EACH_GROUP, OTHERS, EVERYONE_ELSE, OBJECTORS -> forMany();
        }
    }

    private void role(@Nullable Role role) {
        if (role == null) {
            return;
        }
        switch (role.holder()) {
            case NAMED_PEOPLE, EVERYONE, EVERYONE_ELSE -> forMany();
            case ONE_IN_EACH_TEAM -> {
                if (!inHomeTeams()) {
                    step.error(
                            "who",
                            "Every team has one %s, and a turn is for one person. Write “%s of the presenting team” inside “repeat: for each team”, or use “round”."
                                    .formatted(quoted(role.name()), role.name()));
                }
            }
            case STARTER, BOT, NAMED_PERSON, NAMED_PERSON_OR_TEAM -> {}
        }
    }

    private boolean inHomeTeams() {
        if (!place.inGroups()) {
            return false;
        }
        Step.Group group = place.splits().getLast().group();
        return group == null || group.grouping().kind() == Grouping.Kind.HOME_TEAMS;
    }

    private void forMany() {
        step.error(
                "who",
                "A turn is for one person or one team. For one after the other use “round”.");
    }
}
