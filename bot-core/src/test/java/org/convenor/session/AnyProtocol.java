package org.convenor.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Condition;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Role;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.protocol.Timing;
import org.convenor.testing.Protocols;

/// Protocols that a careless author might write: any kind of step with any attributes, one inside
/// the other.
final class AnyProtocol {
    /// Roles besides those of critical friends.
    private static final List<Role> ROLES =
            List.of(
                    new Role("speaker", Role.Holder.ONE_IN_EACH_TEAM, "1 person in each team"),
                    new Role("note taker", Role.Holder.ONE_IN_EACH_TEAM, "1 person in each team"),
                    new Role("inner", Role.Holder.NAMED_PEOPLE, "up to 3 people", 3));

    private static final int DEEPEST = 3;
    private static final int MANY_STEPS = 12;

    private final Random random;
    private final AnyStep any;
    private int titles;

    private AnyProtocol(Random random) {
        this.random = random;
        any = new AnyStep(random);
    }

    static Protocol of(Random random) {
        var steps = new AnyProtocol(random).block(1, false);
        var protocol = Protocols.of(steps.toArray(Step[]::new));
        for (var role : ROLES) {
            protocol = Protocols.with(role, protocol);
        }
        return protocol;
    }

    /// @param each inside a repeat that goes from one to the next, where no other one may stand:
    ///   only the histories would get longer
    private List<Step> block(int depth, boolean each) {
        var steps = new ArrayList<Step>();
        int size = depth == 1 ? 2 + random.nextInt(4) : 1 + random.nextInt(3);
        for (int number = 0; number < size; number++) {
            steps.addAll(steps(depth, each));
        }
        return steps;
    }

    private List<Step> steps(int depth, boolean each) {
        boolean nests = depth < DEEPEST && titles < MANY_STEPS;
        return switch (random.nextInt(nests ? 18 : 13)) {
            case 0, 1 -> List.of(group());
            case 2 -> everLarger();
            case 13, 14, 15, 16 -> repeat(depth, each);
            case 17 -> when(depth, each);
            case 3 -> List.of(others());
            default -> List.of(any.step(title()));
        };
    }

    private Step others() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Step.Swap(heading(), "inner", one("friends", "presenter", "inner"));
            case 2 -> random.nextInt(3) == 0 ? new Step.Stop(heading()) : group();
            default -> new Step.Keep(heading(), List.of("saved", "voted"), Becomes.NOTE);
        };
    }

    /// Pairs, then fours, then eights.
    private List<Step> everLarger() {
        var steps = new ArrayList<Step>();
        steps.add(group(new Grouping(Grouping.Kind.PEOPLE, 2)));
        for (int times = random.nextInt(3); times >= 0; times--) {
            steps.add(any.step(title()));
            steps.add(group(new Grouping(Grouping.Kind.JOINED_GROUPS, 2)));
        }
        steps.add(any.step(title()));
        return steps;
    }

    private Step group() {
        return group(
                switch (random.nextInt(8)) {
                    case 0 -> Grouping.EVERYONE;
                    case 1, 2 -> Grouping.HOME_TEAMS;
                    case 3 -> new Grouping(Grouping.Kind.TEAMS, 2);
                    case 4 -> new Grouping(Grouping.Kind.JOINED_GROUPS, 2);
                    default -> new Grouping(Grouping.Kind.PEOPLE, 2 + random.nextInt(2));
                });
    }

    private Step group(Grouping grouping) {
        return new Step.Group(
                new Heading(title(), "", null, random.nextBoolean() ? any.timing() : Timing.NONE),
                grouping,
                any.one(List.of(Grouping.Odd.values())),
                any.one(List.of(Grouping.Late.values())),
                Set.of(),
                null);
    }

    private List<Step> repeat(int depth, boolean each) {
        var heading = heading();
        boolean forEach = !each && random.nextBoolean();
        var body = block(depth + 1, each || forEach);
        if (forEach) {
            var times = new Times.ForEach(any.one(List.of(Times.Kind.values())));
            return frame(new Step.Repeat(heading, times, body.size(), 0), body, List.of());
        }
        if (random.nextBoolean()) {
            var times = new Times.Rounds(1 + random.nextInt(3));
            return frame(new Step.Repeat(heading, times, body.size(), 0), body, List.of());
        }
        var open = random.nextBoolean() ? block(depth + 1, each) : List.<Step>of();
        var times = new Times.UntilTrue(condition(), 1 + random.nextInt(3));
        return frame(new Step.Repeat(heading, times, body.size(), open.size()), body, open);
    }

    private List<Step> when(int depth, boolean each) {
        var heading = heading();
        var body = block(depth + 1, each);
        return frame(new Step.When(heading, condition(), body.size()), body, List.of());
    }

    private static List<Step> frame(Step frame, List<Step> body, List<Step> open) {
        var steps = new ArrayList<Step>();
        steps.add(frame);
        steps.addAll(body);
        steps.addAll(open);
        return steps;
    }

    private Condition condition() {
        var test = any.one(List.of(Condition.Test.values()));
        boolean ofAnswers = test == Condition.Test.ANSWERED || test == Condition.Test.NOT_ANSWERED;
        return new Condition(test, ofAnswers ? "saved" : any.decision());
    }

    private Heading heading() {
        return new Heading(title(), "", null, Timing.NONE);
    }

    private String title() {
        return "S" + titles++;
    }

    private String one(String... from) {
        return any.one(List.of(from));
    }
}
