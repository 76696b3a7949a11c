package org.convenor.rehearsal;

import java.util.List;
import java.util.random.RandomGenerator;
import org.convenor.protocol.Choice;

/// How invented people vote: most of them agree, and more so when the wording was improved.
final class Votes {
    private Votes() {}

    /// @param options what can be chosen; may be empty
    /// @param earlier how often this person voted on it before
    /// @return one of them, or empty if there is none
    static String of(List<String> options, int earlier, RandomGenerator random) {
        if (options.isEmpty()) {
            return "";
        }
        double all = options.stream().mapToDouble(option -> weight(option, earlier)).sum();
        double drawn = random.nextDouble(all);
        for (var option : options) {
            drawn -= weight(option, earlier);
            if (drawn < 0) {
                return option;
            }
        }
        return options.getLast();
    }

    private static double weight(String option, int earlier) {
        return switch (option) {
            case Choice.CONSENT -> 8 + earlier * 6;
            case Choice.CONCERN, "1" -> 2;
            case Choice.OBJECTION, "0" -> 1;
            case "3", "5" -> 5 + earlier * 3;
            case "4" -> 8 + earlier * 3;
            default -> 3;
        };
    }
}
