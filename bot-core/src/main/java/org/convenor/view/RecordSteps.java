package org.convenor.view;

import java.util.List;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Names;
import org.convenor.protocol.Step;
import org.convenor.session.Questions;
import org.convenor.session.Visible;

/// What was written at each step, for the record.
final class RecordSteps {
    private RecordSteps() {}

    /// What is kept beyond the session, before everything else.
    static void kept(Scene scene, StringBuilder text) {
        SummaryView.kept(scene.session())
                .forEach(keep ->
                        keep.saved().stream()
                                .flatMap(name -> Questions.savedAs(scene.session(), name).stream())
                                .filter(ask -> isShown(scene, ask))
                                .forEach(ask -> {
                                    RecordView.heading(
                                            text,
                                            scene.bundle().text("record.kept." + keep.becomes()));
                                    answers(scene, ask, text);
                                }));
    }

    /// The steps at which something was written, in order. What is kept stands above already.
    static void add(Scene scene, StringBuilder text) {
        var kept = SummaryView.keptQuestions(scene.session());
        for (int index = 0; index < scene.session().protocol().steps().size(); index++) {
            var step = scene.session().protocol().steps().get(index);
            var asks =
                    Questions.all(scene.session().mode(), step).stream()
                            .filter(ask -> !kept.contains(ask))
                            .filter(ask -> isShown(scene, ask))
                            .toList();
            var said = said(scene, index);
            if (!asks.isEmpty() || !said.isEmpty()) {
                step(scene, step, asks, said, text);
            }
        }
    }

    private static boolean isShown(Scene scene, Step.Ask ask) {
        return !scene.answers(ask.title()).isEmpty() || Questions.isWithheld(scene.session(), ask);
    }

    /// Words on the open floor of a step. What was typed at the start belongs to none.
    private static List<Visible> said(Scene scene, int step) {
        return scene.words().stream()
                .filter(word -> word.question() == null && word.step() == step)
                .filter(word -> !scene.session().settings().containsValue(word.no()))
                .filter(word -> !word.text().isBlank())
                .toList();
    }

    private static void step(
            Scene scene, Step step, List<Step.Ask> asks, List<Visible> said, StringBuilder text) {
        RecordView.heading(text, step.title());
        var asked = scene.stepText(step);
        if (!asked.isEmpty()) {
            text.append(Markdown.quote(asked)).append("\n\n");
        }
        for (var ask : asks) {
            if (!ask.title().equals(step.title())) {
                text.append("### ").append(Markdown.line(ask.title())).append("\n\n");
            }
            answers(scene, ask, text);
        }
        if (!said.isEmpty()) {
            said.forEach(word -> text.append("- ").append(signed(scene, word)).append('\n'));
            text.append('\n');
        }
    }

    private static void answers(Scene scene, Step.Ask ask, StringBuilder text) {
        if (Questions.isWithheld(scene.session(), ask)) {
            text.append('_').append(AnswerParts.withheld(scene, ask)).append("_\n\n");
        } else if (ask.names() != Names.SHOWN) {
            unsigned(scene, ask, text);
        } else if (ask.answer().fields().size() > 1) {
            grouped(scene, ask, text);
        } else {
            scene.answers(ask.title()).stream()
                    .filter(answer -> !answer.text().isBlank())
                    .forEach(answer ->
                            text.append("- ").append(signed(scene, ask, answer)).append('\n'));
            text.append('\n');
        }
    }

    /// The fields of one answer under the name of who gave it.
    private static void grouped(Scene scene, Step.Ask ask, StringBuilder text) {
        Visible before = null;
        for (var answer : scene.answers(ask.title())) {
            if (answer.text().isBlank()) {
                continue;
            }
            if (before == null || !AnswerParts.belongTogether(before, answer)) {
                text.append(before == null ? "" : "\n").append(author(scene, answer));
            }
            text.append("- **")
                    .append(Markdown.line(Markup.capital(answer.field())))
                    .append(":** ")
                    .append(Markdown.item(AnswerParts.worded(scene, ask, answer)))
                    .append('\n');
            before = answer;
        }
        text.append('\n');
    }

    private static String author(Scene scene, Visible answer) {
        var by = answer.by();
        return by == null
                ? ""
                : Markdown.line(LineView.person(scene.name(by), scene.team(by)))
                        + late(scene, answer)
                        + "\n\n";
    }

    /// Nothing may tell which fields were written by the same person: they stand by field.
    private static void unsigned(Scene scene, Step.Ask ask, StringBuilder text) {
        text.append('_').append(scene.bundle().text("record.hidden-names")).append("_\n\n");
        for (var field : ask.answer().fields()) {
            var ofField =
                    scene.answers(ask.title()).stream()
                            .filter(answer -> answer.field().equals(field.name()))
                            .filter(answer -> !answer.text().isBlank())
                            .toList();
            if (ofField.isEmpty()) {
                continue;
            }
            if (!field.name().equals(Answer.ONLY)) {
                text.append("### ")
                        .append(Markdown.line(Markup.capital(field.name())))
                        .append("\n\n");
            }
            for (var answer : ofField) {
                text.append("- ").append(Markdown.item(AnswerParts.worded(scene, ask, answer)));
                text.append(late(scene, answer)).append('\n');
            }
            text.append('\n');
        }
    }

    private static String signed(Scene scene, Step.Ask ask, Visible answer) {
        return signed(scene, answer, AnswerParts.worded(scene, ask, answer));
    }

    private static String signed(Scene scene, Visible word) {
        return signed(scene, word, word.text());
    }

    private static String signed(Scene scene, Visible word, String text) {
        var by = word.by();
        var author =
                by == null
                        ? ""
                        : " — " + Markdown.line(LineView.person(scene.name(by), scene.team(by)));
        return Markdown.item(text) + author + late(scene, word);
    }

    private static String late(Scene scene, Visible word) {
        return word.late() ? " (" + scene.bundle().text("late") + ")" : "";
    }
}
