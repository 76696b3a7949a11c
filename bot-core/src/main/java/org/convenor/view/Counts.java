package org.convenor.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.chat.Part.Bar;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Method;
import org.convenor.protocol.Names;
import org.convenor.protocol.Step;
import org.convenor.session.Asking;
import org.convenor.session.Ballots;
import org.convenor.session.Cards;
import org.convenor.session.Result;
import org.convenor.session.Unit;
import org.jspecify.annotations.Nullable;

/// Votes and ratings as bars, the best first.
final class Counts {
    private Counts() {}

    /// A full bar stands for everybody who voted; for dots and ranks, where one may give several,
    /// for the most that any got.
    static List<Bar> of(
            Scene scene,
            Step.Decide decide,
            Step.Ask ask,
            Asking asking,
            Ballots.Tally tally,
            int top) {
        var result = scene.session().results().get(asking.key());
        int most = tally.points().values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int whole = Math.max(1, isShared(decide.method()) ? most : tally.voted());
        var unit = decide.method() == Method.RANK ? "result.points" : "result.votes";
        return tally.points().entrySet().stream()
                .limit(top)
                .map(option ->
                        new Bar(
                                ResultParts.option(scene, decide, option.getKey()),
                                scene.bundle().text(unit, Map.of("count", option.getValue())),
                                ask.names() == Names.SHOWN
                                        ? voters(scene, asking, option.getKey())
                                        : "",
                                Math.min(whole, option.getValue()),
                                whole,
                                isBest(decide, result, option.getKey())))
                .toList();
    }

    /// What won, or that all consent.
    private static boolean isBest(Step.Decide decide, @Nullable Result result, String option) {
        if (result == null) {
            return false;
        }
        return decide.method() == Method.CONSENT
                ? result.decided() && option.equals(Choice.CONSENT)
                : result.winners().contains(option);
    }

    private static boolean isShared(Method method) {
        return switch (method) {
            case DOTS, RANK -> true;
            case CONSENT, FIST_TO_FIVE, MAJORITY -> false;
        };
    }

    private static String voters(Scene scene, Asking asking, String option) {
        return scene.session().given(asking.key()).entrySet().stream()
                .filter(given -> given.getValue().marks().contains(option))
                .map(given -> scene.name(new Unit(given.getKey())))
                .collect(Collectors.joining(", "));
    }

    /// A full bar stands for the best rating from everybody who gave one.
    static List<Bar> of(Scene scene, List<Cards.Rating> ratings, Answer.Kind.Scale scale, int top) {
        return ratings.stream()
                .limit(top)
                .map(rating ->
                        new Bar(
                                scene.card(rating.card()),
                                scene.bundle()
                                        .text(
                                                "result.rating",
                                                Map.of(
                                                        "mean",
                                                        rating.mean(),
                                                        "sum",
                                                        rating.sum(),
                                                        "times",
                                                        rating.times())),
                                "",
                                Math.max(0, rating.sum()),
                                Math.max(1, scale.to() * rating.times()),
                                false))
                .toList();
    }
}
