package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.protocol.Step;
import org.convenor.session.Circle;
import org.convenor.session.Progress;
import org.convenor.session.Questions;
import org.convenor.session.Session;
import org.convenor.session.Track;

/// The board: one message for everyone in a channel, edited in place.
public final class BoardView {
    private static final Set<String> FOR_NEWCOMERS = Set.of("join", "observe", "decline");
    private static final Set<String> FOR_THOSE_HERE = Set.of("need-time");

    private BoardView() {}

    /// The board of a session as a channel may read it.
    public static Message render(Scene scene) {
        return switch (scene.session().phase()) {
            case GATHERING -> GatheringBoard.render(scene);
            case RUNNING -> scene.track().isApart() ? GroupsBoard.render(scene) : running(scene);
            case ENDED -> SummaryView.board(scene);
        };
    }

    /// The same board without the buttons that would do nothing for this reader: who is in need not
    /// join, and who is not cannot ask for more time. For platforms that show each person a board
    /// of their own.
    public static Message forReader(Message board, Session session, MemberId reader) {
        var idle = session.isHere(reader) ? FOR_NEWCOMERS : FOR_THOSE_HERE;
        var parts = new ArrayList<Part>();
        for (var part : board.parts()) {
            if (part instanceof Part.Choices(var choices)) {
                var left =
                        choices.stream()
                                .filter(choice -> !idle.contains(choice.press().verb()))
                                .toList();
                if (!left.isEmpty()) {
                    parts.add(new Part.Choices(left));
                }
            } else {
                parts.add(part);
            }
        }
        return new Message(board.summary(), parts);
    }

    /// What stands where no session is.
    public static Message idle(Bundle bundle) {
        return new Message(
                bundle.text("board.idle.summary"),
                List.of(new Part.Text(bundle.text("board.idle"))));
    }

    /// The questions whose answers the board shows now: their words must be in the scene.
    public static Set<String> questions(Session session) {
        return switch (session.phase()) {
            case GATHERING -> GatheringBoard.questions(session);
            case RUNNING -> questions(session, session.main());
            case ENDED -> SummaryView.questions(session);
        };
    }

    /// The same for the track that somebody is on.
    public static Set<String> questions(Session session, Track track) {
        return track.isApart() ? Set.of() : new TreeSet<>(Shown.keys(session, track));
    }

    private static Message running(Scene scene) {
        var track = scene.track();
        var step = scene.session().stepOf(track);
        var parts = new ArrayList<Part>();
        parts.add(new Part.Heading(stepNumber(scene, track)));
        var pass = PassLine.of(scene, track);
        if (pass != null) {
            parts.add(new Part.Text(pass));
        }
        var group = scene.session().groups().get(track.group());
        if (group != null) {
            var names = Map.of("number", group.number(), "who", Markup.escape(scene.people(group)));
            parts.add(new Part.Text(scene.bundle().text("board.group", names)));
        }
        var text = scene.stepText(step);
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text));
        }
        var state = Standing.of(scene, track);
        if (state != null) {
            parts.add(new Part.Text(state));
        }
        parts.add(
                new Part.Deadline(
                        track.deadline(),
                        track.hold() == null ? null : track.hold().left(),
                        track.planned()));
        if (track.progress() instanceof Progress.Forming forming) {
            parts.addAll(GroupLines.moving(scene, forming.groups()));
        }
        parts.addAll(Latest.parts(scene, track));
        addShown(scene, step, parts);
        TurnLines.add(scene, track, parts);
        addQuestions(scene, track, step, parts);
        parts.add(new Part.Divider());
        parts.add(new Part.Text(next(scene, track)));
        parts.add(new Part.Choices(choices(scene, track)));
        return new Message(summary(scene, track, step), parts);
    }

    private static List<Part.Choice> choices(Scene scene, Track track) {
        var choices = new ArrayList<Part.Choice>();
        choices.add(Buttons.plain(scene, "join"));
        choices.add(Buttons.plain(scene, "catch-up"));
        if (track.deadline() != null) {
            choices.add(Buttons.plain(scene, "need-time"));
        }
        return choices;
    }

    private static String summary(Scene scene, Track track, Step step) {
        var session = scene.session();
        return scene.bundle()
                .text(
                        "board.running.summary",
                        Map.of(
                                "protocol", session.protocol().name(),
                                "number", Itinerary.number(session, track.step()),
                                "total", Itinerary.total(session),
                                "step", step.title()));
    }

    private static String stepNumber(Scene scene, Track track) {
        var session = scene.session();
        return scene.bundle()
                .text(
                        "board.step",
                        Map.of(
                                "number", Itinerary.number(session, track.step()),
                                "total", Itinerary.total(session),
                                "step", session.stepOf(track).title()));
    }

    private static void addQuestions(Scene scene, Track track, Step step, List<Part> parts) {
        var session = scene.session();
        var ask = Questions.main(session.mode(), step);
        if (ask != null && track.progress() instanceof Progress.Asked asked) {
            parts.add(new Part.Text(Standing.count(scene, track, ask, asked)));
            parts.addAll(now(scene, track, ask));
        }
        var beside = step.meanwhile();
        if (beside != null) {
            parts.add(new Part.Text(beside(scene, track, beside)));
            parts.addAll(now(scene, track, beside));
        }
    }

    private static List<Part> now(Scene scene, Track track, Step.Ask ask) {
        return AnswerParts.of(scene, ask, Questions.asking(track, ask.title()), null, null);
    }

    private static String beside(Scene scene, Track track, Step.Ask ask) {
        var session = scene.session();
        var units = Circle.of(session, track, ask.who());
        boolean given = !Questions.given(session, track, ask).isEmpty();
        return scene.bundle()
                .text(
                        given ? "board.beside.done" : "board.beside",
                        Map.of(
                                "step",
                                Markup.escape(ask.title()),
                                "who",
                                units.size() == 1
                                        ? Markup.escape(scene.name(units.getFirst()))
                                        : "none"));
    }

    private static void addShown(Scene scene, Step step, List<Part> parts) {
        var show = step.show();
        if (show != null) {
            parts.addAll(AnswerParts.shown(scene, show));
        }
    }

    private static String next(Scene scene, Track track) {
        var next = Itinerary.titleAfter(scene.session(), track);
        return next == null
                ? scene.bundle().text("board.last")
                : scene.bundle().text("board.next", Map.of("step", Markup.escape(next)));
    }
}
