package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.session.Session;
import org.convenor.session.Track;

/// The board while people are in groups: who is with whom, and where each group is.
final class GroupsBoard {
    private GroupsBoard() {}

    static Message render(Scene scene) {
        var track = scene.track();
        var bundle = scene.bundle();
        var parts = new ArrayList<Part>();
        parts.add(new Part.Heading(bundle.text("board.groups")));
        var pass = PassLine.of(scene, track);
        if (pass != null) {
            parts.add(new Part.Text(pass));
        }
        parts.add(GroupLines.atWork(scene, track, _ -> List.of()));
        parts.add(new Part.Text(bundle.text("board.groups.readable")));
        parts.add(new Part.Divider());
        parts.add(
                new Part.Choices(
                        List.of(Buttons.plain(scene, "join"), Buttons.plain(scene, "catch-up"))));
        var name = scene.session().protocol().name();
        return new Message(bundle.text("board.groups.summary", Map.of("protocol", name)), parts);
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
}
