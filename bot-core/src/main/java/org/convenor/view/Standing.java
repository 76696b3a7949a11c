package org.convenor.view;

import java.util.Map;
import org.convenor.protocol.Step;
import org.convenor.session.Circle;
import org.convenor.session.Progress;
import org.convenor.session.Questions;
import org.convenor.session.Track;
import org.jspecify.annotations.Nullable;

/// How a step stands, in a sentence that everybody may read. Small Markdown.
final class Standing {
    private Standing() {}

    /// What is unusual about the step right now, or null if it simply runs.
    static @Nullable String of(Scene scene, Track track) {
        var bundle = scene.bundle();
        var hold = track.hold();
        if (hold != null) {
            return switch (hold.reason()) {
                case PAUSED -> bundle.text("board.paused");
                case PRESENTER_LEFT -> bundle.text("board.presenter-left");
            };
        }
        if (track.progress() instanceof Progress.Arrived) {
            return bundle.text(
                    "board.arrived",
                    Map.of("who", Markup.escape(GroupLines.waitsFor(scene, track))));
        }
        boolean votes = scene.session().stepOf(track) instanceof Step.Decide;
        return switch (track.stage()) {
            case OPEN, LAST_CALL -> null;
            case OVERTIME ->
                    bundle.text(
                            track.progress() instanceof Progress.Asked
                                    ? "board.finishing"
                                    : "board.overtime");
            case WAITING, OFFERED_TO_CO_FACILITATORS, OFFERED_TO_ALL ->
                    bundle.text(
                            votes ? "board.waiting-votes" : "board.waiting",
                            Map.of(
                                    "who",
                                    Markup.escape(scene.name(scene.session().facilitator()))));
        };
    }

    /// How many of those asked have answered.
    static String count(Scene scene, Track track, Step.Ask ask, Progress.Asked asked) {
        var session = scene.session();
        int answered = Questions.given(session, track, ask).size();
        int quorum =
                asked.asked().isEmpty()
                        ? Circle.of(session, track, ask.who()).size()
                        : asked.asked().size();
        return scene.bundle()
                .text(
                        "board.answered",
                        Map.of("answered", answered, "asked", Math.max(quorum, answered)));
    }
}
