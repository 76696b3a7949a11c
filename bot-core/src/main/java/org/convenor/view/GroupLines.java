package org.convenor.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Choice;
import org.convenor.chat.Part.GroupLine;
import org.convenor.session.Group;
import org.convenor.session.Progress;
import org.convenor.session.Track;

/// Groups beside each other: who is in each, and where it is.
final class GroupLines {
    private GroupLines() {}

    /// The groups at work under a track, those inside others behind them.
    ///
    /// @param choices the buttons of each
    static Part.Groups atWork(Scene scene, Track track, Function<Track, List<Choice>> choices) {
        return new Part.Groups(
                GroupsBoard.inside(scene.session(), track).stream()
                        .filter(one -> scene.session().groups().containsKey(one.group()))
                        .map(one -> line(scene, one, choices.apply(one)))
                        .toList());
    }

    /// The same for a screen that has one large clock for all of them.
    ///
    /// @param apart whether they are at different steps, so that each says at which; otherwise only
    ///   those that are done say so
    static Part.Groups onStage(Scene scene, Track track, boolean apart) {
        return new Part.Groups(
                atWork(scene, track, _ -> List.of()).groups().stream()
                        .map(one ->
                                new GroupLine(
                                        one.name(),
                                        one.people(),
                                        apart || one.done() ? one.state() : "",
                                        null,
                                        one.done(),
                                        one.own(),
                                        List.of()))
                        .toList());
    }

    /// Groups before they part, without anything of their own yet.
    ///
    /// @param ids of the groups
    static List<Part> moving(Scene scene, List<Integer> ids) {
        var lines =
                ids.stream()
                        .map(id -> scene.session().groups().get(id))
                        .filter(Objects::nonNull)
                        .map(group -> line(scene, group))
                        .toList();
        return lines.isEmpty() ? List.of() : List.of(new Part.Groups(lines));
    }

    private static GroupLine line(Scene scene, Group group) {
        return new GroupLine(
                scene.groupName(group.number()),
                people(scene, group),
                "",
                null,
                false,
                isOwn(scene, group.id()),
                List.of());
    }

    private static GroupLine line(Scene scene, Track track, List<Choice> choices) {
        var group = Objects.requireNonNull(scene.session().groups().get(track.group()));
        var left = track.hold() == null ? null : track.hold().left();
        var clock =
                track.deadline() == null && left == null
                        ? null
                        : new Part.Deadline(track.deadline(), left, track.planned());
        return new GroupLine(
                name(scene, track),
                people(scene, group),
                state(scene, track),
                clock,
                track.progress() instanceof Progress.Arrived,
                isOwn(scene, group.id()),
                choices);
    }

    /// Inside another group the number alone would not do.
    private static String name(Scene scene, Track track) {
        var own = Objects.requireNonNullElse(scene.group(track.group()), "");
        var outer = scene.group(scene.session().track(track.parent()).group());
        return outer == null ? own : outer + ", " + own;
    }

    private static List<String> people(Scene scene, Group group) {
        return scene.session().here(group.id()).map(seat -> scene.name(seat.member())).toList();
    }

    private static boolean isOwn(Scene scene, int group) {
        return scene.reader().groups().contains(group);
    }

    /// Where a group is, in a few words beside its clock. Plain text.
    static String state(Scene scene, Track track) {
        var session = scene.session();
        var bundle = scene.bundle();
        if (track.progress() instanceof Progress.Arrived) {
            return bundle.text("group.arrived", Map.of("who", waitsFor(scene, track)));
        }
        if (track.isApart()) {
            return bundle.text("group.apart");
        }
        var title = session.stepOf(track).title();
        return track.isHeld() ? bundle.text("group.held", Map.of("step", title)) : title;
    }

    /// The groups that are still at work, whose end this one waits for.
    static String waitsFor(Scene scene, Track track) {
        var session = scene.session();
        return session.tracksOf(session.track(track.parent())).stream()
                .filter(other -> !(other.progress() instanceof Progress.Arrived))
                .map(other -> scene.group(other.group()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
