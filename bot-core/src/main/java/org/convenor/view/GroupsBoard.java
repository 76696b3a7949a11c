package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.session.Group;
import org.convenor.session.Progress;
import org.convenor.session.Session;
import org.convenor.session.Track;

/// The board while people are in groups: who is with whom, and where each group is.
final class GroupsBoard {
    private GroupsBoard() {}

    static Message render(Scene scene) {
        var track = scene.track();
        var parts = new ArrayList<Part>();
        var heading = scene.bundle().text("board.groups");
        parts.add(new Part.Heading(heading));
        var pass = PassLine.of(scene, track);
        if (pass != null) {
            parts.add(new Part.Text(pass));
        }
        parts.add(
                new Part.Facts(
                        inside(scene.session(), track).stream()
                                .map(one -> fact(scene, one))
                                .toList()));
        parts.add(new Part.Text(scene.bundle().text("board.groups.readable")));
        parts.add(new Part.Divider());
        parts.add(
                new Part.Choices(
                        List.of(Buttons.plain(scene, "join"), Buttons.plain(scene, "catch-up"))));
        return new Message(
                scene.bundle()
                        .text(
                                "board.groups.summary",
                                Map.of("protocol", scene.session().protocol().name())),
                parts);
    }

    /// The tracks of all groups under a track, those inside others behind them.
    static List<Track> inside(Session session, Track track) {
        var all = new ArrayList<Track>();
        for (var child : session.tracksOf(track)) {
            all.add(child);
            all.addAll(inside(session, child));
        }
        return all;
    }

    private static Part.Fact fact(Scene scene, Track track) {
        var group = scene.session().groups().get(track.group());
        return new Part.Fact(group == null ? "" : label(scene, group), state(scene, track));
    }

    /// "Group 2: Ada, Bo". Plain text.
    static String label(Scene scene, Group group) {
        return scene.groupName(group.number()) + ": " + scene.people(group);
    }

    /// Where a group is, in a few words. Plain text.
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
        if (track.isHeld()) {
            return bundle.text("group.held", Map.of("step", title));
        }
        var deadline = track.deadline();
        return deadline == null
                ? title
                : bundle.text(
                        "group.at",
                        Map.of(
                                "step",
                                title,
                                "until",
                                Moments.time(
                                        deadline, scene.zone(), session.mode(), bundle.locale())));
    }

    /// The groups that are still at work, whose end this one waits for.
    static String waitsFor(Scene scene, Track track) {
        var session = scene.session();
        return session.tracksOf(session.track(track.parent())).stream()
                .filter(other -> !(other.progress() instanceof Progress.Arrived))
                .map(other -> session.groups().get(other.group()))
                .filter(Objects::nonNull)
                .map(group -> scene.groupName(group.number()))
                .collect(Collectors.joining(", "));
    }

    /// Groups with their people, before they part.
    ///
    /// @param ids of the groups
    static List<Part> groups(Scene scene, List<Integer> ids) {
        var facts =
                ids.stream()
                        .map(id -> scene.session().groups().get(id))
                        .filter(Objects::nonNull)
                        .map(group ->
                                new Part.Fact(scene.groupName(group.number()), scene.people(group)))
                        .toList();
        return facts.isEmpty() ? List.of() : List.of(new Part.Facts(facts));
    }
}
