package org.convenor.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Step;
import org.convenor.session.Questions;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Visible;

/// The record of a session as a Markdown file that can be handed on as it is.
public final class RecordView {
    private RecordView() {}

    /// The whole record, as far as everybody may read it.
    ///
    /// @param scene with all words of the session that a channel may see
    /// @param at when the session was called
    public static String render(Scene scene, Instant at) {
        var session = scene.session();
        var bundle = scene.bundle();
        var text = new StringBuilder();
        text.append("# ").append(oneLine(session.protocol().name())).append("\n\n");
        text.append("**")
                .append(bundle.text("record.about"))
                .append(":** ")
                .append(cell(scene.topic()))
                .append("\n\n");
        head(scene, at, text);
        kept(scene, text);
        for (int index = 0; index < session.protocol().steps().size(); index++) {
            step(scene, index, text);
        }
        time(scene, text);
        var credit = session.protocol().credit();
        if (credit != null) {
            text.append("---\n\n_")
                    .append(bundle.text("record.credit", Map.of("credit", cell(credit))))
                    .append("_\n\n");
        }
        text.append('_')
                .append(bundle.text("record.made", Map.of("zone", scene.zone().getId())))
                .append("_\n");
        return text.toString();
    }

    /// A file name for it, safe everywhere.
    public static String fileName(Session session, Instant at, ZoneId zone) {
        return session.protocol().id() + "-" + at.atZone(zone).toLocalDate() + ".md";
    }

    private static void head(Scene scene, Instant at, StringBuilder text) {
        var session = scene.session();
        var bundle = scene.bundle();
        var date =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(bundle.locale())
                        .format(at.atZone(scene.zone()));
        text.append("- **")
                .append(bundle.text("record.date"))
                .append(":** ")
                .append(date)
                .append('\n');
        text.append("- **").append(bundle.text("record.purpose")).append(":** ");
        text.append(cell(session.protocol().purpose())).append('\n');
        text.append("- **").append(bundle.text("record.length")).append(":** ");
        text.append(length(scene)).append('\n');
        text.append("- ")
                .append(
                        bundle.text(
                                "record.facilitator",
                                Map.of("who", cell(scene.name(session.facilitator())))))
                .append("\n\n## ")
                .append(bundle.text("record.people"))
                .append("\n\n");
        var teams = new TreeMap<String, String>();
        for (var seat : SummaryView.attended(session)) {
            teams.merge(
                    Objects.requireNonNullElse(scene.team(seat.member()), ""),
                    withRole(scene, seat),
                    (one, other) -> one + ", " + other);
        }
        teams.forEach((team, people) ->
                text.append("- **").append(cell(team)).append(":** ").append(people).append('\n'));
        text.append('\n');
    }

    private static String withRole(Scene scene, Seat seat) {
        var name = cell(scene.name(seat.member()));
        return scene.session().roles().entrySet().stream()
                .filter(role -> !role.getValue().isTeam() && role.getValue().includes(seat))
                .map(role -> name + " (" + cell(role.getKey()) + ")")
                .findFirst()
                .orElse(name);
    }

    private static String length(Scene scene) {
        var took = SummaryView.length(scene.session());
        return scene.session().mode() == Mode.LIVE
                ? scene.bundle().text("minutes", Map.of("minutes", Math.max(1, took.toMinutes())))
                : scene.bundle().text("record.days", Map.of("days", Math.max(1, took.toDays())));
    }

    private static void kept(Scene scene, StringBuilder text) {
        for (var step : scene.session().protocol().steps()) {
            if (step instanceof Step.Keep keep) {
                for (var name : keep.saved()) {
                    for (var ask : Questions.savedAs(scene.session(), name)) {
                        keptAnswer(scene, keep, ask, text);
                    }
                }
            }
        }
    }

    private static void keptAnswer(Scene scene, Step.Keep keep, Step.Ask ask, StringBuilder text) {
        var answers = scene.answers(ask.title());
        if (!answers.isEmpty()) {
            text.append("## ")
                    .append(scene.bundle().text("record.kept." + keep.becomes()))
                    .append("\n\n");
            answers(scene, ask, answers, text);
        }
    }

    private static void step(Scene scene, int index, StringBuilder text) {
        var session = scene.session();
        var step = session.protocol().steps().get(index);
        var asks = Questions.all(session.mode(), step);
        var said =
                scene.words().stream()
                        .filter(word ->
                                word.question() == null
                                        && word.step() == index
                                        && word.no() > session.settings().size())
                        .toList();
        boolean anything =
                !said.isEmpty()
                        || asks.stream().anyMatch(ask -> !scene.answers(ask.title()).isEmpty());
        if (!anything) {
            return;
        }
        text.append("## ").append(cell(step.title())).append("\n\n");
        if (!step.heading().text().isBlank()) {
            text.append('_').append(Markup.plain(scene.stepText(step))).append("_\n\n");
        }
        for (var ask : asks) {
            answers(scene, ask, scene.answers(ask.title()), text);
        }
        for (var word : said) {
            quote(scene, word, "", text);
        }
    }

    private static void answers(
            Scene scene, Step.Ask ask, List<Visible> answers, StringBuilder text) {
        boolean hidden = ask.names() != Names.SHOWN;
        if (ask.answer().fields().size() > 1 && hidden) {
            byField(scene, ask, answers, text);
            return;
        }
        for (var answer : answers) {
            quote(
                    scene,
                    answer,
                    answer.field().equals(Answer.ONLY) ? "" : BoardView.capital(answer.field()),
                    text);
        }
        if (hidden && !answers.isEmpty()) {
            text.append(scene.bundle().text("record.hidden-names")).append("\n\n");
        }
    }

    private static void byField(
            Scene scene, Step.Ask ask, List<Visible> answers, StringBuilder text) {
        for (var field : ask.answer().fields()) {
            var ofField =
                    answers.stream()
                            .filter(answer ->
                                    answer.field().equals(field.name()) && !answer.text().isBlank())
                            .toList();
            if (!ofField.isEmpty()) {
                text.append("### ").append(cell(BoardView.capital(field.name()))).append("\n\n");
                ofField.forEach(
                        answer -> text.append("- ").append(indented(answer.text())).append('\n'));
                text.append('\n');
            }
        }
        text.append(scene.bundle().text("record.hidden-names")).append("\n\n");
    }

    private static void quote(Scene scene, Visible word, String label, StringBuilder text) {
        if (word.text().isBlank()) {
            return;
        }
        text.append("- ");
        if (!label.isEmpty()) {
            text.append("**").append(cell(label)).append(":** ");
        }
        text.append(indented(word.text()));
        var by = word.by();
        if (by != null) {
            text.append(" — ").append(cell(LineView.person(scene.name(by), scene.team(by))));
        }
        if (word.late()) {
            text.append(" (").append(scene.bundle().text("late")).append(')');
        }
        text.append('\n');
    }

    private static void time(Scene scene, StringBuilder text) {
        var session = scene.session();
        var bundle = scene.bundle();
        text.append("\n## ").append(bundle.text("record.steps")).append("\n\n| ");
        text.append(bundle.text("record.step")).append(" | ").append(bundle.text("record.planned"));
        text.append(" | ").append(bundle.text("record.used")).append(" |\n|---|---:|---:|\n");
        for (var past : session.past()) {
            var step = session.protocol().steps().get(past.step());
            var planned = step.heading().timing().live();
            text.append("| ").append(cell(step.title())).append(" | ");
            text.append(
                            session.mode() == Mode.LIVE && planned != null
                                    ? minutes(bundle, planned)
                                    : "")
                    .append(" | ");
            var used = minutes(bundle, Duration.between(past.openedAt(), past.closedAt()));
            text.append(past.skipped() ? bundle.text("record.skipped") : used).append(" |\n");
        }
        text.append('\n');
    }

    private static String minutes(Bundle bundle, Duration duration) {
        return bundle.text("minutes", Map.of("minutes", Math.round(duration.toSeconds() / 60.0)));
    }

    private static String cell(String words) {
        return Markup.escape(oneLine(words));
    }

    private static String oneLine(String words) {
        return words.strip().lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private static String indented(String words) {
        return words.strip().lines().map(Markup::escape).collect(Collectors.joining("  \n  "));
    }
}
