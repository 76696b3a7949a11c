package org.convenor.view;

import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.session.Pass;
import org.convenor.session.Track;
import org.jspecify.annotations.Nullable;

/// Which time a track goes through its repeats, in small Markdown: "Meetings: 2 of 3".
final class PassLine {
    private PassLine() {}

    /// @return null outside of repeats
    static @Nullable String of(Scene scene, Track track) {
        if (track.passes().isEmpty()) {
            return null;
        }
        return track.passes().stream()
                .map(pass -> line(scene, pass))
                .collect(Collectors.joining(" · "));
    }

    private static String line(Scene scene, Pass pass) {
        var step = scene.session().protocol().steps().get(pass.repeat());
        var turn = pass.turn();
        if (turn != null) {
            return scene.bundle().text("pass.turn", Map.of("who", Markup.escape(scene.name(turn))));
        }
        return scene.bundle()
                .text(
                        "pass.round",
                        Map.of(
                                "title",
                                Markup.escape(step.title()),
                                "number",
                                pass.number(),
                                "most",
                                most(step)));
    }

    /// How many passes there are at most.
    private static int most(Step step) {
        if (!(step instanceof Step.Repeat repeat)) {
            return 1;
        }
        return switch (repeat.times()) {
            case Times.Rounds(int number) -> number;
            case Times.UntilTrue(_, int most) -> most;
            case Times.ForEach _ -> 1;
        };
    }
}
