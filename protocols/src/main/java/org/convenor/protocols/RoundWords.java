package org.convenor.protocols;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads how often something is repeated.
final class RoundWords {
    /// More rounds are a mistake, or a very long day.
    private static final int MOST = 20;

    private static final Pattern ROUNDS =
            Pattern.compile("(\\d{1,6}|one|two|three|four|five|six) (?:rounds?|times?)|once|twice");
    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six");
    private static final List<String> WORDS =
            List.of(
                    "3 rounds",
                    "for each person",
                    "for each team",
                    "for each group",
                    "until there are no objections");

    private RoundWords() {}

    static int read(String words) throws Misread {
        String small = Section.small(words);
        Matcher rounds = ROUNDS.matcher(small);
        if (!rounds.matches()) {
            throw new Misread(
                    "does not tell me how often. Write %s.%s"
                            .formatted(
                                    Wording.anyOf(WORDS.stream().map(Wording::quoted).toList()),
                                    Nearest.hint(small, WORDS)));
        }
        return checked(number(small, rounds));
    }

    static int most(String words) throws Misread {
        String small = Section.small(words);
        Matcher rounds = ROUNDS.matcher(small);
        if (!rounds.matches()) {
            throw new Misread("is no number of rounds. Write for example “at most: 3 rounds”.");
        }
        return checked(number(small, rounds));
    }

    private static int number(String small, Matcher rounds) {
        String word = rounds.group(1);
        if (word == null) {
            return small.equals("once") ? 1 : 2;
        }
        int index = NUMBERS.indexOf(word);
        return index < 0 ? Integer.parseInt(word) : index + 1;
    }

    private static int checked(int number) throws Misread {
        if (number < 1 || number > MOST) {
            throw new Misread(
                    "is not possible. Write a number from 1 to %d, for example “3 rounds”."
                            .formatted(MOST));
        }
        return number;
    }
}
