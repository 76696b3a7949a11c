package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Choice;
import org.convenor.chat.Part.Emphasis;
import org.convenor.session.Given;
import org.convenor.session.Seat;
import org.convenor.session.Speakers;

/// What somebody can take on: a role in their own team, or something they were named for.
final class PanelRoles {
    private PanelRoles() {}

    static void add(Scene scene, Seat seat, List<Part> parts, StringBuilder key) {
        if (scene.session().isOver()) {
            return;
        }
        scene.session().answers().values().stream()
                .flatMap(asking -> asking.values().stream())
                .filter(given -> given.consent() == Given.Consent.ASKED)
                .filter(given -> given.marks().contains(seat.member().value()))
                .forEach(given -> named(scene, given, parts, key));
        teamRoles(scene, seat, parts, key);
    }

    /// Somebody named this person for something: nothing counts until they said yes.
    private static void named(Scene scene, Given given, List<Part> parts, StringBuilder key) {
        var by = given.by();
        var who = by == null ? "" : Markup.escape(scene.name(by));
        var number = Integer.toString(given.first());
        key.append(":named").append(number);
        parts.add(new Part.Text(scene.bundle().text("panel.named", Map.of("who", who))));
        parts.add(
                new Part.Choices(
                        List.of(
                                Buttons.of(
                                        scene, scene.track(), "accept", number, Emphasis.PRIMARY),
                                Buttons.of(
                                        scene, scene.track(), "refuse", number, Emphasis.PLAIN))));
    }

    private static void teamRoles(Scene scene, Seat seat, List<Part> parts, StringBuilder key) {
        var choices = new ArrayList<Choice>();
        for (var role : Speakers.roles(scene.session())) {
            var holder = Speakers.inTeamOf(scene.session(), seat, role);
            if (holder == null) {
                continue;
            }
            boolean own = holder.equals(seat.member());
            var text = own ? "panel.team-role.yours" : "panel.team-role";
            var who = Markup.escape(scene.name(holder));
            parts.add(
                    new Part.Text(
                            scene.bundle()
                                    .text(text, Map.of("role", Markup.escape(role), "who", who))));
            key.append(":role").append(own);
            if (!own) {
                choices.add(Buttons.of(scene, scene.track(), "take-role", role, Emphasis.PLAIN));
            }
        }
        if (!choices.isEmpty()) {
            parts.add(new Part.Choices(choices));
        }
    }
}
