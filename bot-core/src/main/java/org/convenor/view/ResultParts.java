package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.chat.Part;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Step;
import org.convenor.session.Asking;
import org.convenor.session.Ballots;
import org.convenor.session.Cards;
import org.convenor.session.Circle;
import org.jspecify.annotations.Nullable;

/// What came of a decision, of dealing, or of sorting, as far as the reader may know it.
final class ResultParts {
    private ResultParts() {}

    /// Whether the answers to a question are counted instead of read.
    static boolean isCounted(Step.Ask ask) {
        var kind = ask.answer().fields().getFirst().kind();
        return kind instanceof Answer.Kind.Vote || kind instanceof Answer.Kind.Cards;
    }

    /// @param top so many of the best only, or null for all
    static List<Part> of(Scene scene, Step.Ask ask, Asking asking, @Nullable Integer top) {
        if (!mayRead(scene, ask, asking)) {
            return List.of();
        }
        for (var step : scene.session().protocol().steps()) {
            if (step.title().equals(ask.title())) {
                return of(scene, step, ask, asking, top == null ? Integer.MAX_VALUE : top);
            }
        }
        return List.of();
    }

    private static List<Part> of(Scene scene, Step step, Step.Ask ask, Asking asking, int top) {
        return switch (step) {
            case Step.Decide decide -> decided(scene, decide, ask, asking, top);
            case Step.Deal deal -> rated(scene, deal, asking, top);
            case Step.Sort sort -> sorted(scene, sort, asking);
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
                    Step.Repeat _,
                    Step.When _,
                    Step.Stop _ ->
                    List.of();
        };
    }

    /// The counts stand in the session's state, so nothing but this keeps them closed.
    private static boolean mayRead(Scene scene, Step.Ask ask, Asking asking) {
        var reader = scene.reader();
        boolean out = scene.session().revealed().contains(asking.key());
        boolean among =
                asking.group() == 0
                        || (out && ask.who().isCollective())
                        || reader.groups().contains(asking.group());
        return switch (ask.reveal()) {
            case AS_THEY_ARRIVE -> among;
            case TOGETHER, TO_THE_OWN_GROUP -> among && out;
            case TO_FACILITATORS -> reader.facilitator();
            case TO_THE_PRESENTER -> reader.roles().contains(Circle.PRESENTER);
            case TO_THE_OWN_TEAM, TO_THE_NEXT_GROUP, NEVER -> false;
        };
    }

    private static List<Part> decided(
            Scene scene, Step.Decide decide, Step.Ask ask, Asking asking, int top) {
        var tally = Ballots.tally(scene.session(), decide, asking.key());
        if (tally.voted() == 0) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        parts.add(new Part.Text(headline(scene, decide, asking, tally)));
        parts.add(new Part.Bars(Counts.of(scene, decide, ask, asking, tally, top)));
        parts.addAll(reasons(scene, asking));
        return parts;
    }

    /// Small Markdown.
    private static String headline(
            Scene scene, Step.Decide decide, Asking asking, Ballots.Tally tally) {
        var result = scene.session().results().get(asking.key());
        if (result == null) {
            return scene.bundle().text("result.so-far", Map.of("voted", tally.voted()));
        }
        var winners =
                result.winners().stream()
                        .map(option -> Markup.escape(winner(scene, decide, option)))
                        .collect(Collectors.joining(", "));
        return scene.bundle()
                .text(
                        "result.of." + decide.method(),
                        Map.of(
                                "decided",
                                result.isTooFew() ? "few" : result.decided() ? "yes" : "no",
                                "objections",
                                result.objections(),
                                "winners",
                                winners,
                                "voted",
                                result.voted(),
                                "needed",
                                result.needed()));
    }

    /// A choice goes by its name where its whole text would be too much. Plain text.
    private static String winner(Scene scene, Step.Decide decide, String name) {
        return decide.from() == null ? Markup.capital(name) : scene.card(name);
    }

    /// An option as people read it. Plain text.
    static String option(Scene scene, Step.Decide decide, String name) {
        if (decide.from() != null) {
            return scene.card(name);
        }
        return decide.choices().stream()
                .filter(choice -> choice.name().equals(name))
                .map(choice -> choice(scene, choice))
                .findFirst()
                .orElse(name);
    }

    /// A choice with the name that people call it by. Plain text.
    static String choice(Scene scene, Choice choice) {
        var text = scene.filledPlain(choice.text());
        var name = Markup.capital(choice.name());
        return text.equalsIgnoreCase(name) ? text : name + ": " + text;
    }

    private static List<Part> reasons(Scene scene, Asking asking) {
        return scene.answers(asking).stream()
                .filter(answer -> answer.field().equals(Ballots.REASON))
                .filter(answer -> !answer.text().isBlank())
                .map(answer ->
                        (Part)
                                new Part.Said(
                                        answer.by() == null ? null : scene.name(answer.by()),
                                        answer.by() == null ? null : scene.team(answer.by()),
                                        answer.text(),
                                        null))
                .toList();
    }

    private static List<Part> rated(Scene scene, Step.Deal deal, Asking asking, int top) {
        var bars =
                Counts.of(scene, Cards.ratings(scene.session(), asking.key()), deal.scale(), top);
        return bars.isEmpty() ? List.of() : List.of(new Part.Bars(bars));
    }

    private static List<Part> sorted(Scene scene, Step.Sort sort, Asking asking) {
        var piles = Cards.piles(scene.session(), asking.key());
        var parts = new ArrayList<Part>();
        for (var pile : Options.of(sort.piles(), sort.setting(), scene::setting)) {
            addPile(scene, Markup.escape(scene.filledPlain(pile)), piles.get(pile), parts);
        }
        addPile(scene, scene.bundle().text("result.no-pile"), piles.get(""), parts);
        return parts;
    }

    private static void addPile(
            Scene scene, String title, @Nullable List<String> cards, List<Part> parts) {
        if (cards != null) {
            parts.add(new Part.Text("**" + title + "**"));
            cards.forEach(card -> parts.add(new Part.Said(null, null, scene.card(card), null)));
        }
    }
}
