package org.convenor.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.convenor.protocol.Mode;
import org.convenor.session.Seat;
import org.convenor.session.Session;

/// The record of a session as a Markdown file that can be handed on as it is.
public final class RecordView {
    private RecordView() {}

    /// The whole record, as far as everybody may read it.
    ///
    /// @param scene with all words of the session that a channel may see
    /// @param at when the session began
    public static String render(Scene scene, Instant at) {
        var text = new StringBuilder();
        head(scene, at, text);
        RecordSteps.kept(scene, text);
        people(scene, text);
        RecordSteps.add(scene, text);
        time(scene, text);
        foot(scene, text);
        return text.toString();
    }

    /// A file name for it, safe everywhere.
    public static String fileName(Session session, Instant at, ZoneId zone) {
        return session.protocol().id() + "-" + at.atZone(zone).toLocalDate() + ".md";
    }

    private static void head(Scene scene, Instant at, StringBuilder text) {
        var session = scene.session();
        var bundle = scene.bundle();
        text.append("# ").append(Markdown.line(session.protocol().name())).append("\n\n");
        text.append("**").append(bundle.text("record.about")).append(":** ");
        text.append(Markdown.line(scene.topic())).append("\n\n");
        var state = state(bundle, session);
        if (!state.isEmpty()) {
            text.append('_').append(state).append("_\n\n");
        }
        fact(text, bundle.text("record.date"), day(scene, at));
        fact(text, bundle.text("record.length"), Lengths.of(bundle, SummaryView.length(session)));
        fact(text, bundle.text("record.facilitator"), person(scene, session));
        SummaryView.namedRoles(session)
                .forEach((role, units) ->
                        fact(text, Markup.capital(role), Markdown.line(scene.names(units))));
        fact(text, bundle.text("record.purpose"), Markdown.line(session.protocol().purpose()));
        text.append('\n');
    }

    private static String state(Bundle bundle, Session session) {
        var outcome = session.outcome();
        return outcome == null
                ? bundle.text("record.so-far")
                : switch (outcome) {
                    case FINISHED -> "";
                    case STOPPED_BY_PROTOCOL ->
                            bundle.text(
                                    "record.stopped-by-protocol",
                                    Map.of("outcome", session.stepOf(session.main()).title()));
                    case STOPPED -> bundle.text("record.stopped");
                    case FELL_SILENT -> bundle.text("record.silent");
                };
    }

    private static String day(Scene scene, Instant at) {
        var locale = scene.bundle().locale();
        return Moments.day(at, scene.zone(), locale)
                + ", "
                + Moments.time(at, scene.zone(), Mode.LIVE, locale);
    }

    private static String person(Scene scene, Session session) {
        var facilitator = session.facilitator();
        return Markdown.line(LineView.person(scene.name(facilitator), scene.team(facilitator)));
    }

    private static void fact(StringBuilder text, String label, String value) {
        text.append("- **").append(label).append(":** ").append(value).append('\n');
    }

    private static void people(Scene scene, StringBuilder text) {
        var teams = new TreeMap<String, String>();
        for (var seat : SummaryView.attended(scene.session())) {
            teams.merge(team(scene, seat), name(scene, seat), (one, other) -> one + ", " + other);
        }
        heading(text, scene.bundle().text("record.people"));
        teams.forEach((team, people) -> fact(text, Markdown.line(team), people));
        text.append('\n');
    }

    private static String team(Scene scene, Seat seat) {
        return Objects.requireNonNullElse(scene.team(seat.member()), "");
    }

    private static String name(Scene scene, Seat seat) {
        return Markdown.line(scene.name(seat.member()));
    }

    private static void time(Scene scene, StringBuilder text) {
        var session = scene.session();
        var bundle = scene.bundle();
        if (session.past().isEmpty()) {
            return;
        }
        boolean live = session.mode() == Mode.LIVE;
        heading(text, bundle.text("record.steps"));
        text.append("| ").append(bundle.text("record.step")).append(" | ");
        text.append(live ? bundle.text("record.planned") + " | " : "");
        text.append(bundle.text("record.used")).append(" |\n");
        text.append(live ? "|---|---:|---:|\n" : "|---|---:|\n");
        for (var past : session.past()) {
            var step = session.protocol().steps().get(past.step());
            var planned = step.heading().timing().live();
            text.append("| ").append(Markdown.cell(title(scene, past))).append(" | ");
            if (live) {
                text.append(planned == null ? "" : Lengths.of(bundle, planned)).append(" | ");
            }
            text.append(used(bundle, past)).append(" |\n");
        }
        text.append('\n');
    }

    /// The step's title, with its pass and group where it has them.
    private static String title(Scene scene, Session.Past past) {
        var title = scene.session().protocol().steps().get(past.step()).title();
        var where = RecordSteps.at(scene, past.passes(), past.group());
        return where.isEmpty() ? title : title + " (" + where + ")";
    }

    private static String used(Bundle bundle, Session.Past past) {
        return past.skipped()
                ? bundle.text("record.skipped")
                : Lengths.of(bundle, Duration.between(past.openedAt(), past.closedAt()));
    }

    private static void foot(Scene scene, StringBuilder text) {
        var credit = scene.session().protocol().credit();
        text.append("---\n\n");
        if (credit != null) {
            text.append(
                            scene.bundle()
                                    .text("record.credit", Map.of("credit", Markdown.line(credit))))
                    .append("\n\n");
        }
        text.append(scene.bundle().text("record.made")).append('\n');
    }

    static void heading(StringBuilder text, String title) {
        text.append("## ").append(Markdown.line(title)).append("\n\n");
    }
}
