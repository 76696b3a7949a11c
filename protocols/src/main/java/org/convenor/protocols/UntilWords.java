package org.convenor.protocols;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Until;

/// Reads what ends a step: `everyone has answered, or time is up`.
final class UntilWords {
    private static final Pattern OR = Pattern.compile("\\s*,?\\s*\\bor\\b\\s*|\\s*,\\s*");
    private static final Pattern COUNT =
            Pattern.compile("(\\d{1,4}) (?:people )?(?:have |has )?(?:answered|answers?)");
    private static final List<String> WORDS =
            List.of(
                    "time is up",
                    "everyone has answered",
                    "everyone has spoken",
                    "facilitator says next",
                    "3 answered");

    private UntilWords() {}

    static Until read(String words) throws Misread {
        boolean everyone = false;
        boolean facilitator = false;
        boolean time = false;
        Integer answers = null;
        for (String part : OR.split(Section.small(words), -1)) {
            Matcher count = COUNT.matcher(part);
            switch (part) {
                case "" -> {}
                case "time is up" -> time = true;
                case "everyone has answered",
                        "everyone has spoken",
                        "everyone answered",
                        "all have answered",
                        "everybody has answered" ->
                        everyone = true;
                case "facilitator says next", "the facilitator says next" -> facilitator = true;
                default -> {
                    if (!count.matches() || Integer.parseInt(count.group(1)) == 0) {
                        throw unknown(part);
                    }
                    answers = Integer.valueOf(count.group(1));
                }
            }
        }
        if (!everyone && !facilitator && !time && answers == null) {
            throw unknown("");
        }
        return new Until(everyone, answers, facilitator, time);
    }

    private static Misread unknown(String part) {
        return new Misread(
                "is nothing I can wait for. Write “time is up”, “everyone has answered”, “3 answered” or “facilitator says"
                        + " next”, and join them with “or”.%s"
                                .formatted(Nearest.hint(part, WORDS)));
    }
}
