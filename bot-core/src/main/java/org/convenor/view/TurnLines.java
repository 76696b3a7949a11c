package org.convenor.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.convenor.chat.MemberId;
import org.convenor.chat.Part;
import org.convenor.chat.Part.PersonLine;
import org.convenor.session.Progress;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.session.Unit;

/// Whose turn it is, who had theirs, who comes next.
final class TurnLines {
    private TurnLines() {}

    static void add(Scene scene, Track track, List<Part> parts) {
        if (track.progress() instanceof Progress.Speaking speaking) {
            var lines = new ArrayList<PersonLine>();
            for (var unit : asTheyCame(scene.session(), speaking.spoken())) {
                lines.add(line(scene, unit, "person.spoken", false));
            }
            for (var unit : speaking.passed()) {
                lines.add(line(scene, unit, "person.passed", false));
            }
            for (int index = 0; index < speaking.order().size(); index++) {
                var key = index == 0 ? "person.now" : index == 1 ? "person.next" : "person.waiting";
                lines.add(line(scene, speaking.order().get(index), key, index == 0));
            }
            parts.add(new Part.People(lines));
        }
    }

    /// A set has no order of its own; people look for themselves where they sit.
    private static List<Unit> asTheyCame(Session session, Collection<Unit> units) {
        return units.stream().sorted(Comparator.comparingInt(unit -> seat(session, unit))).toList();
    }

    private static int seat(Session session, Unit unit) {
        var seats = session.seats().inOrder();
        for (int index = 0; index < seats.size(); index++) {
            if (session.includes(unit, seats.get(index))) {
                return index;
            }
        }
        return seats.size();
    }

    private static PersonLine line(Scene scene, Unit unit, String key, boolean now) {
        var team = unit.isCollective() ? null : scene.team(new MemberId(unit.id()));
        return new PersonLine(scene.name(unit), team, scene.bundle().text(key), now);
    }
}
