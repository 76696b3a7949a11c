package org.convenor.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Method;
import org.convenor.protocol.Names;
import org.convenor.protocol.Quorum;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.protocol.Window;
import org.jspecify.annotations.Nullable;

/// Single steps with any attributes.
final class AnyStep {
    private static final List<Who> WHO =
            List.of(
                    Who.EVERYONE,
                    Who.EVERYONE,
                    Who.EACH_TEAM,
                    Who.EACH_GROUP,
                    Who.PRESENTING,
                    new Who(Who.Scope.OTHERS, null, null, null),
                    new Who(Who.Scope.EVERYONE_ELSE, null, null, null),
                    Who.role("presenter"),
                    Who.role("friends"),
                    Who.role("facilitator"),
                    Who.role("speaker"),
                    Who.role("inner"),
                    Who.roleOfPresenting("note taker"),
                    new Who(Who.Scope.EVERYONE, null, "presenter", null),
                    new Who(Who.Scope.EVERYONE, null, null, "facilitator"));

    private static final List<Until> UNTIL =
            List.of(
                    Until.USUAL,
                    Until.USUAL,
                    Until.TIME,
                    new Until(false, null, true, false),
                    new Until(true, null, true, false),
                    new Until(false, 2, false, true),
                    new Until(true, 1, true, true));

    private static final Answer.Kind.Scale SCALE = new Answer.Kind.Scale(1, "low", 5, "high");

    private final Random random;
    private final List<String> decisions = new ArrayList<>();

    AnyStep(Random random) {
        this.random = random;
    }

    Step step(String title) {
        var heading = new Heading(title, title, null, timing());
        var show = random.nextBoolean() ? new Show("saved", null, false) : null;
        return switch (random.nextInt(15)) {
            case 0 -> new Step.Say(heading);
            case 1 -> new Step.Quiet(heading, show);
            case 2 -> new Step.Display(heading, new Show("saved", null, false));
            case 3, 4 -> new Step.Turn(heading, one(WHO), role(), show, one(UNTIL), role());
            case 5 ->
                    new Step.Talk(
                            heading, one(WHO), role(), show, beside(title), one(UNTIL), role());
            case 6, 7 -> round(heading, show);
            case 8, 9 -> decide(heading, show);
            case 10 -> deal(heading);
            case 11 -> sort(heading);
            default -> ask(heading, random.nextInt(6) == 0);
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
                random.nextBoolean() ? Reveal.AS_THEY_ARRIVE : one(List.of(Reveal.values())),
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
        return new Step.Ask(
                heading,
                random.nextInt(8) == 0 ? Who.objectorsTo(decision()) : one(WHO),
                new Answer(fields()),
                null,
                random.nextInt(4) > 0 ? "saved" : null,
                one(List.of(Reveal.values())),
                one(List.of(Names.values())),
                one(UNTIL),
                before,
                random.nextBoolean());
    }

    private List<Answer.Field> fields() {
        var text = new Answer.Field("one", new Answer.Kind.Text());
        return switch (random.nextInt(5)) {
            case 0 -> List.of(text, new Answer.Field("two", new Answer.Kind.ShortText()));
            case 1 -> List.of(text, new Answer.Field("who", new Answer.Kind.Person(true)));
            case 2 -> List.of(new Answer.Field("some", new Answer.Kind.Several(3)));
            default -> List.of(text);
        };
    }

    private Step decide(Heading heading, @Nullable Show show) {
        decisions.add(heading.title());
        var method = one(List.of(Method.values()));
        boolean ofCards = isFree(method) && random.nextInt(3) == 0;
        return new Step.Decide(
                heading,
                one(WHO),
                method,
                ofCards ? List.of() : choices(method),
                ofCards ? "saved" : null,
                method == Method.DOTS ? 2 : 1,
                Set.of(),
                one(List.of(Quorum.ANYBODY, Quorum.EVERYONE, new Quorum(null, 50))),
                show,
                random.nextBoolean() ? "voted" : null,
                one(List.of(Reveal.values())),
                random.nextBoolean() ? Names.SHOWN : Names.HIDDEN,
                one(UNTIL),
                random.nextBoolean());
    }

    /// Whether a decision is one among options of the file's own.
    private static boolean isFree(Method method) {
        return switch (method) {
            case DOTS, RANK, MAJORITY -> true;
            case CONSENT, FIST_TO_FIVE -> false;
        };
    }

    private static List<Choice> choices(Method method) {
        var names =
                switch (method) {
                    case CONSENT -> List.of(Choice.CONSENT, Choice.CONCERN, Choice.OBJECTION);
                    case FIST_TO_FIVE ->
                            IntStream.rangeClosed(0, 5).mapToObj(String::valueOf).toList();
                    case DOTS, RANK, MAJORITY -> List.of("left", "middle", "right");
                };
        return names.stream().map(name -> new Choice(name, name)).toList();
    }

    private Step deal(Heading heading) {
        return new Step.Deal(
                heading,
                one(WHO),
                "saved",
                1 + random.nextInt(3),
                SCALE,
                null,
                one(List.of(Reveal.values())),
                one(UNTIL));
    }

    private Step sort(Heading heading) {
        return new Step.Sort(
                heading,
                one(WHO),
                "saved",
                List.of("now", "later"),
                null,
                null,
                one(List.of(Reveal.values())),
                one(UNTIL));
    }

    /// The title of a decision of this protocol, or now and then of none.
    String decision() {
        return decisions.isEmpty() || random.nextInt(8) == 0 ? "S0" : one(decisions);
    }

    Timing timing() {
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
        return random.nextBoolean()
                ? null
                : one(List.of("presenter", "friends", "facilitator", "speaker"));
    }

    <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
