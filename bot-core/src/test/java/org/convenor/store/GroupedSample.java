package org.convenor.store;

import static org.convenor.store.Sample.ADA;
import static org.convenor.store.Sample.BO;
import static org.convenor.store.Sample.CY;
import static org.convenor.store.Sample.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.session.Asking;
import org.convenor.session.Given;
import org.convenor.session.Group;
import org.convenor.session.Pass;
import org.convenor.session.Progress;
import org.convenor.session.Result;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.session.Unit;
import org.jspecify.annotations.Nullable;

/// The sample session while its people are in groups, in the second pass of a repeat, with a
/// decision behind them.
final class GroupedSample {
    private static final List<Pass> PASSES =
            List.of(new Pass(0, 2, List.of(Unit.of(BO), Unit.ofTeam("south"))));

    private GroupedSample() {}

    static Session session() {
        var plain = Sample.session();
        return new Session(
                plain.id(),
                plain.protocol(),
                plain.mode(),
                plain.calendar(),
                plain.phase(),
                null,
                plain.starter(),
                plain.facilitator(),
                plain.coFacilitators(),
                plain.seats(),
                Map.of(
                        "inner",
                        List.of(Unit.of(ADA), Unit.of(CY)),
                        Session.roleIn("speaker", "north"),
                        List.of(Unit.of(BO))),
                plain.settings(),
                tracks(),
                groups(),
                answers(),
                Set.of("Opening", new Asking("Warm", List.of(1), 2).key()),
                Map.of("Go", new Result(3, true, 0, List.of("7", "9.2"), 2, 1)),
                Set.of(3),
                List.of(
                        past(0, 0, List.of(), null),
                        past(1, 2, List.of(1), Session.Left.BROKEN_OFF)),
                12,
                9,
                3);
    }

    private static Map<Integer, Track> tracks() {
        var main = new Progress.Apart(3, 9, List.of(List.of(1, 2), List.of(3)));
        var turns =
                new Progress.Speaking(
                        List.of(Unit.of(CY)),
                        Set.of(Unit.of(ADA)),
                        List.of(Unit.of(BO)),
                        false,
                        NOON.plusSeconds(60),
                        true);
        var asked =
                new Progress.Asked(
                        Set.of(Unit.of(BO)),
                        Set.of(),
                        Map.of("m:bo", List.of("7"), Progress.Asked.FOR_ALL, List.of("7", "9.2")));
        return Map.of(
                Session.MAIN,
                track(Session.MAIN, 0, main, null),
                10,
                track(10, 1, new Progress.Arrived(3), null),
                11,
                track(11, 2, turns, NOON.plusSeconds(60)),
                12,
                track(12, 3, asked, NOON.plusSeconds(90)),
                13,
                track(13, 4, new Progress.Forming(List.of(5, 6)), NOON.plusSeconds(5)));
    }

    private static Track track(int id, int group, Progress progress, @Nullable Instant due) {
        return new Track(
                id,
                group,
                Session.MAIN,
                group > 0 ? 1 : 0,
                PASSES,
                1,
                id + 1,
                Track.Stage.OPEN,
                NOON,
                due,
                due,
                Duration.ofMinutes(5),
                group == 2 ? new Track.Hold(Track.Reason.PAUSED, Duration.ofSeconds(7)) : null,
                progress,
                null);
    }

    private static Map<Integer, Group> groups() {
        var one = new Group(1, 1, 1, 0, 9, List.of(Unit.of(ADA)), Set.of(ADA));
        var two = new Group(2, 2, 1, 0, 9, List.of(Unit.ofTeam("south")), Set.of(CY, BO));
        var joined =
                new Group(
                        3,
                        1,
                        3,
                        0,
                        11,
                        List.of(Unit.ofGroup(1), Unit.ofGroup(2)),
                        Set.of(ADA, BO, CY));
        return Map.of(1, one, 2, two, 3, joined);
    }

    private static Map<String, Map<String, Given>> answers() {
        var named = new Given(BO, 5, 3, 4, false, List.of("cy"), Given.Consent.ASKED);
        var sorted = new Given(CY, 8, 1, 5, true, List.of("7=now", "9.2=later"), null);
        return Map.of(
                "Go",
                Map.of("m:ada", new Given(ADA, 2, 1, 3, false, List.of("7"), null)),
                new Asking("Warm", List.of(1), 2).key(),
                Map.of("m:bo", named, "g:2", sorted));
    }

    private static Session.Past past(
            int step, int group, List<Integer> passes, Session.@Nullable Left left) {
        return new Session.Past(
                step, step + 1, NOON.minusSeconds(60), NOON, false, group, passes, left);
    }
}
