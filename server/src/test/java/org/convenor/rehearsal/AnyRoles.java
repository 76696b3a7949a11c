package org.convenor.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The roles of an invented protocol.
final class AnyRoles {
    private final Random random;
    private final boolean hasPresenter;
    private final boolean hasFriends;
    private final boolean hasSpeaker;
    private final boolean severalPresenters;

    AnyRoles(Random random, boolean hasTeams) {
        this.random = random;
        this.hasPresenter = random.nextInt(3) > 0;
        this.hasFriends = hasPresenter && random.nextBoolean();
        this.hasSpeaker = hasTeams && random.nextBoolean();
        this.severalPresenters = random.nextInt(4) == 0;
    }

    String lines() {
        var lines = new StringBuilder();
        if (hasPresenter) {
            lines.append(
                    severalPresenters
                            ? "  presenter: 1 to 2 people\n"
                            : random.nextBoolean()
                                    ? "  presenter: 1 person\n"
                                    : "  presenter: 1 person or team\n");
        }
        if (hasFriends) {
            lines.append("  friends: everyone else\n");
        }
        if (hasSpeaker) {
            lines.append("  speaker: one person in each team\n");
        }
        return lines.isEmpty() ? "" : "roles:\n" + lines;
    }

    boolean isNamed() {
        return hasPresenter;
    }

    boolean hasOthers() {
        return hasFriends;
    }

    String swapped() {
        return "presenter and friends";
    }

    /// One of the roles, or whoever starts.
    String any() {
        var roles = new ArrayList<>(List.of("facilitator"));
        if (hasPresenter) {
            roles.add("presenter");
            roles.add("presenter");
        }
        if (hasFriends) {
            roles.add("friends");
        }
        if (hasSpeaker) {
            roles.add("speaker");
        }
        return roles.get(random.nextInt(roles.size()));
    }
}
