package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.chat.Part;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Names;
import org.convenor.protocol.Step;
import org.convenor.session.Asking;
import org.convenor.session.Questions;
import org.convenor.session.Visible;
import org.convenor.view.Shown.Answers;

/// What was written at each step, for the record.
final class RecordSteps {
    private RecordSteps() {}

    /// What is kept beyond the session, before everything else.
    static void kept(Scene scene, StringBuilder text) {
        SummaryView.kept(scene.session()).forEach(keep -> kept(scene, keep, text));
    }

    private static void kept(Scene scene, Step.Keep keep, StringBuilder text) {
        var all =
                keep.saved().stream()
                        .map(saved -> keptAs(scene, saved))
                        .filter(answers -> !answers.isEmpty())
                        .toList();
        if (!all.isEmpty()) {
            RecordView.heading(text, scene.bundle().text("record.kept." + keep.becomes()));
        }
        for (var answers : all) {
            var title = answers.getFirst().ask().title();
            text.append(all.size() == 1 ? "" : "### " + Markdown.line(title) + "\n\n");
            answers.forEach(one -> answers(scene, one, text));
        }
    }

    private static List<Answers> keptAs(Scene scene, String saved) {
        return Shown.standing(scene.session(), saved).stream()
                .filter(answers -> isShown(scene, answers.ask(), answers.asking()))
                .toList();
    }

    /// The steps at which something was written, in order. What is kept stands above already.
    static void add(Scene scene, StringBuilder text) {
        var kept =
                SummaryView.kept(scene.session())
                        .flatMap(keep -> keep.saved().stream())
                        .flatMap(saved -> keptAs(scene, saved).stream())
                        .toList();
        for (int index = 0; index < scene.session().protocol().steps().size(); index++) {
            var step = scene.session().protocol().steps().get(index);
            var written =
                    Questions.all(scene.session().mode(), step).stream()
                            .flatMap(ask -> Shown.of(scene.session(), ask).stream())
                            .filter(answers -> !kept.contains(answers))
                            .filter(answers -> isShown(scene, answers.ask(), answers.asking()))
                            .toList();
            var said = said(scene, index);
            if (!written.isEmpty() || !said.isEmpty()) {
                step(scene, step, written, said, text);
            }
            RecordGroups.add(scene, index, text);
        }
    }

    private static boolean isShown(Scene scene, Step.Ask ask, Asking asking) {
        return ResultParts.isCounted(ask)
                ? !ResultParts.of(scene, ask, asking, null).isEmpty()
                : !scene.answers(asking).isEmpty()
                        || Questions.isWithheld(scene.session(), ask, asking);
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
            Scene scene, Step step, List<Answers> written, List<Visible> said, StringBuilder text) {
        RecordView.heading(text, step.title());
        var asked = scene.stepText(step);
        if (!asked.isEmpty()) {
            text.append(Markdown.quote(asked)).append("\n\n");
        }
        var title = step.title();
        for (var answers : written) {
            if (!answers.ask().title().equals(title)) {
                title = answers.ask().title();
                text.append("### ").append(Markdown.line(title)).append("\n\n");
            }
            answers(scene, answers, text);
        }
        said(scene, said, text);
    }

    /// Words on the open floor, pass by pass and group by group.
    private static void said(Scene scene, List<Visible> said, StringBuilder text) {
        var where = "";
        for (var word : said) {
            var at = at(scene, word);
            if (!at.equals(where)) {
                text.append(where.isEmpty() ? "" : "\n").append("_").append(at).append("_\n\n");
                where = at;
            }
            text.append("- ").append(signed(scene, word)).append('\n');
        }
        text.append(said.isEmpty() ? "" : "\n");
    }

    private static String at(Scene scene, Visible word) {
        return scene.session().past().stream()
                .filter(past -> past.visit() == word.visit())
                .findFirst()
                .map(past -> at(scene, past.passes(), past.group()))
                .orElse("");
    }

    /// Where in the session something was: "pass 2, Group 1"; empty outside of both.
    static String at(Scene scene, List<Integer> passes, int group) {
        var where = new ArrayList<String>();
        if (!passes.isEmpty()) {
            var numbers = passes.stream().map(String::valueOf).collect(Collectors.joining("."));
            where.add(scene.bundle().text("record.pass", Map.of("number", numbers)));
        }
        var found = scene.session().groups().get(group);
        if (found != null) {
            where.add(scene.groupName(found.number()));
        }
        return String.join(", ", where);
    }

    /// The answers to a question at one time, and when that was.
    private static void answers(Scene scene, Answers answers, StringBuilder text) {
        var asking = answers.asking();
        var where = at(scene, asking.passes(), asking.group());
        text.append(where.isEmpty() ? "" : "_" + Markdown.line(where) + "_\n\n");
        answers(scene, answers.ask(), asking, text);
    }

    private static void counted(Scene scene, Step.Ask ask, Asking asking, StringBuilder text) {
        for (var part : ResultParts.of(scene, ask, asking, null)) {
            switch (part) {
                case Part.Text(var markdown) -> text.append(markdown).append("\n\n");
                case Part.Bars(var bars) -> {
                    bars.forEach(bar -> bar(bar, text));
                    text.append('\n');
                }
                case Part.Said said -> {
                    text.append("- ").append(Markdown.item(said.words()));
                    text.append(said.author() == null ? "" : " — " + Markdown.line(said.author()));
                    text.append(said.note() == null ? "" : " (" + said.note() + ")").append('\n');
                }
                case Part.Heading _,
                        Part.Facts _,
                        Part.Groups _,
                        Part.People _,
                        Part.Choices _,
                        Part.Fields _,
                        Part.Deadline _,
                        Part.Picture _,
                        Part.Divider _ -> {}
            }
        }
        text.append(text.charAt(text.length() - 2) == '\n' ? "" : "\n");
    }

    private static void bar(Part.Bar bar, StringBuilder text) {
        text.append("- ").append(Markdown.line(bar.label()));
        text.append(" — **").append(bar.count()).append("**");
        text.append(bar.who().isEmpty() ? "" : " (" + Markdown.line(bar.who()) + ")").append('\n');
    }

    private static void answers(Scene scene, Step.Ask ask, Asking asking, StringBuilder text) {
        if (ResultParts.isCounted(ask)) {
            counted(scene, ask, asking, text);
        } else if (Questions.isWithheld(scene.session(), ask, asking)) {
            text.append('_').append(AnswerParts.withheld(scene, ask)).append("_\n\n");
        } else if (ask.names() != Names.SHOWN) {
            unsigned(scene, ask, asking, text);
        } else if (ask.answer().fields().size() > 1) {
            grouped(scene, ask, asking, text);
        } else {
            scene.answers(asking).stream()
                    .filter(answer -> !answer.text().isBlank())
                    .forEach(answer ->
                            text.append("- ").append(signed(scene, ask, answer)).append('\n'));
            text.append('\n');
        }
    }

    /// The fields of one answer under the name of who gave it.
    private static void grouped(Scene scene, Step.Ask ask, Asking asking, StringBuilder text) {
        Visible before = null;
        for (var answer : scene.answers(asking)) {
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
    private static void unsigned(Scene scene, Step.Ask ask, Asking asking, StringBuilder text) {
        text.append('_').append(scene.bundle().text("record.hidden-names")).append("_\n\n");
        for (var field : ask.answer().fields()) {
            var ofField =
                    scene.answers(asking).stream()
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
