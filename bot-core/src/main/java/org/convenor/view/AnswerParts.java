package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.chat.MemberId;
import org.convenor.chat.Part;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Names;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.session.Asking;
import org.convenor.session.Given;
import org.convenor.session.Group;
import org.convenor.session.Questions;
import org.convenor.session.Unit;
import org.convenor.session.Visible;
import org.jspecify.annotations.Nullable;

/// The answers to a question that a reader may see.
final class AnswerParts {
    private AnswerParts() {}

    /// @param show which answers, and what of them
    static List<Part> shown(Scene scene, Show show) {
        return Shown.of(scene.session(), scene.track(), show).stream()
                .flatMap(answers ->
                        of(scene, answers.ask(), answers.asking(), show.field(), show.top())
                                .stream())
                .toList();
    }

    /// Every time a question was answered.
    static List<Part> all(Scene scene, Step.Ask ask) {
        return Shown.of(scene.session(), ask).stream()
                .flatMap(answers -> of(scene, ask, answers.asking(), null, null).stream())
                .toList();
    }

    /// @param field one field of each answer, or null for all
    /// @param top so many of the best only, or null for all
    static List<Part> of(
            Scene scene,
            Step.Ask ask,
            Asking asking,
            @Nullable String field,
            @Nullable Integer top) {
        if (ResultParts.isCounted(ask)) {
            return ResultParts.of(scene, ask, asking, top);
        }
        if (Questions.isWithheld(scene.session(), ask, asking)) {
            return List.of(new Part.Text(withheld(scene, ask)));
        }
        return ask.names() == Names.SHOWN
                ? signed(scene, ask, asking, field)
                : unsigned(scene, ask, asking, field);
    }

    /// Why nobody can read the answers to a question. Small Markdown.
    static String withheld(Scene scene, Step.Ask ask) {
        return scene.bundle()
                .text(
                        "board.withheld",
                        Map.of(
                                "step",
                                Markup.escape(ask.title()),
                                "least",
                                Questions.FEWEST_ANONYMOUS));
    }

    /// The fields of one answer stand together; its author stands above the first.
    private static List<Part> signed(
            Scene scene, Step.Ask ask, Asking asking, @Nullable String field) {
        var shown = shown(scene, asking, field);
        var parts = new ArrayList<Part>();
        for (int index = 0; index < shown.size(); index++) {
            var answer = shown.get(index);
            boolean goesOn = index > 0 && belongTogether(shown.get(index - 1), answer);
            var by = goesOn ? null : author(scene, asking, answer);
            parts.add(
                    new Part.Said(
                            by == null ? null : by.name(),
                            by == null ? null : by.team(),
                            worded(scene, ask, answer),
                            note(scene, answer, field == null)));
        }
        return parts;
    }

    /// @param name of a person, or of a group with its people as the team
    private record Author(String name, @Nullable String team) {}

    /// What somebody wrote for their group is the group's.
    private static @Nullable Author author(Scene scene, Asking asking, Visible answer) {
        var by = answer.by();
        if (by == null) {
            return null;
        }
        var unit = unit(scene, asking, answer);
        var group = unit == null || !unit.isGroup() ? null : groupOf(scene, unit);
        return group == null
                ? new Author(scene.name(by), scene.team(by))
                : new Author(scene.groupName(group.number()), scene.people(group));
    }

    private static @Nullable Group groupOf(Scene scene, Unit unit) {
        return scene.session().groups().get(unit.groupId());
    }

    /// For whom an answer was given.
    private static @Nullable Unit unit(Scene scene, Asking asking, Visible answer) {
        for (var given : scene.session().given(asking.key()).entrySet()) {
            int first = given.getValue().first();
            if (answer.no() >= first && answer.no() < first + given.getValue().fields()) {
                return new Unit(given.getKey());
            }
        }
        return null;
    }

    /// Without names nothing may tell which fields were written by the same person: they stand by
    /// field.
    private static List<Part> unsigned(
            Scene scene, Step.Ask ask, Asking asking, @Nullable String only) {
        var parts = new ArrayList<Part>();
        for (var field : ask.answer().fields()) {
            boolean wanted = only == null || only.equals(field.name());
            var ofField = wanted ? shown(scene, asking, field.name()) : List.<Visible>of();
            if (!ofField.isEmpty() && !field.name().equals(Answer.ONLY)) {
                parts.add(new Part.Text("**" + Markup.escape(Markup.capital(field.name())) + "**"));
            }
            for (var answer : ofField) {
                parts.add(
                        new Part.Said(
                                null,
                                null,
                                worded(scene, ask, answer),
                                note(scene, answer, false)));
            }
        }
        return parts;
    }

    private static List<Visible> shown(Scene scene, Asking asking, @Nullable String field) {
        return scene.answers(asking).stream()
                .filter(answer -> field == null || field.equals(answer.field()))
                .filter(answer -> !answer.text().isBlank())
                .toList();
    }

    static boolean belongTogether(Visible one, Visible other) {
        return one.by() != null
                && one.by().equals(other.by())
                && one.visit() == other.visit()
                && !one.field().equals(other.field());
    }

    private static @Nullable String note(Scene scene, Visible answer, boolean labelled) {
        var note = new ArrayList<String>();
        if (labelled && !answer.field().equals(Answer.ONLY)) {
            note.add(Markup.capital(answer.field()));
        }
        if (answer.late()) {
            note.add(scene.bundle().text("late"));
        }
        return note.isEmpty() ? null : String.join(", ", note);
    }

    /// An answer as its reader reads it: dates in the reader's language, options with the settings
    /// filled in, everything else as it was written. Plain text.
    static String worded(Scene scene, Step.Ask ask, Visible answer) {
        var field = ask.answer().field(answer.field());
        if (field == null) {
            return answer.text();
        }
        return switch (field.kind()) {
            case Answer.Kind.Date _ -> Moments.day(answer.text(), scene.bundle().locale());
            case Answer.Kind.Pick _, Answer.Kind.Rank _ ->
                    answer.text().lines().map(scene::filledPlain).collect(Collectors.joining(", "));
            case Answer.Kind.Person _ -> person(scene, ask, answer);
            case Answer.Kind.Text _,
                    Answer.Kind.ShortText _,
                    Answer.Kind.Scale _,
                    Answer.Kind.Vote _,
                    Answer.Kind.Cards _,
                    Answer.Kind.LinkOrFile _,
                    Answer.Kind.Several _ ->
                    answer.text();
        };
    }

    /// The name of a person, with what they said to being named.
    private static String person(Scene scene, Step.Ask ask, Visible answer) {
        var member = new MemberId(answer.text());
        var name = scene.members().containsKey(member) ? scene.name(member) : answer.text();
        var consent = consent(scene, ask, answer);
        return consent == null
                ? name
                : name + " (" + scene.bundle().text("consent.state." + consent) + ")";
    }

    private static Given.@Nullable Consent consent(Scene scene, Step.Ask ask, Visible answer) {
        for (var answers : Shown.of(scene.session(), ask)) {
            for (var given : scene.session().given(answers.asking().key()).values()) {
                if (answer.no() >= given.first() && answer.no() < given.first() + given.fields()) {
                    return given.consent();
                }
            }
        }
        return null;
    }
}
