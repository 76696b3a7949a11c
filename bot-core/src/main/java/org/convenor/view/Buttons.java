package org.convenor.view;

import java.util.Map;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Choice;
import org.convenor.chat.Part.Emphasis;
import org.convenor.chat.Press;
import org.convenor.session.Session;
import org.convenor.session.Track;

/// Buttons of a session. Each carries the visit it was shown for.
final class Buttons {
    private Buttons() {}

    /// A button for the visit the reader is at.
    static Choice plain(Scene scene, String verb) {
        return of(scene, scene.track(), verb, "", Emphasis.PLAIN);
    }

    static Choice primary(Scene scene, String verb) {
        return of(scene, scene.track(), verb, "", Emphasis.PRIMARY);
    }

    /// A button that asks once more before it acts.
    static Choice confirmed(Scene scene, String verb) {
        return confirmed(scene, verb, Emphasis.PLAIN);
    }

    /// A button that asks once more before it acts.
    static Choice confirmed(Scene scene, String verb, Emphasis emphasis) {
        var choice = of(scene, scene.track(), verb, "", emphasis);
        return new Choice(
                choice.label(), choice.press(), emphasis, scene.bundle().text("confirm." + verb));
    }

    /// @param argument for example a question's title or a role
    static Choice of(Scene scene, Track track, String verb, String argument, Emphasis emphasis) {
        var values = Map.of("mode", scene.session().mode().name(), "role", argument);
        return labelled(
                scene.bundle().text("do." + verb, values),
                press(scene.session(), track, verb, argument),
                emphasis);
    }

    static Choice labelled(String label, Press press, Emphasis emphasis) {
        return new Part.Choice(label, press, emphasis, null);
    }

    static Press press(Session session, Track track, String verb, String argument) {
        return new Press(session.id(), track.id(), track.visit(), verb, argument);
    }
}
