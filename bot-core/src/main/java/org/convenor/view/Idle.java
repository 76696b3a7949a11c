package org.convenor.view;

import java.util.Map;
import org.convenor.protocol.Step;
import org.convenor.session.Circle;
import org.convenor.session.Floor;
import org.convenor.session.Group;
import org.convenor.session.Progress;
import org.convenor.session.Questions;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Track;

/// What somebody reads of whom nothing is asked right now.
final class Idle {
    private Idle() {}

    static String text(Scene scene, Seat seat) {
        var bundle = scene.bundle();
        var session = scene.session();
        if (session.phase() == Session.Phase.GATHERING) {
            return bundle.text(
                    "panel.in", Map.of("who", Markup.escape(scene.name(session.facilitator()))));
        }
        var track = scene.track();
        var step = session.stepOf(track);
        if (track.isApart()) {
            return bundle.text("panel.next-round");
        }
        if (track.progress() instanceof Progress.Arrived) {
            return bundle.text(
                    "board.arrived",
                    Map.of("who", Markup.escape(GroupLines.waitsFor(scene, track))));
        }
        if (track.progress() instanceof Progress.Forming forming) {
            return moving(scene, forming, seat);
        }
        var own = session.groups().get(track.group());
        if (own != null && step instanceof Step.Group) {
            return with(scene, own, seat);
        }
        if (track.isHeld()) {
            return bundle.text("panel.held");
        }
        if (listens(session, track, seat)) {
            return bundle.text("panel.listening");
        }
        if (Floor.takesWords(track, session.mode(), step)) {
            return bundle.text("panel.floor");
        }
        return bundle.text(
                Questions.main(session.mode(), step) == null ? "panel.wait" : "panel.others-write");
    }

    /// Whether people are on the way into a group or wait for another one: whoever leads wants to
    /// know as well.
    static boolean isBetween(Session session, Track track) {
        boolean joined = track.group() > 0 && session.stepOf(track) instanceof Step.Group;
        return joined
                || track.progress() instanceof Progress.Forming
                || track.progress() instanceof Progress.Arrived;
    }

    /// With whom somebody will be, while people are on their way.
    private static String moving(Scene scene, Progress.Forming forming, Seat seat) {
        if (!forming.isPlanned()) {
            return scene.bundle().text("panel.grouping");
        }
        for (int id : forming.groups()) {
            var group = scene.session().groups().get(id);
            if (group != null && group.members().contains(seat.member())) {
                return with(scene, group, seat);
            }
        }
        return scene.bundle().text("panel.next-round");
    }

    private static String with(Scene scene, Group group, Seat seat) {
        var who = Markup.escape(scene.others(group, seat.member()));
        return scene.bundle()
                .text(
                        "panel.moving",
                        Map.of("number", group.number(), "who", who.isEmpty() ? "none" : who));
    }

    /// Whether the step asks this person to listen.
    static boolean listens(Session session, Track track, Seat seat) {
        var listening = session.stepOf(track).listening();
        return listening != null && Circle.holds(session, seat.member(), listening);
    }
}
