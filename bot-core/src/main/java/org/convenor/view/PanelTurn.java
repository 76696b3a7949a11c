package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Choice;
import org.convenor.chat.Part.Emphasis;
import org.convenor.protocol.Step;
import org.convenor.session.Floor;
import org.convenor.session.Progress;
import org.convenor.session.Seat;
import org.convenor.session.Track;

/// The turn of one member, now or to come.
final class PanelTurn {
    private PanelTurn() {}

    static void add(Scene scene, Seat seat, Track track, List<Part> parts, StringBuilder key) {
        if (!(track.progress() instanceof Progress.Speaking speaking)) {
            return;
        }
        for (int ahead = 0; ahead < speaking.order().size(); ahead++) {
            if (scene.session().includes(speaking.order().get(ahead), seat)) {
                key.append(ahead == 0 ? ":now" : ":later");
                turn(scene, track, ahead, parts);
                return;
            }
        }
        if (!speaking.again()
                && speaking.passed().stream()
                        .anyMatch(unit -> scene.session().includes(unit, seat))) {
            key.append(":turn-passed");
            parts.add(new Part.Text(scene.bundle().text("panel.turn.passed")));
        }
    }

    /// Who may end the step before its time; whoever leads has *Next* for that.
    static void addEnd(Scene scene, Seat seat, List<Part> parts, StringBuilder key) {
        if (Floor.mayEndEarly(scene.session(), scene.track(), seat.member())) {
            key.append(":may-end");
            parts.add(new Part.Text(scene.bundle().text("panel.may-end")));
            parts.add(new Part.Choices(List.of(Buttons.confirmed(scene, "end-step"))));
        }
    }

    private static void turn(Scene scene, Track track, int ahead, List<Part> parts) {
        var bundle = scene.bundle();
        var step = scene.session().stepOf(track);
        parts.add(
                new Part.Text(
                        ahead == 0
                                ? bundle.text("panel.yours")
                                : bundle.text("panel.turn.later", Map.of("ahead", ahead))));
        var choices = new ArrayList<Choice>();
        if (ahead == 0) {
            choices.add(Buttons.of(scene, track, "done", "", Emphasis.PRIMARY));
        }
        if (step instanceof Step.Round) {
            choices.add(Buttons.of(scene, track, "pass", step.title(), Emphasis.PLAIN));
        }
        if (!choices.isEmpty()) {
            parts.add(new Part.Choices(choices));
        }
    }
}
