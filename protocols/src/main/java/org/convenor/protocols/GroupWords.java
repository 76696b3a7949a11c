package org.convenor.protocols;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.protocol.Grouping;

/// Reads into what people are split, and what happens with those left over.
final class GroupWords {
    private static final int LARGEST = 50;

    private static final Map<String, Integer> NUMBERS =
            Map.of("two", 2, "three", 3, "four", 4, "five", 5, "six", 6);

    private static final Pattern SIZE = Pattern.compile("groups? of (\\w+)(?: people)?");
    private static final Pattern TEAMS = Pattern.compile("(\\w+) teams together");
    private static final Pattern JOIN =
            Pattern.compile("join (\\w+) (?:groups|pairs|threes|fours)");

    private static final Pattern LARGER =
            Pattern.compile(
                    "one group of (\\w+)(?: (?:people|teams|pairs|groups|threes|fours))?|(?:one |a )?larger groups?|groups of more");
    private static final Pattern SMALLER = Pattern.compile("(?:one |a )?smaller groups?");
    private static final Pattern SIT_OUT =
            Pattern.compile(
                    "(?:one|somebody|someone|one person|one team|one group|they) sits? out");

    private static final List<String> WORDS =
            List.of(
                    "pairs",
                    "threes",
                    "fours",
                    "fives",
                    "groups of 6",
                    "two teams together",
                    "join two groups",
                    "home teams",
                    "everyone",
                    "swap roles");

    private static final List<String> ODD_WORDS =
            List.of("one group of three", "smaller groups", "larger groups", "one sits out");

    private GroupWords() {}

    static Grouping read(String words) throws Misread {
        String small = Section.small(words);
        return switch (small) {
            case "pairs", "twos" -> people(2);
            case "threes", "trios" -> people(3);
            case "fours" -> people(4);
            case "fives" -> people(5);
            case "home teams", "own teams" -> Grouping.HOME_TEAMS;
            case "everyone", "all", "everybody" -> Grouping.EVERYONE;
            default -> numbered(small);
        };
    }

    private static Grouping numbered(String small) throws Misread {
        Matcher size = SIZE.matcher(small);
        Matcher teams = TEAMS.matcher(small);
        Matcher join = JOIN.matcher(small);
        if (size.matches()) {
            return people(number(size.group(1)));
        }
        if (teams.matches()) {
            return new Grouping(Grouping.Kind.TEAMS, number(teams.group(1)));
        }
        if (join.matches()) {
            return new Grouping(Grouping.Kind.JOINED_GROUPS, number(join.group(1)));
        }
        throw new Misread(
                "is no way to form groups that I know. Write %s.%s"
                        .formatted(
                                Wording.anyOf(WORDS.stream().map(Wording::quoted).toList()),
                                Nearest.hint(small, WORDS)));
    }

    private static Grouping people(int size) {
        return new Grouping(Grouping.Kind.PEOPLE, size);
    }

    private static int number(String word) throws Misread {
        Integer number = NUMBERS.get(word.toLowerCase(Locale.ROOT));
        int size = number == null && word.matches("\\d{1,4}") ? Integer.parseInt(word) : 0;
        if (number != null) {
            return number;
        }
        if (size < 2 || size > LARGEST) {
            throw new Misread(
                    "has no size I can use. Write a number from 2 to %d, for example “groups of 6”."
                            .formatted(LARGEST));
        }
        return size;
    }

    /// Reads what happens with those left over.
    static Grouping.Odd odd(String words) throws Misread {
        String small = Section.small(words);
        if (LARGER.matcher(small).matches()) {
            return Grouping.Odd.LARGER;
        }
        if (SMALLER.matcher(small).matches()) {
            return Grouping.Odd.SMALLER;
        }
        if (SIT_OUT.matcher(small).matches()) {
            return Grouping.Odd.SIT_OUT;
        }
        throw new Misread(
                "is not possible here. Write %s.%s"
                        .formatted(
                                Wording.anyOf(ODD_WORDS.stream().map(Wording::quoted).toList()),
                                Nearest.hint(small, ODD_WORDS)));
    }
}
