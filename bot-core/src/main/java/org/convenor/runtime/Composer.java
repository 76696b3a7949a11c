package org.convenor.runtime;

import java.util.Map;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Step;
import org.convenor.session.Circle;
import org.convenor.session.Floor;
import org.convenor.session.Progress;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.view.Scene;
import org.jspecify.annotations.Nullable;

/// What somebody's words in the thread would do right now.
///
/// @param maySpeak whether they are taken
/// @param hint says so, and who reads them. Plain text
/// @param to name of the group in whose thread they would stand, or null for everybody's
record Composer(boolean maySpeak, String hint, @Nullable String to) {
    static Composer of(Scene scene, MemberId reader) {
        var session = scene.session();
        var track = session.trackOf(reader);
        boolean running = session.phase() == Session.Phase.RUNNING;
        boolean takesPart = running && session.isHere(reader);
        boolean maySpeak =
                takesPart && Floor.takesWords(track, session.mode(), session.stepOf(track));
        var group = takesPart ? scene.group(track.group()) : null;
        var key =
                maySpeak
                        ? open(session, track, reader)
                        : takesPart ? closed(session, track) : "closed";
        return new Composer(maySpeak, hint(scene, key, group), maySpeak ? group : null);
    }

    private static String hint(Scene scene, String key, @Nullable String group) {
        return scene.bundle()
                .text("composer." + key, Map.of("group", group == null ? "none" : group));
    }

    private static String open(Session session, Track track, MemberId reader) {
        var listening = session.stepOf(track).listening();
        return listening != null && Circle.holds(session, reader, listening) ? "listening" : "open";
    }

    /// Whoever is on the way into a group, or waits for the others, is told when they can write
    /// again.
    private static String closed(Session session, Track track) {
        return switch (track.progress()) {
            case Progress.Plain _ when session.stepOf(track) instanceof Step.Group -> "moving";
            case Progress.Forming _ -> "moving";
            case Progress.Arrived _ -> "arrived";
            case Progress.Apart _ -> "apart";
            case Progress.Plain _, Progress.Gathering _, Progress.Asked _, Progress.Speaking _ ->
                    "closed";
        };
    }
}
