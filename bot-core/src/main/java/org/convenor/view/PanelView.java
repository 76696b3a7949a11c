package org.convenor.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Emphasis;
import org.convenor.chat.Press;
import org.convenor.people.Right;
import org.convenor.protocol.Names;
import org.convenor.protocol.Step;
import org.convenor.session.Circle;
import org.convenor.session.Floor;
import org.convenor.session.Gathering;
import org.convenor.session.Progress;
import org.convenor.session.Questions;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.session.Unit;
import org.jspecify.annotations.Nullable;

/// What one member can do right now: their form, their turn, and the controls if they lead.
public final class PanelView {
    private PanelView() {}

    /// A panel and a key that changes only when its meaning does, so that nobody's typing is
    /// replaced.
    ///
    /// @param key not to be read, only compared
    public record Panel(Message message, String key) {}

    /// The panel of one member.
    ///
    /// @param rights what the member may do in this session
    public static Panel render(Scene scene, MemberId reader, Set<Right> rights) {
        var session = scene.session();
        var seat = session.seat(reader);
        var parts = new ArrayList<Part>();
        var key = new StringBuilder(session.id().value()).append('/').append(session.phase());
        if (session.isOver()) {
            parts.add(new Part.Text(scene.bundle().text("panel.closed")));
        } else if (seat == null || !seat.isHere()) {
            outside(scene, seat, parts);
            key.append(seat == null ? "/out" : "/" + seat.presence());
        } else {
            inside(scene, seat, parts, key);
        }
        if (parts.isEmpty()) {
            parts.add(new Part.Text(scene.bundle().text(waiting(session))));
        }
        controls(scene, reader, rights, parts, key);
        return new Panel(new Message(summary(parts), parts), key.toString());
    }

    /// The questions whose own answers stand in the reader's forms.
    public static Set<String> questions(Session session) {
        var titles = new TreeSet<String>();
        for (var track : session.tracks().values()) {
            if (!(track.progress() instanceof Progress.Gathering)) {
                Questions.all(session.mode(), session.stepOf(track))
                        .forEach(ask -> titles.add(ask.title()));
            }
        }
        return titles;
    }

    private static String summary(List<Part> parts) {
        return parts.stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> Markup.plain(((Part.Text) part).markdown()))
                .findFirst()
                .orElse("");
    }

    private static String waiting(Session session) {
        boolean open =
                session.phase() == Session.Phase.RUNNING
                        && Floor.takesWords(session.mode(), session.stepOf(session.main()));
        return open ? "panel.floor" : "panel.wait";
    }

    private static void outside(Scene scene, @Nullable Seat seat, List<Part> parts) {
        var text =
                seat == null
                        ? "panel.join"
                        : switch (seat.presence()) {
                            case OBSERVING -> "panel.observing";
                            case DECLINED -> "panel.not-today";
                            case LEFT, HERE -> "panel.left";
                        };
        parts.add(new Part.Text(scene.bundle().text(text)));
        parts.add(new Part.Choices(List.of(BoardView.choice(scene, "join", Emphasis.PRIMARY))));
    }

    private static void inside(Scene scene, Seat seat, List<Part> parts, StringBuilder key) {
        for (var track : scene.session().tracks().values()) {
            if (!(track.progress() instanceof Progress.Gathering)) {
                key.append('/').append(track.visit());
                questions(scene, seat, track, parts, key);
                turn(scene, seat, track, parts, key);
            }
        }
    }

    private static void questions(
            Scene scene, Seat seat, Track track, List<Part> parts, StringBuilder key) {
        var session = scene.session();
        for (var ask : Questions.all(session.mode(), session.stepOf(track))) {
            var unit = Circle.unitOf(session, ask.who(), seat.member());
            if (unit == null) {
                continue;
            }
            var given = session.given(ask.title()).get(unit.key());
            if (given != null && ask.names() == Names.ANONYMOUS) {
                parts.add(new Part.Text(scene.bundle().text("panel.answered.final")));
                key.append(":sent");
                continue;
            }
            if (given != null) {
                parts.add(new Part.Text(scene.bundle().text("panel.answered")));
                key.append(":given").append(given.first());
            } else if (passed(track, ask, session).contains(unit)) {
                parts.add(new Part.Text(scene.bundle().text("panel.passed")));
                key.append(":passed");
            }
            var press = press(session, track, "answer", ask.title());
            var own =
                    given == null
                            ? Map.<String, String>of()
                            : AnswerForm.own(scene, ask, given.first());
            parts.add(new Part.Fields(AnswerForm.of(scene, ask, press, own)));
            if (given == null) {
                parts.add(new Part.Choices(besideForm(scene, track, ask)));
            }
        }
    }

    private static List<Part.Choice> besideForm(Scene scene, Track track, Step.Ask ask) {
        var choices = new ArrayList<Part.Choice>();
        if (!ask.before()) {
            choices.add(
                    new Part.Choice(
                            scene.bundle().text("do.pass"),
                            press(scene.session(), track, "pass", ask.title()),
                            Emphasis.PLAIN,
                            null));
        }
        if (track.deadline() != null) {
            choices.add(
                    new Part.Choice(
                            scene.bundle().text("do.need-time"),
                            press(scene.session(), track, "need-time", ""),
                            Emphasis.PLAIN,
                            null));
        }
        return choices;
    }

    private static Set<Unit> passed(Track track, Step.Ask ask, Session session) {
        boolean beside = ask.equals(Questions.beside(session.stepOf(track)));
        var progress = beside ? track.meanwhile() : track.progress();
        return progress instanceof Progress.Asked asked ? asked.passed() : Set.of();
    }

    private static void turn(
            Scene scene, Seat seat, Track track, List<Part> parts, StringBuilder key) {
        var bundle = scene.bundle();
        var step = scene.session().stepOf(track);
        if (track.progress() instanceof Progress.Speaking speaking
                && speaking.order().stream().anyMatch(unit -> unit.includes(seat))) {
            boolean now = speaking.now() != null && speaking.now().includes(seat);
            key.append(now ? ":now" : ":later");
            if (now) {
                parts.add(new Part.Text(bundle.text("panel.yours")));
            }
            var choices = new ArrayList<Part.Choice>();
            if (now) {
                choices.add(choice(scene, track, "done", "", Emphasis.PRIMARY));
            }
            choices.add(choice(scene, track, "pass", step.title(), Emphasis.PLAIN));
            parts.add(new Part.Choices(choices));
            return;
        }
        var listening = Floor.listening(step);
        if (listening != null && Circle.holds(scene.session(), seat.member(), listening)) {
            parts.add(new Part.Text(bundle.text("panel.listening")));
        }
    }

    private static void controls(
            Scene scene, MemberId reader, Set<Right> rights, List<Part> parts, StringBuilder key) {
        var session = scene.session();
        boolean leads = rights.contains(Right.CONTROL_SESSION);
        key.append(leads ? "/lead" : "");
        switch (session.phase()) {
            case GATHERING -> {
                if (leads) {
                    gathering(scene, parts, key);
                }
            }
            case RUNNING -> {
                if (leads) {
                    remote(scene, parts, key);
                }
            }
            case ENDED -> {
                if (leads) {
                    add(parts, List.of(BoardView.choice(scene, "reopen", Emphasis.PLAIN)));
                }
            }
        }
        var mayLead = rights.contains(Right.TAKE_OVER) && !reader.equals(session.facilitator());
        if (mayLead
                && !session.isOver()
                && (isWaiting(session) || reader.equals(session.starter()) || leads)) {
            var verb = reader.equals(session.starter()) ? "take-back" : "take-over";
            key.append(verb);
            add(parts, List.of(BoardView.choice(scene, verb, Emphasis.PLAIN)));
        }
        if (!leads && session.isHere(reader) && !session.isOver()) {
            add(parts, List.of(BoardView.choice(scene, "leave", Emphasis.PLAIN)));
        }
    }

    private static boolean isWaiting(Session session) {
        return switch (session.main().stage()) {
            case OFFERED_TO_CO_FACILITATORS, OFFERED_TO_ALL -> true;
            case OPEN, LAST_CALL, OVERTIME, WAITING -> session.main().isHeld();
        };
    }

    private static void gathering(Scene scene, List<Part> parts, StringBuilder key) {
        var session = scene.session();
        var missing = Gathering.missing(session);
        key.append(missing == null ? "/ready" : "/" + missing.template());
        parts.add(new Part.Divider());
        parts.add(
                new Part.Text(
                        missing == null
                                ? scene.bundle().text("panel.ready")
                                : scene.bundle()
                                        .text(
                                                "panel.missing",
                                                Map.of(
                                                        "problem",
                                                        Markup.escape(
                                                                LineView.problem(scene, missing)
                                                                        .what())))));
        add(
                parts,
                List.of(
                        BoardView.choice(
                                scene,
                                missing == null ? "begin" : "begin-anyway",
                                missing == null ? Emphasis.PRIMARY : Emphasis.PLAIN),
                        stop(scene)));
    }

    private static void remote(Scene scene, List<Part> parts, StringBuilder key) {
        var session = scene.session();
        var track = session.main();
        var step = session.stepOf(track);
        key.append('/').append(track.visit()).append(track.stage()).append(track.isHeld());
        parts.add(new Part.Divider());
        var aloud = step.heading().readAloud();
        if (aloud != null) {
            parts.add(
                    new Part.Text(
                            scene.bundle()
                                    .text(
                                            "panel.read-aloud",
                                            Map.of("text", scene.filled(aloud)))));
        }
        var choices = new ArrayList<Part.Choice>();
        choices.add(BoardView.choice(scene, "next", Emphasis.PRIMARY));
        if (track.stage() == Track.Stage.OVERTIME
                && !(track.progress() instanceof Progress.Asked)) {
            choices.add(BoardView.choice(scene, "finish", Emphasis.PLAIN));
        }
        choices.add(BoardView.choice(scene, "more", Emphasis.PLAIN));
        choices.add(BoardView.choice(scene, track.isHeld() ? "resume" : "pause", Emphasis.PLAIN));
        choices.add(BoardView.choice(scene, "back", Emphasis.PLAIN));
        choices.add(
                BoardView.choice(
                        scene, "skip", "", Emphasis.PLAIN, scene.bundle().text("confirm.skip")));
        for (var role : session.roles().keySet()) {
            choices.add(BoardView.choice(scene, "replace", role, Emphasis.PLAIN, null));
        }
        choices.add(stop(scene));
        add(parts, choices);
    }

    private static Part.Choice stop(Scene scene) {
        return BoardView.choice(
                scene, "stop", "", Emphasis.DANGER, scene.bundle().text("confirm.stop"));
    }

    private static Part.Choice choice(
            Scene scene, Track track, String verb, String argument, Emphasis emphasis) {
        var values = new HashMap<String, Object>();
        return new Part.Choice(
                scene.bundle().text("do." + verb, values),
                press(scene.session(), track, verb, argument),
                emphasis,
                null);
    }

    private static Press press(Session session, Track track, String verb, String argument) {
        return new Press(session.id(), track.id(), track.visit(), verb, argument);
    }

    private static void add(List<Part> parts, List<Part.Choice> choices) {
        parts.add(new Part.Choices(choices));
    }
}
