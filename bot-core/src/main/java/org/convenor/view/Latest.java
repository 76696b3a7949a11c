package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convenor.chat.Part;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.session.Questions;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.view.Shown.Answers;
import org.jspecify.annotations.Nullable;

/// What the step before came to, if it was counted: nobody should miss the end of a decision.
final class Latest {
    private Latest() {}

    static List<Part> parts(Scene scene, Track track) {
        var parts = new ArrayList<Part>();
        for (var answers : of(scene.session(), track).toList()) {
            var result = ResultParts.of(scene, answers.ask(), answers.asking(), null);
            if (!result.isEmpty()) {
                var title = Map.of("step", Markup.escape(answers.ask().title()));
                parts.add(new Part.Text(scene.bundle().text("result.before", title)));
                parts.addAll(result);
            }
        }
        return parts;
    }

    /// The counted answers of the visit before, unless the step shows them anyway.
    static Stream<Answers> of(Session session, Track track) {
        var past = last(session, track);
        if (past == null) {
            return Stream.empty();
        }
        var step = session.protocol().steps().get(past.step());
        var ask = Questions.main(session.mode(), step);
        if (ask == null || !ResultParts.isCounted(ask) || isShown(session, track, ask)) {
            return Stream.empty();
        }
        return Shown.of(session, ask).stream()
                .filter(answers -> answers.asking().group() == past.group())
                .filter(answers -> answers.asking().passes().equals(past.passes()));
    }

    private static boolean isShown(Session session, Track track, Step.Ask ask) {
        Show show = session.stepOf(track).show();
        return show != null && show.saved().equals(ask.saveAs());
    }

    private static Session.@Nullable Past last(Session session, Track track) {
        var past = session.past();
        for (int index = past.size() - 1; index >= 0; index--) {
            var visit = past.get(index);
            var step = session.protocol().steps().get(visit.step());
            if (visit.group() == track.group() && !(step instanceof Step.Keep)) {
                return visit.left() == null && !visit.skipped() ? visit : null;
            }
        }
        return null;
    }
}
