package org.convenor.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.convenor.chat.Part;
import org.convenor.session.Progress;
import org.convenor.session.Session;
import org.convenor.session.Unit;
import org.jspecify.annotations.Nullable;

/// What stands on the screen that a facilitator shares on a call: nothing private, nothing to
/// press.
///
/// @param title what the session is about
/// @param pass which time a repeat is gone through, in small Markdown, or null outside of one
/// @param stepTitle empty while people gather, and when it is over
/// @param step one-based, as people count; zero while people gather
/// @param instruction small Markdown, as on the board
/// @param readAloud the line for whoever speaks, or null
/// @param speaker who has the floor, or null
/// @param upNext who speaks after, in order, at most five; who is here while people gather
/// @param nextStep title, or null behind the last step
/// @param deadline null while paused or untimed
/// @param left what was left when the clock stopped, or null while it runs
/// @param total the whole time of the step; zero if untimed
/// @param shown groups at work, or what everybody looks at now
public record StageView(
        String title,
        String protocolName,
        @Nullable String pass,
        String stepTitle,
        int step,
        int steps,
        String instruction,
        @Nullable String readAloud,
        @Nullable String speaker,
        List<String> upNext,
        @Nullable String nextStep,
        @Nullable Instant deadline,
        @Nullable Duration left,
        Duration total,
        List<Part> shown,
        boolean paused,
        boolean over) {
    public StageView {
        upNext = List.copyOf(upNext);
        shown = List.copyOf(shown);
    }

    private static final int NAMES_SHOWN = 5;

    /// More of them nobody reads from the back of a room.
    private static final int ANSWERS_SHOWN = 6;

    /// The stage of a session as everybody may see it.
    public static StageView of(Scene scene) {
        return switch (scene.session().phase()) {
            case GATHERING, ENDED -> still(scene);
            case RUNNING -> running(scene);
        };
    }

    /// The questions whose answers the stage shows now: their words must be in the scene.
    public static Set<String> questions(Session session) {
        return session.phase() == Session.Phase.GATHERING ? Set.of() : BoardView.questions(session);
    }

    /// The stage of a room in which nothing was started yet.
    public static StageView idle() {
        return new StageView(
                Bundle.of(Locale.ENGLISH).text("stage.idle"),
                "",
                null,
                "",
                0,
                0,
                "",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                Duration.ZERO,
                List.of(),
                false,
                false);
    }

    private static StageView still(Scene scene) {
        var session = scene.session();
        int steps = Itinerary.total(session);
        boolean over = session.isOver();
        var decisions = over ? SummaryView.decisions(scene) : List.<Part>of();
        var here = session.here().map(seat -> scene.name(seat.member())).toList();
        return new StageView(
                scene.topic(),
                session.protocol().name(),
                null,
                "",
                over ? steps : 0,
                steps,
                decisions.isEmpty() ? Markup.plain(session.protocol().purpose()) : "",
                null,
                null,
                over ? List.of() : here,
                over ? null : Itinerary.titleAfter(session, -1),
                null,
                null,
                Duration.ZERO,
                decisions,
                false,
                over);
    }

    private static StageView running(Scene scene) {
        var session = scene.session();
        var track = session.main();
        if (track.isApart()) {
            return StageGroups.of(scene);
        }
        var step = session.stepOf(track);
        var aloud = step.heading().readAloud();
        var order =
                track.progress() instanceof Progress.Speaking speaking
                        ? speaking.order()
                        : List.<Unit>of();
        return new StageView(
                scene.topic(),
                session.protocol().name(),
                PassLine.of(scene, track),
                step.title(),
                Itinerary.number(session, track.step()),
                Itinerary.total(session),
                scene.stepText(step),
                aloud == null ? null : Markup.plain(scene.filled(aloud)),
                order.isEmpty() ? null : scene.name(order.getFirst()),
                order.stream().skip(1).limit(NAMES_SHOWN).map(scene::name).toList(),
                Itinerary.titleAfter(session, track),
                track.deadline(),
                track.hold() == null ? null : track.hold().left(),
                track.planned(),
                shown(scene),
                track.isHeld(),
                false);
    }

    /// What came of the step before, and what this one shows, as long as it fits on a screen.
    private static List<Part> shown(Scene scene) {
        var session = scene.session();
        var track = session.main();
        var parts = new ArrayList<>(Latest.parts(scene, track));
        if (track.progress() instanceof Progress.Forming forming) {
            parts.addAll(GroupLines.moving(scene, forming.groups()));
        }
        var show = session.stepOf(track).show();
        var answers = show == null ? List.<Part>of() : AnswerParts.shown(scene, show);
        if (answers.size() <= ANSWERS_SHOWN) {
            parts.addAll(answers);
        }
        return parts;
    }
}
