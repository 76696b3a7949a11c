package org.convenor.testing;

import java.util.Set;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;

/// Steps that split people and bring them together. They take no time of their own unless they are
/// given one.
public final class Groupings {
    private Groupings() {}

    public static Step.Group pairs(String title) {
        return groupsOf(2, title);
    }

    public static Step.Group groupsOf(int people, String title) {
        return group(title, new Grouping(Grouping.Kind.PEOPLE, people));
    }

    public static Step.Group twoTeams(String title) {
        return group(title, new Grouping(Grouping.Kind.TEAMS, 2));
    }

    public static Step.Group homeTeams(String title) {
        return group(title, Grouping.HOME_TEAMS);
    }

    public static Step.Group joinTwo(String title) {
        return group(title, new Grouping(Grouping.Kind.JOINED_GROUPS, 2));
    }

    public static Step.Group everyone(String title) {
        return group(title, Grouping.EVERYONE);
    }

    private static Step.Group group(String title, Grouping grouping) {
        return new Step.Group(
                Steps.heading(title, Timing.NONE),
                grouping,
                Grouping.Odd.BALANCED,
                Grouping.Late.SMALLEST_GROUP,
                Set.of(),
                null);
    }

    public static Step.Group timed(Step.Group group, Timing timing) {
        return new Step.Group(
                Steps.heading(group.title(), timing),
                group.grouping(),
                group.odd(),
                group.late(),
                group.avoid(),
                group.match());
    }

    public static Step.Group ifOdd(Step.Group group, Grouping.Odd odd) {
        return new Step.Group(
                group.heading(), group.grouping(), odd, group.late(), group.avoid(), group.match());
    }

    public static Step.Group ifLate(Step.Group group, Grouping.Late late) {
        return new Step.Group(
                group.heading(), group.grouping(), group.odd(), late, group.avoid(), group.match());
    }

    public static Step.Swap swap(String title, String role, String with) {
        return new Step.Swap(Steps.heading(title, Timing.NONE), role, with);
    }

    public static Step.Stop stop(String title) {
        return new Step.Stop(Steps.heading(title, Timing.NONE));
    }
}
