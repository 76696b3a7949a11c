package org.convenor.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Choice;
import org.convenor.chat.Part.Emphasis;
import org.convenor.protocol.Names;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.session.Circle;
import org.convenor.session.Given;
import org.convenor.session.Progress;
import org.convenor.session.Questions;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.session.Unit;
import org.jspecify.annotations.Nullable;

/// The questions put to one member, as forms in place.
final class PanelForms {
    private PanelForms() {}

    static void add(Scene scene, Seat seat, Track track, List<Part> parts, StringBuilder key) {
        var session = scene.session();
        for (var ask : Questions.all(session.mode(), session.stepOf(track))) {
            var unit = Circle.unitOf(session, track, ask.who(), seat.member());
            if (unit != null) {
                question(scene, track, ask, unit, parts, key);
            }
        }
    }

    private static void question(
            Scene scene,
            Track track,
            Step.Ask ask,
            Unit unit,
            List<Part> parts,
            StringBuilder key) {
        var session = scene.session();
        var given = Questions.given(session, track, ask).get(unit.key());
        if (given != null && ask.names() == Names.ANONYMOUS) {
            parts.add(new Part.Text(scene.bundle().text("panel.answered.final")));
            key.append(":sent");
            return;
        }
        if (given != null) {
            parts.add(new Part.Text(scene.bundle().text("panel.answered")));
            key.append(":given").append(given.first());
        } else if (passed(track, ask, session).contains(unit)) {
            parts.add(new Part.Text(scene.bundle().text("panel.passed")));
            key.append(":passed");
        }
        var press = Buttons.press(session, track, "answer", ask.title());
        parts.add(
                new Part.Fields(
                        AnswerForm.of(
                                scene,
                                ask,
                                press,
                                own(scene, track, ask, given),
                                cards(session, track, ask, unit))));
        var choices = given == null ? besideForm(scene, track, ask) : List.<Choice>of();
        if (!choices.isEmpty()) {
            parts.add(new Part.Choices(choices));
        }
    }

    private static List<String> cards(Session session, Track track, Step.Ask ask, Unit unit) {
        var progress = Questions.progress(session, track, ask);
        return progress == null ? List.of() : progress.cardsOf(unit);
    }

    /// What this person answered before; where a text replaces another, the text that stands.
    private static Map<String, String> own(
            Scene scene, Track track, Step.Ask ask, @Nullable Given given) {
        if (given != null) {
            var asking = Questions.asking(track, ask.title());
            return AnswerForm.own(scene, ask, asking, given.first());
        }
        var changes = ask.changes();
        if (changes == null) {
            return Map.of();
        }
        var own = new LinkedHashMap<String, String>();
        Shown.of(scene.session(), track, new Show(changes, null, false)).stream()
                .flatMap(answers -> scene.answers(answers.asking()).stream())
                .forEach(answer -> own.putIfAbsent(answer.field(), answer.text()));
        return own;
    }

    private static List<Choice> besideForm(Scene scene, Track track, Step.Ask ask) {
        var choices = new ArrayList<Choice>();
        if (!ask.before()) {
            choices.add(pass(scene, track, ask));
        }
        if (track.deadline() != null) {
            choices.add(Buttons.of(scene, track, "need-time", "", Emphasis.PLAIN));
        }
        return choices;
    }

    /// Beside a round there may be two things to pass on: this one is named.
    private static Choice pass(Scene scene, Track track, Step.Ask ask) {
        boolean beside = ask.equals(scene.session().stepOf(track).meanwhile());
        var label =
                beside
                        ? scene.bundle().text("do.pass-question", Map.of("step", ask.title()))
                        : scene.bundle().text("do.pass");
        return Buttons.labelled(
                label, Buttons.press(scene.session(), track, "pass", ask.title()), Emphasis.PLAIN);
    }

    private static Set<Unit> passed(Track track, Step.Ask ask, Session session) {
        boolean beside = ask.equals(session.stepOf(track).meanwhile());
        var progress = beside ? track.meanwhile() : track.progress();
        return progress instanceof Progress.Asked asked ? asked.passed() : Set.of();
    }
}
