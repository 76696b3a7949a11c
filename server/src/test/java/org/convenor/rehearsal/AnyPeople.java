package org.convenor.rehearsal;

import java.util.Random;

/// For how many an invented protocol is made.
final class AnyPeople {
    private AnyPeople() {}

    static String lines(Random random, boolean hasTeams) {
        if (hasTeams) {
            int teams = 2 + random.nextInt(3);
            int each = 1 + random.nextInt(3);
            return "people:\n  teams: %d to %d\n  each team: %d to %d\n"
                    .formatted(
                            teams, teams + random.nextInt(3), each, each + 1 + random.nextInt(3));
        }
        int least = 2 + random.nextInt(7);
        return "people:\n  size: "
                + switch (random.nextInt(3)) {
                    case 0 -> least + " or more\n";
                    case 1 -> least + " to " + (least + random.nextInt(6)) + "\n";
                    default -> "5 to 12\n";
                };
    }
}
