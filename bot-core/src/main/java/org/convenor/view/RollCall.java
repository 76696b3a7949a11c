package org.convenor.view;

import java.util.List;
import java.util.Map;
import org.convenor.chat.Part.PersonLine;
import org.convenor.session.Seat;

/// Who takes part in a session, and how.
public final class RollCall {
    private RollCall() {}

    /// Everybody who takes part or looks on, in the order they came; not those who said "not
    /// today".
    public static List<PersonLine> of(Scene scene) {
        return scene.session().seats().stream()
                .filter(seat -> seat.presence() != Seat.Presence.DECLINED)
                .map(seat ->
                        new PersonLine(
                                scene.name(seat.member()),
                                scene.team(seat.member()),
                                state(scene, seat),
                                false))
                .toList();
    }

    private static String state(Scene scene, Seat seat) {
        return switch (seat.presence()) {
            case OBSERVING, DECLINED -> scene.bundle().text("board.observing");
            case LEFT -> scene.bundle().text("person.left");
            case HERE -> role(scene, seat);
        };
    }

    private static String role(Scene scene, Seat seat) {
        if (seat.member().equals(scene.session().facilitator())) {
            return scene.bundle().text("person.facilitator");
        }
        return SummaryView.namedRoles(scene.session()).entrySet().stream()
                .filter(role ->
                        role.getValue().stream()
                                .anyMatch(unit -> scene.session().includes(unit, seat)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
