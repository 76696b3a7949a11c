package org.convenor.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convenor.chat.Line;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Role;
import org.convenor.protocol.Step;
import org.convenor.session.Questions;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Unit;

/// What everybody gets at the end, each in their own place.
public final class SummaryView {
    private SummaryView() {}

    /// The last line of the thread.
    static Message render(Scene scene, Line line) {
        var parts = new ArrayList<Part>();
        parts.add(new Part.Text(ending(scene, line)));
        parts.addAll(body(scene));
        return new Message(Markup.plain(ending(scene, line) + " " + headline(scene)), parts);
    }

    private static String ending(Scene scene, Line line) {
        var session = scene.session();
        return scene.bundle()
                .text(
                        line.template(),
                        Map.of("outcome", Markup.escape(session.stepOf(session.main()).title())));
    }

    /// The board of a session that is over.
    static Message board(Scene scene) {
        var parts = new ArrayList<Part>();
        parts.add(new Part.Heading(scene.session().protocol().name()));
        parts.add(new Part.Said(null, null, scene.topic(), scene.bundle().text("board.about")));
        parts.addAll(body(scene));
        var summary =
                scene.bundle()
                        .text(
                                "board.ended.summary",
                                Map.of("protocol", scene.session().protocol().name()));
        return new Message(summary, parts);
    }

    private static List<Part> body(Scene scene) {
        var parts = new ArrayList<Part>();
        parts.add(new Part.Text(headline(scene)));
        parts.addAll(decisions(scene, keptQuestions(scene.session())));
        var kept = kept(scene);
        if (!kept.isEmpty()) {
            parts.add(new Part.Heading(scene.bundle().text("summary.kept")));
            parts.addAll(kept);
        }
        parts.add(new Part.Text(scene.bundle().text("summary.record")));
        return parts;
    }

    /// What was decided, each with its last result.
    static List<Part> decisions(Scene scene) {
        return decisions(scene, List.of());
    }

    /// @param beside those that stand elsewhere
    private static List<Part> decisions(Scene scene, List<Step.Ask> beside) {
        var parts = new ArrayList<Part>();
        for (var answers : decided(scene.session(), beside).toList()) {
            var result = ResultParts.of(scene, answers.ask(), answers.asking(), null);
            if (!result.isEmpty()) {
                parts.add(new Part.Heading(answers.ask().title()));
                parts.addAll(result);
            }
        }
        return parts;
    }

    /// Decisions that everybody took together, each at the last time it was taken.
    private static Stream<Shown.Answers> decided(Session session, List<Step.Ask> beside) {
        return session.protocol().steps().stream()
                .filter(Step.Decide.class::isInstance)
                .map(step -> Questions.main(session.mode(), step))
                .filter(Objects::nonNull)
                .filter(ask -> !beside.contains(ask))
                .map(ask -> Shown.of(session, ask))
                .filter(all -> !all.isEmpty())
                .map(List::getLast)
                .filter(answers -> answers.asking().group() == 0);
    }

    /// Keys of the askings whose answers the summary shows.
    public static Set<String> questions(Session session) {
        var shown =
                Stream.concat(
                                decided(session, List.of()),
                                keptQuestions(session).stream()
                                        .flatMap(ask -> Shown.of(session, ask).stream()))
                        .toList();
        return keys(session, shown);
    }

    private static Set<String> keys(Session session, List<Shown.Answers> shown) {
        return Stream.concat(
                        shown.stream().map(answers -> answers.asking().key()),
                        Shown.cardsBehind(session, shown))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Who holds the roles that were given before the start.
    static Map<String, List<Unit>> namedRoles(Session session) {
        var named = new LinkedHashMap<String, List<Unit>>();
        session.protocol().roles().stream()
                .filter(Role::isNamed)
                .map(Role::name)
                .forEach(role -> {
                    var holders = session.roles().get(role);
                    if (holders != null) {
                        named.put(role, holders);
                    }
                });
        return named;
    }

    /// The questions whose answers were kept.
    static List<Step.Ask> keptQuestions(Session session) {
        return kept(session)
                .flatMap(keep -> keep.saved().stream())
                .flatMap(name -> Questions.savedAs(session, name).stream())
                .distinct()
                .toList();
    }

    /// The steps at which something was kept.
    static Stream<Step.Keep> kept(Session session) {
        return session.kept().stream()
                .map(index -> session.protocol().steps().get(index))
                .filter(Step.Keep.class::isInstance)
                .map(Step.Keep.class::cast);
    }

    private static List<Part> kept(Scene scene) {
        return kept(scene.session())
                .flatMap(keep -> keep.saved().stream())
                .distinct()
                .flatMap(saved -> standing(scene.session(), saved))
                .flatMap(answers ->
                        AnswerParts.of(scene, answers.ask(), answers.asking(), null, null).stream())
                .toList();
    }

    /// Of a decision only its last time: the record has the others.
    private static Stream<Shown.Answers> standing(Session session, String saved) {
        var all = Shown.standing(session, saved);
        boolean isCounted = all.stream().anyMatch(answers -> ResultParts.isCounted(answers.ask()));
        return isCounted ? Stream.of(all.getLast()) : all.stream();
    }

    private static String headline(Scene scene) {
        var session = scene.session();
        var took = length(session);
        long people = attended(session).size();
        long teams = attended(session).stream().map(Seat::team).distinct().count();
        return scene.bundle()
                .text(
                        session.mode() == Mode.LIVE ? "summary.finished" : "summary.days",
                        Map.of(
                                "protocol", Markup.escape(session.protocol().name()),
                                "people", people,
                                "teams", teams,
                                "minutes", Math.max(1, took.toMinutes()),
                                "days", Math.max(1, took.toDays())));
    }

    /// Those who took part, also if they left before the end.
    static List<Seat> attended(Session session) {
        return session.seats().stream()
                .filter(seat ->
                        seat.presence() == Seat.Presence.HERE
                                || seat.presence() == Seat.Presence.LEFT)
                .toList();
    }

    /// From the first step to the end of the last.
    static Duration length(Session session) {
        if (session.past().isEmpty()) {
            return Duration.ZERO;
        }
        Instant from = session.past().getFirst().openedAt();
        return Duration.between(from, session.past().getLast().closedAt());
    }
}
