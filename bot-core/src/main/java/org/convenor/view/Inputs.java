package org.convenor.view;

import java.util.List;
import java.util.Map;
import org.convenor.chat.Form;
import org.convenor.chat.Form.Option;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Answer.Kind;
import org.jspecify.annotations.Nullable;

/// How each kind of answer is given in a form.
final class Inputs {
    private Inputs() {}

    /// A short example, or empty.
    static String hint(Bundle bundle, Kind kind) {
        return switch (kind) {
            case Kind.Date _ -> bundle.text("hint.date");
            case Kind.LinkOrFile _ -> bundle.text("hint.link");
            case Kind.Several(int most) -> bundle.text("hint.several", Map.of("most", most));
            case Kind.Rank _ -> bundle.text("hint.rank");
            case Kind.Vote(_, var use, _) -> hint(bundle, use);
            case Kind.Cards(_, var use) -> hint(bundle, use);
            case Kind.Person(boolean accepts) -> accepts ? bundle.text("hint.accepts") : "";
            case Kind.Text _, Kind.ShortText _, Kind.Pick _, Kind.Scale _ -> "";
        };
    }

    private static String hint(Bundle bundle, Answer.Use use) {
        return use instanceof Answer.Use.PickUpTo(int most) && most > 1
                ? bundle.text("hint.dots", Map.of("most", most))
                : "";
    }

    /// @param cards ids of the cards this person has before them
    static Form.Input of(Scene scene, Kind kind, List<String> cards) {
        return switch (kind) {
            case Kind.Text _ -> new Form.Input.Text(AnswerForm.LONGEST_TEXT, true);
            case Kind.ShortText _ -> new Form.Input.Text(AnswerForm.LONGEST_SHORT_TEXT, false);
            case Kind.Pick(var options, int most, var setting) ->
                    new Form.Input.Pick(options(scene, options, setting), most);
            case Kind.Scale(int from, var low, int to, var high) ->
                    new Form.Input.Scale(from, to, low, high);
            case Kind.Rank _, Kind.Several _ -> new Form.Input.Text(AnswerForm.LONGEST_TEXT, true);
            case Kind.Date _ -> new Form.Input.Date();
            case Kind.Person _ -> new Form.Input.Pick(people(scene), 1);
            case Kind.LinkOrFile _ -> new Form.Input.Text(AnswerForm.LONGEST_LINK, false);
            case Kind.Vote(var choices, var use, _) ->
                    new Form.Input.Pick(
                            choices.stream()
                                    .map(choice ->
                                            new Option(
                                                    choice.name(),
                                                    ResultParts.choice(scene, choice)))
                                    .toList(),
                            most(use));
            case Kind.Cards(_, var use) ->
                    new Form.Input.Pick(
                            cards.stream()
                                    .map(card -> new Option(card, scene.card(card)))
                                    .filter(option -> !option.label().isBlank())
                                    .toList(),
                            most(use));
        };
    }

    private static int most(Answer.Use use) {
        return use instanceof Answer.Use.PickUpTo(int most) ? most : 1;
    }

    /// People put lines in order rather than write them.
    static String initial(Scene scene, Kind kind) {
        return kind instanceof Kind.Rank(var ofFile, var setting)
                ? String.join("\n", Options.of(ofFile, setting, scene::setting))
                : "";
    }

    private static List<Option> options(
            Scene scene, List<String> ofFile, @Nullable String setting) {
        return Options.of(ofFile, setting, scene::setting).stream()
                .map(option -> new Option(option, scene.filledPlain(option)))
                .toList();
    }

    private static List<Option> people(Scene scene) {
        return scene.session()
                .here()
                .map(seat ->
                        new Option(
                                seat.member().value(),
                                LineView.person(
                                        scene.name(seat.member()), scene.team(seat.member()))))
                .toList();
    }
}
