package org.convenor.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.convenor.session.Progress;
import org.convenor.session.Unit;
import org.jspecify.annotations.Nullable;

/// What stands on the screen that a facilitator shares on a call: nothing private, nothing to
/// press.
///
/// @param title what the session is about
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
public record StageView(
        String title,
        String protocolName,
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
        boolean paused,
        boolean over) {
    public StageView {
        upNext = List.copyOf(upNext);
    }

    private static final int NAMES_SHOWN = 5;

    /// The stage of a session as everybody may see it.
    public static StageView of(Scene scene) {
        return switch (scene.session().phase()) {
            case GATHERING, ENDED -> still(scene);
            case RUNNING -> running(scene);
        };
    }

    /// The stage of a room in which nothing was started yet.
    public static StageView idle() {
        return new StageView(
                Bundle.of(Locale.ENGLISH).text("stage.idle"),
                "",
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
                false,
                false);
    }

    private static StageView still(Scene scene) {
        var session = scene.session();
        int steps = Itinerary.total(session);
        boolean over = session.isOver();
        var here = session.here().map(seat -> scene.name(seat.member())).toList();
        return new StageView(
                scene.topic(),
                session.protocol().name(),
                "",
                over ? steps : 0,
                steps,
                Markup.plain(session.protocol().purpose()),
                null,
                null,
                over ? List.of() : here,
                over ? null : Itinerary.titleAfter(session, -1),
                null,
                null,
                Duration.ZERO,
                false,
                over);
    }

    private static StageView running(Scene scene) {
        var session = scene.session();
        var track = session.main();
        var step = session.stepOf(track);
        var aloud = step.heading().readAloud();
        var order =
                track.progress() instanceof Progress.Speaking speaking
                        ? speaking.order()
                        : List.<Unit>of();
        return new StageView(
                scene.topic(),
                session.protocol().name(),
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
                track.isHeld(),
                false);
    }
}
