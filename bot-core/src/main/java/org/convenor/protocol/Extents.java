package org.convenor.protocol;

import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Adds up what the steps of a protocol take: on the shortest way through them, or the longest.
final class Extents {
    /// Where a protocol sets no bound, a gathering has at most about so many.
    private static final int MANY = 30;

    private final List<Step> steps;
    private final boolean longest;
    private final BinaryOperator<Extent> better;

    /// How many groups there were last; for `repeat: for each group`.
    private int groups = 1;

    private Extents(List<Step> steps, boolean longest) {
        this.steps = steps;
        this.longest = longest;
        this.better = longest ? Extent::or : Extent::orLess;
    }

    static Extent shortest(Protocol protocol) {
        return of(protocol, false);
    }

    static Extent longest(Protocol protocol) {
        return of(protocol, true);
    }

    private static Extent of(Protocol protocol, boolean longest) {
        Extents extents = new Extents(protocol.steps(), longest);
        Ways ways = extents.block(0, protocol.steps().size(), Headcount.of(protocol.people()));
        Extent either = extents.either(ways.on(), ways.over());
        return either == null ? Extent.NOTHING : either;
    }

    /// @param on what the way takes that leads on, or null if none does
    /// @param over what the way takes that ends at a `stop`, or null if there is none
    private record Ways(@Nullable Extent on, @Nullable Extent over) {}

    private @Nullable Extent either(@Nullable Extent one, @Nullable Extent other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return better.apply(one, other);
    }

    private Ways block(int from, int to, Headcount all) {
        Extent on = Extent.NOTHING;
        Extent over = null;
        Headcount together = all;
        for (int at = from; at < to; at += Blocks.size(steps.get(at))) {
            if (steps.get(at) instanceof Step.Group group) {
                Headcount before =
                        group.grouping().kind() == Grouping.Kind.JOINED_GROUPS ? together : all;
                together = before.inGroup(group.grouping(), group.odd());
                count(group.grouping(), all);
            }
            Ways step = step(at, together);
            over = either(over, step.over() == null ? null : on.plus(step.over()));
            if (step.on() == null) {
                return new Ways(null, over);
            }
            on = on.plus(step.on());
        }
        return new Ways(on, over);
    }

    private Ways step(int at, Headcount together) {
        Step step = steps.get(at);
        return switch (step) {
            case Step.Stop _ -> new Ways(null, Extent.NOTHING);
            case Step.When _ -> {
                Ways body = body(at, together);
                yield new Ways(either(Extent.NOTHING, body.on()), body.over());
            }
            case Step.Repeat repeat -> repeat(at, repeat, together);
            case Step.Say _,
                    Step.Ask _,
                    Step.Display _,
                    Step.Turn _,
                    Step.Talk _,
                    Step.Quiet _,
                    Step.Round _,
                    Step.Keep _,
                    Step.Group _,
                    Step.Swap _,
                    Step.Decide _,
                    Step.Deal _,
                    Step.Sort _ ->
                    new Ways(Extent.of(step), null);
        };
    }

    private Ways body(int at, Headcount together) {
        Blocks.Block body = Blocks.body(steps, at);
        return block(body.from(), body.to(), together);
    }

    private Ways repeat(int at, Step.Repeat repeat, Headcount together) {
        return switch (repeat.times()) {
            case Times.Rounds rounds -> times(body(at, together), rounds.number());
            case Times.ForEach each -> times(body(at, together), number(each.kind(), together));
            case Times.UntilTrue until -> until(at, repeat, until.most(), together);
        };
    }

    /// A number of passes, each of which may end the session.
    private Ways times(Ways body, int number) {
        Extent on = body.on();
        Extent over = body.over();
        if (on == null) {
            return body;
        }
        return new Ways(
                on.times(number),
                over == null || !longest ? over : on.times(number - 1).plus(over));
    }

    private Ways until(int at, Step.Repeat repeat, int most, Headcount together) {
        Ways body = body(at, together);
        Ways passes = times(body, longest ? most : 1);
        int from = at + 1 + repeat.body();
        Ways open = block(from, from + repeat.ifStillOpen(), together);
        if (body.on() == null) {
            return body;
        }
        Extent all = body.on().times(most);
        return new Ways(
                either(passes.on(), open.on() == null ? null : all.plus(open.on())),
                either(passes.over(), open.over() == null ? null : all.plus(open.over())));
    }

    private int number(Times.Kind kind, Headcount together) {
        return switch (kind) {
            case PERSON -> longest ? most(together.least(), together.most()) : together.least();
            case TEAM ->
                    longest
                            ? most(together.leastTeams(), together.mostTeams())
                            : together.leastTeams();
            case GROUP -> groups;
        };
    }

    /// Remembers how many groups there are now.
    private void count(Grouping grouping, Headcount all) {
        int size = Math.max(1, grouping.size());
        int people = longest ? most(all.least(), all.most()) : all.least();
        int teams = longest ? most(all.leastTeams(), all.mostTeams()) : all.leastTeams();
        groups =
                switch (grouping.kind()) {
                    case PEOPLE -> part(people, size);
                    case TEAMS -> part(teams, size);
                    case JOINED_GROUPS -> part(groups, size);
                    case HOME_TEAMS -> teams;
                    case EVERYONE -> groups;
                };
    }

    private int part(int number, int size) {
        return longest ? Math.ceilDiv(number, size) : Math.max(1, number / size);
    }

    private static int most(int least, int most) {
        return most == Headcount.UNBOUNDED ? Math.max(MANY, least) : most;
    }
}
