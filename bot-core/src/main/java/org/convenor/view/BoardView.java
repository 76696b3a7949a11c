package org.convenor.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Emphasis;
import org.convenor.chat.Press;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.session.Circle;
import org.convenor.session.Gathering;
import org.convenor.session.Progress;
import org.convenor.session.Questions;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.session.Unit;
import org.convenor.session.Visible;
import org.jspecify.annotations.Nullable;

/// The board: one message for everyone in a channel, edited in place.
public final class BoardView {
    private BoardView() {}

    /// The board of a session as a channel may read it.
    public static Message render(Scene scene) {
        return switch (scene.session().phase()) {
            case GATHERING -> gathering(scene);
            case RUNNING -> running(scene);
            case ENDED -> SummaryView.board(scene);
        };
    }

    /// What stands where no session is.
    public static Message idle(Bundle bundle) {
        return new Message(
                bundle.text("board.idle.summary"),
                List.of(new Part.Text(bundle.text("board.idle"))));
    }

    /// The questions whose answers the board shows now: their words must be in the scene.
    public static Set<String> questions(Session session) {
        var titles = new TreeSet<String>();
        if (session.phase() == Session.Phase.RUNNING) {
            var step = session.stepOf(session.main());
            var show = shown(step);
            if (show != null) {
                Questions.savedAs(session, show.saved()).forEach(ask -> titles.add(ask.title()));
            }
            Questions.all(session.mode(), step).forEach(ask -> titles.add(ask.title()));
        }
        if (session.isOver()) {
            titles.addAll(SummaryView.questions(session));
        }
        return titles;
    }

    private static Message gathering(Scene scene) {
        var session = scene.session();
        var bundle = scene.bundle();
        var parts = new ArrayList<Part>();
        parts.add(new Part.Heading(session.protocol().name()));
        parts.add(new Part.Said(null, null, scene.topic(), bundle.text("board.about")));
        parts.add(new Part.Text(Markup.plain(session.protocol().purpose())));
        parts.add(new Part.Facts(facts(scene)));
        parts.add(new Part.People(people(scene)));
        for (var track : session.tracks().values()) {
            if (track.progress() instanceof Progress.Asked
                    && session.stepOf(track) instanceof Step.Ask ask) {
                parts.add(
                        new Part.Text(
                                bundle.text(
                                        workKey(session, ask),
                                        Map.of("step", Markup.escape(ask.title())))));
            }
        }
        parts.add(new Part.Divider());
        parts.add(
                new Part.Choices(
                        List.of(
                                choice(scene, "join", Emphasis.PRIMARY),
                                choice(scene, "observe", Emphasis.PLAIN),
                                choice(scene, "decline", Emphasis.PLAIN))));
        var summary =
                bundle.text(
                        "board.gathering.summary",
                        Map.of("protocol", session.protocol().name(), "about", scene.topic()));
        return new Message(summary, parts);
    }

    private static String workKey(Session session, Step.Ask ask) {
        return session.given(ask.title()).isEmpty() ? "board.work.open" : "board.work.done";
    }

    private static List<Part.Fact> facts(Scene scene) {
        var session = scene.session();
        var bundle = scene.bundle();
        var facts = new ArrayList<Part.Fact>();
        facts.add(
                new Part.Fact(bundle.text("board.facilitator"), scene.name(session.facilitator())));
        session.roles()
                .forEach((role, unit) -> facts.add(new Part.Fact(capital(role), scene.name(unit))));
        var minutes = Map.of("minutes", session.protocol().liveLength().toMinutes());
        facts.add(
                new Part.Fact(
                        bundle.text("board.mode"),
                        bundle.text("board.mode." + session.mode(), minutes)));
        return facts;
    }

    private static Message running(Scene scene) {
        var session = scene.session();
        var track = session.main();
        var step = session.stepOf(track);
        var bundle = scene.bundle();
        var parts = new ArrayList<Part>();
        parts.add(new Part.Heading(stepNumber(scene, track)));
        var text = scene.stepText(step);
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text));
        }
        state(scene, track).forEach(line -> parts.add(new Part.Text(line)));
        parts.add(deadline(track));
        addTurns(scene, track, parts);
        addCounts(scene, track, step, parts);
        addShown(scene, step, parts);
        parts.add(new Part.Divider());
        parts.add(new Part.Text(next(scene, track)));
        parts.add(
                new Part.Choices(
                        List.of(
                                choice(scene, "join", Emphasis.PLAIN),
                                choice(scene, "catch-up", Emphasis.PLAIN),
                                choice(scene, "need-time", Emphasis.PLAIN))));
        var summary =
                bundle.text(
                        "board.running.summary",
                        Map.of(
                                "protocol", session.protocol().name(),
                                "number", track.step() + 1,
                                "total", session.protocol().steps().size(),
                                "step", step.title()));
        return new Message(summary, parts);
    }

    static String stepNumber(Scene scene, Track track) {
        var steps = scene.session().protocol().steps();
        return "%d of %d · %s"
                .formatted(track.step() + 1, steps.size(), steps.get(track.step()).title());
    }

    /// How the step stands, if it does not simply run.
    static List<String> state(Scene scene, Track track) {
        var bundle = scene.bundle();
        var hold = track.hold();
        if (hold != null) {
            return List.of(
                    bundle.text(
                            switch (hold.reason()) {
                                case PAUSED -> "board.paused";
                                case PRESENTER_LEFT -> "board.presenter-left";
                            }));
        }
        return switch (track.stage()) {
            case OPEN, LAST_CALL -> List.of();
            case OVERTIME ->
                    List.of(
                            bundle.text(
                                    track.progress() instanceof Progress.Asked
                                            ? "board.finishing"
                                            : "board.overtime"));
            case WAITING, OFFERED_TO_CO_FACILITATORS, OFFERED_TO_ALL ->
                    List.of(
                            bundle.text(
                                    "board.waiting",
                                    Map.of(
                                            "who",
                                            Markup.escape(
                                                    scene.name(scene.session().facilitator())))));
        };
    }

    static Part.Deadline deadline(Track track) {
        return new Part.Deadline(
                track.deadline(),
                track.hold() == null ? null : track.hold().left(),
                track.planned());
    }

    private static void addTurns(Scene scene, Track track, List<Part> parts) {
        if (track.progress() instanceof Progress.Speaking speaking) {
            var lines = new ArrayList<Part.PersonLine>();
            for (var unit : speaking.spoken()) {
                lines.add(line(scene, unit, "person.spoken", false));
            }
            for (var unit : speaking.passed()) {
                lines.add(line(scene, unit, "person.passed", false));
            }
            for (int index = 0; index < speaking.order().size(); index++) {
                var key = index == 0 ? "person.now" : index == 1 ? "person.next" : "person.waiting";
                lines.add(line(scene, speaking.order().get(index), key, index == 0));
            }
            parts.add(new Part.People(lines));
        }
    }

    private static Part.PersonLine line(Scene scene, Unit unit, String key, boolean now) {
        var team = unit.isTeam() ? null : scene.team(new MemberId(unit.id()));
        return new Part.PersonLine(scene.name(unit), team, scene.bundle().text(key), now);
    }

    private static void addCounts(Scene scene, Track track, Step step, List<Part> parts) {
        var session = scene.session();
        var ask = Questions.main(session.mode(), step);
        if (ask != null && track.progress() instanceof Progress.Asked asked) {
            parts.add(new Part.Text(count(scene, ask, asked)));
            answers(scene, ask, null).forEach(parts::add);
        }
        var beside = Questions.beside(step);
        if (beside != null) {
            parts.add(
                    new Part.Text(
                            scene.bundle()
                                    .text(
                                            "board.also",
                                            Map.of("step", Markup.escape(beside.title())))));
        }
    }

    static String count(Scene scene, Step.Ask ask, Progress.Asked asked) {
        var session = scene.session();
        int answered = session.given(ask.title()).size();
        int all = Math.max(asked.asked().size(), answered);
        if (asked.asked().isEmpty()) {
            all = Math.max(answered, Circle.of(session, ask.who()).size());
        }
        return scene.bundle().text("board.answered", Map.of("answered", answered, "asked", all));
    }

    private static void addShown(Scene scene, Step step, List<Part> parts) {
        var show = shown(step);
        if (show == null) {
            return;
        }
        for (var ask : Questions.savedAs(scene.session(), show.saved())) {
            parts.addAll(answers(scene, ask, show.field()));
        }
    }

    /// The visible answers to a question; fields of one answer stand together, in its order.
    static List<Part> answers(Scene scene, Step.Ask ask, @Nullable String field) {
        var parts = new ArrayList<Part>();
        for (var visible : scene.answers(ask.title())) {
            if ((field == null || field.equals(visible.field())) && !visible.text().isBlank()) {
                parts.add(answer(scene, ask, visible, field == null));
            }
        }
        return parts;
    }

    private static Part answer(Scene scene, Step.Ask ask, Visible visible, boolean labelled) {
        boolean single = visible.field().equals(Answer.ONLY);
        var note = new ArrayList<String>();
        if (labelled && !single) {
            note.add(capital(visible.field()));
        }
        if (visible.late()) {
            note.add(scene.bundle().text("late"));
        }
        var by = ask.names() == Names.SHOWN ? visible.by() : null;
        return new Part.Said(
                by == null ? null : scene.name(by),
                by == null ? null : scene.team(by),
                visible.text(),
                note.isEmpty() ? null : String.join(", ", note));
    }

    private static String next(Scene scene, Track track) {
        var next = nextTitle(scene.session(), track);
        return next == null
                ? scene.bundle().text("board.last")
                : scene.bundle().text("board.next", Map.of("step", Markup.escape(next)));
    }

    /// Title of the next step that takes time, or null behind the last one.
    static @Nullable String nextTitle(Session session, Track track) {
        var steps = session.protocol().steps();
        for (int index = track.step() + 1; index < steps.size(); index++) {
            var step = steps.get(index);
            var timing = step.heading().timing();
            boolean takesTime =
                    session.mode() == Mode.LIVE ? timing.live() != null : timing.async() != null;
            if (takesTime && !(step instanceof Step.Keep)) {
                return step.title();
            }
        }
        return null;
    }

    static @Nullable Show shown(Step step) {
        return switch (step) {
            case Step.Ask ask -> ask.show();
            case Step.Display display -> display.show();
            case Step.Turn turn -> turn.show();
            case Step.Talk talk -> talk.show();
            case Step.Quiet quiet -> quiet.show();
            case Step.Round round -> round.show();
            case Step.Say _, Step.Keep _ -> null;
        };
    }

    /// Everybody who takes part or looks on, and how.
    public static List<Part.PersonLine> people(Scene scene) {
        var lines = new ArrayList<Part.PersonLine>();
        for (var seat : scene.session().seats()) {
            if (seat.presence() != Seat.Presence.DECLINED) {
                lines.add(
                        new Part.PersonLine(
                                scene.name(seat.member()),
                                scene.team(seat.member()),
                                state(scene, seat),
                                false));
            }
        }
        return lines;
    }

    private static String state(Scene scene, Seat seat) {
        var bundle = scene.bundle();
        if (seat.presence() == Seat.Presence.OBSERVING) {
            return bundle.text("board.observing");
        }
        if (seat.presence() == Seat.Presence.LEFT) {
            return bundle.text("person.left");
        }
        if (seat.member().equals(scene.session().facilitator())) {
            return bundle.text("person.facilitator");
        }
        return scene.session().roles().entrySet().stream()
                .filter(role -> role.getValue().includes(seat))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    static Part.Choice choice(Scene scene, String verb, Emphasis emphasis) {
        return choice(scene, verb, "", emphasis, null);
    }

    static Part.Choice choice(
            Scene scene,
            String verb,
            String argument,
            Emphasis emphasis,
            @Nullable String confirm) {
        var values = new HashMap<String, Object>();
        values.put("mode", scene.session().mode().name());
        values.put("role", argument);
        return new Part.Choice(
                scene.bundle().text("do." + verb, values),
                press(scene, verb, argument),
                emphasis,
                confirm);
    }

    static Press press(Scene scene, String verb, String argument) {
        var main = scene.session().main();
        return new Press(scene.session().id(), main.id(), main.visit(), verb, argument);
    }

    static String capital(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// Whether everything is ready to begin.
    static boolean isReady(Session session) {
        return Gathering.missing(session) == null;
    }
}
