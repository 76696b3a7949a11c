package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.protocol.Step;
import org.convenor.session.Floor;
import org.convenor.session.Questions;
import org.convenor.session.Session;
import org.convenor.session.Track;

/// What somebody who comes late needs in thirty seconds.
final class CatchUpView {
    private CatchUpView() {}

    static Message render(Scene scene) {
        var session = scene.session();
        var bundle = scene.bundle();
        var parts = new ArrayList<Part>();
        parts.add(new Part.Heading(bundle.text("catch-up.heading")));
        parts.add(new Part.Said(null, null, scene.topic(), bundle.text("board.about")));
        switch (session.phase()) {
            case GATHERING -> parts.add(new Part.Text(bundle.text("catch-up.gathering")));
            case ENDED -> parts.add(new Part.Text(bundle.text("catch-up.over")));
            case RUNNING -> running(scene, parts);
        }
        return new Message(bundle.text("catch-up.heading") + ": " + scene.topic(), parts);
    }

    private static void running(Scene scene, List<Part> parts) {
        var session = scene.session();
        var bundle = scene.bundle();
        var track = scene.track();
        var step = session.stepOf(track);
        var done =
                session.past().stream()
                        .map(past -> session.protocol().steps().get(past.step()).title())
                        .filter(title -> !title.equals(step.title()))
                        .distinct()
                        .map(Markup::escape)
                        .collect(Collectors.joining(", "));
        if (!done.isEmpty()) {
            parts.add(new Part.Text(bundle.text("catch-up.done", Map.of("steps", done))));
        }
        parts.add(
                new Part.Text(
                        bundle.text(
                                "catch-up.now",
                                Map.of(
                                        "number", Itinerary.number(session, track.step()),
                                        "total", Itinerary.total(session),
                                        "step", Markup.escape(step.title())))));
        session.protocol().steps().stream()
                .limit(track.step() + 1L)
                .flatMap(earlier -> Questions.all(session.mode(), earlier).stream())
                .forEach(ask -> addAnswers(scene, ask, parts));
        parts.add(new Part.Text(bundle.text(may(session, track))));
    }

    private static void addAnswers(Scene scene, Step.Ask ask, List<Part> parts) {
        var answers = AnswerParts.all(scene, ask);
        if (!answers.isEmpty()) {
            parts.add(new Part.Text("**" + Markup.escape(ask.title()) + "**"));
            parts.addAll(answers);
        }
    }

    private static String may(Session session, Track track) {
        var step = session.stepOf(track);
        if (Questions.main(session.mode(), step) != null) {
            return "catch-up.may.answer";
        }
        return Floor.isOpen(step) ? "catch-up.may.speak" : "catch-up.may.wait";
    }
}
