package org.convenor.session;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Names;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.protocol.Window;
import org.convenor.testing.Protocols;
import org.jspecify.annotations.Nullable;

/// Protocols that a careless author might write: any kind of step with any attributes.
final class AnyProtocol {
    private static final List<Who> WHO =
            List.of(
                    Who.EVERYONE,
                    Who.EACH_TEAM,
                    Who.role("presenter"),
                    Who.role("friends"),
                    Who.role("facilitator"),
                    new Who(Who.Scope.EVERYONE, null, "presenter", null),
                    new Who(Who.Scope.EVERYONE, null, null, "facilitator"));

    private static final List<Until> UNTIL =
            List.of(
                    Until.USUAL,
                    Until.TIME,
                    new Until(false, null, true, false),
                    new Until(true, null, true, false),
                    new Until(false, 2, false, true),
                    new Until(true, 1, true, true));

    private final Random random;

    private AnyProtocol(Random random) {
        this.random = random;
    }

    static Protocol of(Random random) {
        var any = new AnyProtocol(random);
        var steps = new Step[1 + random.nextInt(6)];
        for (int index = 0; index < steps.length; index++) {
            steps[index] = any.step("S" + index);
        }
        return Protocols.of(steps);
    }

    private Step step(String title) {
        var heading = new Heading(title, title, null, timing());
        var show = random.nextBoolean() ? new Show("saved", null, false) : null;
        return switch (random.nextInt(9)) {
            case 0 -> new Step.Say(heading);
            case 1 -> new Step.Quiet(heading, show);
            case 2 -> new Step.Display(heading, new Show("saved", null, false));
            case 3 -> new Step.Keep(heading, List.of("saved"), Becomes.NOTE);
            case 4 -> new Step.Turn(heading, one(WHO), role(), show, one(UNTIL), role());
            case 5 ->
                    new Step.Talk(
                            heading, one(WHO), role(), show, beside(title), one(UNTIL), role());
            case 6 -> round(heading, show);
            default -> ask(heading, random.nextInt(4) == 0);
        };
    }

    private Step round(Heading heading, @Nullable Show show) {
        var each = random.nextBoolean() ? Duration.ofSeconds(30L + random.nextInt(120)) : null;
        return new Step.Round(
                heading,
                one(WHO),
                role(),
                show,
                each,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean() ? Reveal.TOGETHER : Reveal.AS_THEY_ARRIVE,
                beside(heading.title()),
                one(UNTIL),
                role());
    }

    private Step.@Nullable Ask beside(String title) {
        return random.nextInt(3) == 0
                ? ask(new Heading(title + " beside", title, null, timing()), false)
                : null;
    }

    private Step.Ask ask(Heading heading, boolean before) {
        var text = new Answer.Field("one", new Answer.Kind.Text());
        var other = new Answer.Field("two", new Answer.Kind.ShortText());
        return new Step.Ask(
                heading,
                one(WHO),
                new Answer(random.nextBoolean() ? List.of(text) : List.of(text, other)),
                null,
                random.nextInt(4) > 0 ? "saved" : null,
                one(List.of(Reveal.values())),
                one(List.of(Names.values())),
                one(UNTIL),
                before,
                random.nextBoolean());
    }

    private Timing timing() {
        var live = random.nextInt(5) == 0 ? null : Duration.ofSeconds(10L + random.nextInt(900));
        var async =
                switch (random.nextInt(5)) {
                    case 0 -> null;
                    case 1 -> Window.ofHours(Duration.ofHours(1L + random.nextInt(20)));
                    default -> Window.ofDays(1 + random.nextInt(3));
                };
        return new Timing(live, async);
    }

    private @Nullable String role() {
        return random.nextBoolean() ? null : one(List.of("presenter", "friends", "facilitator"));
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
