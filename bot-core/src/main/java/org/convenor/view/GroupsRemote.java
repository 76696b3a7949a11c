package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Choice;
import org.convenor.chat.Part.Emphasis;
import org.convenor.session.Progress;
import org.convenor.session.Track;

/// The controls of whoever leads while people are in groups: every group at a glance, each with a
/// button to go on, and those for all of them.
final class GroupsRemote {
    private GroupsRemote() {}

    static void add(Scene scene, List<Part> parts, StringBuilder key) {
        var session = scene.session();
        parts.add(new Part.Text(scene.bundle().text("panel.groups")));
        var facts = new ArrayList<Part.Fact>();
        var onward = new ArrayList<Choice>();
        for (var track : GroupsBoard.inside(session, session.main())) {
            var group = session.groups().get(track.group());
            if (group == null) {
                continue;
            }
            key.append('/').append(track.visit()).append(track.stage()).append(track.isHeld());
            facts.add(
                    new Part.Fact(
                            GroupsBoard.label(scene, group), GroupsBoard.state(scene, track)));
            if (!track.isApart() && !(track.progress() instanceof Progress.Arrived)) {
                var label = scene.bundle().text("do.next.group", Map.of("number", group.number()));
                onward.add(
                        Buttons.labelled(
                                label, Buttons.press(session, track, "next", ""), Emphasis.PLAIN));
            }
        }
        parts.add(new Part.Facts(facts));
        if (!onward.isEmpty()) {
            parts.add(new Part.Choices(onward));
        }
        parts.add(new Part.Choices(forAll(scene)));
    }

    private static List<Choice> forAll(Scene scene) {
        var session = scene.session();
        var main = session.main();
        boolean held = session.atWork(main).stream().anyMatch(Track::isHeld);
        return List.of(
                confirmed(scene, "next", "do.together", "confirm.together", Emphasis.PRIMARY),
                Buttons.of(scene, main, "more", "", Emphasis.PLAIN),
                Buttons.of(scene, main, held ? "resume" : "pause", "", Emphasis.PLAIN),
                Buttons.of(scene, main, "move", "", Emphasis.PLAIN),
                Buttons.of(scene, main, "back", "", Emphasis.PLAIN),
                confirmed(scene, "stop", "do.stop", "confirm.stop", Emphasis.DANGER));
    }

    private static Choice confirmed(
            Scene scene, String verb, String label, String question, Emphasis emphasis) {
        var session = scene.session();
        return new Choice(
                scene.bundle().text(label),
                Buttons.press(session, session.main(), verb, ""),
                emphasis,
                scene.bundle().text(question));
    }
}
