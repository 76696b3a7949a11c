package org.convenor.rehearsal;

import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// How many people come, and from how many districts.
///
/// @param people the facilitator among them
public record Turnout(int people, int teams) {
    private static final int USUAL_PEOPLE = 6;
    private static final int USUAL_TEAMS = 3;
    private static final int MOST_USUAL = 12;

    /// What suits a protocol best where nobody says otherwise. It may not fit what somebody says.
    ///
    /// @param people null if nobody says
    /// @param teams null if nobody says
    public static Turnout of(Protocol protocol, @Nullable Integer people, @Nullable Integer teams) {
        var range = protocol.people();
        int count = people == null ? usualPeople(range, teams, twoGroups(protocol)) : people;
        return new Turnout(count, teams == null ? usualTeams(range, count) : teams);
    }

    public static Turnout usual(Protocol protocol) {
        return of(protocol, null, null);
    }

    /// Enough for two of the largest groups: one alone has nobody to tell.
    private static int twoGroups(Protocol protocol) {
        int size = 1;
        int largest = 1;
        for (var step : protocol.steps()) {
            if (step instanceof Step.Group group) {
                size =
                        switch (group.grouping().kind()) {
                            case PEOPLE -> group.grouping().size();
                            case JOINED_GROUPS -> size * group.grouping().size();
                            case TEAMS, HOME_TEAMS, EVERYONE -> 1;
                        };
                largest = Math.max(largest, size);
            }
        }
        return Math.min(2 * largest, MOST_USUAL);
    }

    private static int usualPeople(PeopleRange range, @Nullable Integer teams, int suits) {
        int some = teams == null ? orOne(range.leastTeams()) : teams;
        int most = range.mostTeams() == null ? some : range.mostTeams();
        int least = Math.max(orOne(range.least()), some * orOne(range.leastEach()));
        long fit = range.mostEach() == null ? Integer.MAX_VALUE : (long) most * range.mostEach();
        long bound = range.most() == null ? fit : Math.min(fit, range.most());
        return (int) Math.min(Math.max(Math.max(USUAL_PEOPLE, suits), least), Math.max(1, bound));
    }

    private static int usualTeams(PeopleRange range, int people) {
        int fit = Math.max(1, people / orOne(range.leastEach()));
        int most = range.mostTeams() == null ? fit : Math.min(fit, range.mostTeams());
        int least = range.mostEach() == null ? 1 : Math.ceilDiv(people, range.mostEach());
        return Math.max(Math.max(least, orOne(range.leastTeams())), Math.min(USUAL_TEAMS, most));
    }

    private static int orOne(@Nullable Integer number) {
        return number == null ? 1 : Math.max(1, number);
    }

    /// @throws ProblemException if the protocol is made for others
    void demandFits(Protocol protocol) {
        var range = protocol.people();
        demand(
                isWithin(people, range.least(), range.most()),
                "“%s” is made for %s people, not for %d."
                        .formatted(protocol.name(), span(range.least(), range.most()), people),
                "Some roles or steps would have nobody to do them.",
                "Choose another number with --people.");
        demand(
                teams >= 1 && teams <= people,
                "%d people cannot come from %d districts.".formatted(people, teams),
                "Every district needs at least one person.",
                "Choose another number with --teams.");
        demand(
                isWithin(teams, range.leastTeams(), range.mostTeams()),
                "“%s” is made for %s teams, not for %d."
                        .formatted(
                                protocol.name(),
                                span(range.leastTeams(), range.mostTeams()),
                                teams),
                "Teams could not meet as the protocol means it.",
                "Choose another number with --teams, and enough people with --people.");
        demand(
                isWithin(people / teams, range.leastEach(), null)
                        && isWithin(Math.ceilDiv(people, teams), null, range.mostEach()),
                "“%s” is made for teams of %s, and %d people from %d districts are others."
                        .formatted(
                                protocol.name(),
                                span(range.leastEach(), range.mostEach()),
                                people,
                                teams),
                "Some roles in a team would have nobody, or teams would be too large to talk.",
                "Choose other numbers with --people and --teams.");
    }

    private static void demand(boolean holds, String what, String meaning, String remedy) {
        if (!holds) {
            throw new ProblemException(new Problem(what, meaning, remedy));
        }
    }

    private static boolean isWithin(int number, @Nullable Integer least, @Nullable Integer most) {
        return (least == null || number >= least) && (most == null || number <= most);
    }

    private static String span(@Nullable Integer least, @Nullable Integer most) {
        if (most == null) {
            return least + " or more";
        }
        return least == null ? "up to " + most : least + " to " + most;
    }
}
