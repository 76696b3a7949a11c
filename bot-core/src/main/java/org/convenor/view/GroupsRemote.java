package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Choice;
import org.convenor.chat.Part.Emphasis;
import org.convenor.session.Progress;
import org.convenor.session.Track;

/// The controls of whoever leads while people are in groups: every group at a glance, each with its
/// own buttons, and those for all of them.
final class GroupsRemote {
    private GroupsRemote() {}

    static void add(Scene scene, List<Part> parts, StringBuilder key) {
        var session = scene.session();
        parts.add(new Part.Text(scene.bundle().text("panel.groups")));
        for (var track : GroupsBoard.inside(session, session.main())) {
            key.append('/').append(track.visit()).append(track.stage()).append(track.isHeld());
        }
        parts.add(GroupLines.atWork(scene, session.main(), track -> forOne(scene, track)));
        parts.add(new Part.Choices(forAll(scene)));
    }

    private static List<Choice> forOne(Scene scene, Track track) {
        if (track.isApart() || track.progress() instanceof Progress.Arrived) {
            return List.of();
        }
        var number = scene.session().groups().get(track.group());
        var choices = new ArrayList<Choice>();
        boolean waits = Remote.isWaitingForVotes(scene, track);
        if (waits) {
            choices.add(Buttons.of(scene, track, "nudge", "", Emphasis.PLAIN));
        }
        choices.add(
                Buttons.labelled(
                        scene.bundle()
                                .text(
                                        waits ? "do.next.group.without" : "do.next.group",
                                        Map.of("number", number == null ? 0 : number.number())),
                        Buttons.press(scene.session(), track, "next", ""),
                        Emphasis.PLAIN));
        return choices;
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
