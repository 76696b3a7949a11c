package org.convenor.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Method;
import org.convenor.protocol.Names;
import org.convenor.protocol.Quorum;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Steps in which something is decided, dealt or sorted by everybody and counted.
public final class Votes {
    private static final Timing FIVE_MINUTES = Steps.minutes(5, 1);

    private Votes() {}

    public static Step.Decide consent(String title) {
        return decide(
                title,
                Method.CONSENT,
                List.of(Choice.CONSENT, Choice.CONCERN, Choice.OBJECTION),
                null,
                Quorum.EVERYONE);
    }

    public static Step.Decide fistToFive(String title) {
        return decide(
                title,
                Method.FIST_TO_FIVE,
                IntStream.rangeClosed(0, 5).mapToObj(String::valueOf).toList(),
                null,
                Quorum.EVERYONE);
    }

    /// A majority, two dots each or a rank over these options; whoever votes counts.
    public static Step.Decide options(String title, Method method, String... options) {
        return decide(title, method, List.of(options), null, Quorum.ANYBODY);
    }

    /// The same over saved answers.
    public static Step.Decide cards(String title, Method method, String saved) {
        return decide(title, method, List.of(), saved, Quorum.ANYBODY);
    }

    private static Step.Decide decide(
            String title,
            Method method,
            List<String> names,
            @Nullable String saved,
            Quorum quorum) {
        return new Step.Decide(
                Steps.heading(title, FIVE_MINUTES),
                Who.EVERYONE,
                method,
                names.stream().map(name -> new Choice(name, name)).toList(),
                saved,
                method == Method.DOTS ? 2 : 1,
                method == Method.CONSENT ? Set.of(Choice.OBJECTION) : Set.of(),
                quorum,
                null,
                null,
                Reveal.TOGETHER,
                Names.SHOWN,
                Until.USUAL,
                true);
    }

    public static Step.Decide needs(Step.Decide decide, Quorum quorum) {
        return new Step.Decide(
                decide.heading(),
                decide.who(),
                decide.method(),
                decide.choices(),
                decide.from(),
                decide.most(),
                decide.reasonFor(),
                quorum,
                decide.show(),
                decide.saveAs(),
                decide.reveal(),
                decide.names(),
                decide.until(),
                decide.mayPass());
    }

    /// So many cards each, rated from 1 to 5.
    public static Step.Deal deal(String title, String cards, int each) {
        return new Step.Deal(
                Steps.heading(title, FIVE_MINUTES),
                Who.EVERYONE,
                cards,
                each,
                new Answer.Kind.Scale(1, "low", 5, "high"),
                null,
                Reveal.TOGETHER,
                Until.USUAL);
    }

    public static Step.Sort sort(String title, String cards, String... piles) {
        return new Step.Sort(
                Steps.heading(title, FIVE_MINUTES),
                Who.EVERYONE,
                cards,
                Stream.of(piles).toList(),
                null,
                null,
                Reveal.TOGETHER,
                Until.USUAL);
    }
}
