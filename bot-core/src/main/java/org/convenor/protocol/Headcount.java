package org.convenor.protocol;

import org.jspecify.annotations.Nullable;

/// How many people and district teams are together, as far as a protocol tells before anybody is
/// there. [#UNBOUNDED] where it sets no upper bound.
///
/// @param least fewest people
/// @param most most people
/// @param leastTeams fewest teams
/// @param mostTeams most teams
/// @param leastEach fewest people in each team
/// @param mostEach most people in each team
public record Headcount(
        int least, int most, int leastTeams, int mostTeams, int leastEach, int mostEach) {
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /// Everybody that a protocol is made for.
    public static Headcount of(PeopleRange people) {
        int leastTeams = orElse(people.leastTeams(), 1);
        int leastEach = orElse(people.leastEach(), 1);
        int mostEach = orElse(people.mostEach(), UNBOUNDED);
        int mostTeams = orElse(people.mostTeams(), UNBOUNDED);
        int least = orElse(people.least(), product(leastTeams, leastEach));
        int most = orElse(people.most(), product(mostTeams, mostEach));
        return new Headcount(
                least, most, leastTeams, Math.min(mostTeams, most), leastEach, mostEach);
    }

    /// Those in one of the groups they are split into. Groups of all again are as many as there are
    /// here.
    public Headcount inGroup(Grouping grouping, Grouping.Odd odd) {
        int size = grouping.size();
        return switch (grouping.kind()) {
            case EVERYONE -> this;
            case HOME_TEAMS -> teams(1, 1);
            case PEOPLE -> {
                GroupSizes people = GroupSizes.of(least, most, size, odd);
                yield people(people.least(), people.most());
            }
            case TEAMS -> {
                GroupSizes teams = GroupSizes.of(leastTeams, mostTeams, size, odd);
                yield teams(teams.least(), teams.most());
            }
            case JOINED_GROUPS -> {
                GroupSizes joined = GroupSizes.of(size, UNBOUNDED, size, odd);
                yield new Headcount(
                        product(least, joined.least()),
                        product(most, joined.most()),
                        product(leastTeams, joined.least()),
                        product(mostTeams, joined.most()),
                        leastEach,
                        mostEach);
            }
        };
    }

    private Headcount people(int from, int to) {
        return new Headcount(from, to, 1, Math.min(mostTeams, to), 1, Math.min(mostEach, to));
    }

    private Headcount teams(int from, int to) {
        return new Headcount(
                product(from, leastEach), product(to, mostEach), from, to, leastEach, mostEach);
    }

    private static int orElse(@Nullable Integer number, int otherwise) {
        return number == null ? otherwise : number;
    }

    private static int product(int one, int other) {
        return (int) Math.min(UNBOUNDED, (long) one * other);
    }
}
