package org.convenor.view;

import java.util.Map;
import org.convenor.session.Circle;
import org.convenor.session.Floor;
import org.convenor.session.Questions;
import org.convenor.session.Seat;
import org.convenor.session.Session;

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
        var step = session.stepOf(session.main());
        if (session.main().isHeld()) {
            return bundle.text("panel.held");
        }
        if (listens(session, seat)) {
            return bundle.text("panel.listening");
        }
        if (Floor.takesWords(session.mode(), step)) {
            return bundle.text("panel.floor");
        }
        return bundle.text(
                Questions.main(session.mode(), step) == null ? "panel.wait" : "panel.others-write");
    }

    /// Whether the step asks this person to listen.
    static boolean listens(Session session, Seat seat) {
        var listening = session.stepOf(session.main()).listening();
        return listening != null && Circle.holds(session, seat.member(), listening);
    }
}
