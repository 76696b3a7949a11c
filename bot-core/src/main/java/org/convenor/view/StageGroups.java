package org.convenor.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.convenor.chat.Part;
import org.convenor.session.Progress;
import org.convenor.session.Track;
import org.jspecify.annotations.Nullable;

/// The stage while people are in groups: who is where, and how long it lasts.
final class StageGroups {
    private StageGroups() {}

    static StageView of(Scene scene) {
        var session = scene.session();
        var main = session.main();
        var working =
                session.atWork(main).stream()
                        .filter(track -> !(track.progress() instanceof Progress.Arrived))
                        .toList();
        var common = common(working);
        var aloud = common == null ? null : session.stepOf(common).heading().readAloud();
        var last = last(working);
        var held = working.stream().filter(Track::isHeld).findFirst().orElse(null);
        var next = common == null ? main : common;
        return new StageView(
                scene.topic(),
                session.protocol().name(),
                PassLine.of(scene, next),
                common == null
                        ? scene.bundle().text("board.groups")
                        : session.stepOf(common).title(),
                Itinerary.number(session, next.step()),
                Itinerary.total(session),
                common == null ? "" : scene.stepText(session.stepOf(common)),
                aloud == null ? null : Markup.plain(scene.filled(aloud)),
                null,
                List.of(),
                common == null ? null : Itinerary.titleAfter(session, common),
                last == null ? null : last.deadline(),
                last == null ? left(held) : null,
                last == null ? planned(held) : last.planned(),
                List.<Part>of(GroupLines.onStage(scene, main, common == null)),
                last == null && held != null,
                false);
    }

    /// One of the groups, if all of them are at the same step; otherwise null.
    private static @Nullable Track common(List<Track> working) {
        return working.stream().map(Track::step).distinct().count() == 1
                ? working.getFirst()
                : null;
    }

    /// The group whose clock runs longest, or null if none runs.
    private static @Nullable Track last(List<Track> working) {
        return working.stream()
                .filter(track -> track.deadline() != null)
                .max(Comparator.comparing(StageGroups::deadline))
                .orElse(null);
    }

    private static Instant deadline(Track track) {
        return Objects.requireNonNull(track.deadline());
    }

    private static @Nullable Duration left(@Nullable Track held) {
        return held == null || held.hold() == null ? null : held.hold().left();
    }

    private static Duration planned(@Nullable Track held) {
        return held == null ? Duration.ZERO : held.planned();
    }
}
