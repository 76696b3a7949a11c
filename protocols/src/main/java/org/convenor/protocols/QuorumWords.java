package org.convenor.protocols;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Quorum;

/// Reads how many must take part for a decision to count.
final class QuorumWords {
    /// Two of three, and so on up to fifty people; 67 would ask all three of three.
    private static final int TWO_THIRDS = 66;

    private static final Pattern COUNT =
            Pattern.compile("(\\d{1,4})(?: (?:people|persons|votes))?");

    private QuorumWords() {}

    static Quorum read(String words) throws Misread {
        String small = Section.small(words).replaceFirst("^at least ", "");
        return switch (small) {
            case "everyone", "everybody", "all" -> Quorum.EVERYONE;
            case "anybody", "anyone" -> Quorum.ANYBODY;
            case "half" -> percent(50);
            case "two thirds", "two-thirds" -> percent(TWO_THIRDS);
            case "three quarters", "three-quarters" -> percent(75);
            default -> count(small);
        };
    }

    private static Quorum percent(int percent) {
        return new Quorum(null, percent);
    }

    private static Quorum count(String small) throws Misread {
        Matcher count = COUNT.matcher(small);
        if (!count.matches() || Integer.parseInt(count.group(1)) == 0) {
            throw new Misread(
                    "does not tell me how many must take part. Write “everyone”, “half”, “two thirds”, “three quarters” or “5"
                            + " people”.");
        }
        return new Quorum(Integer.valueOf(count.group(1)), null);
    }
}
