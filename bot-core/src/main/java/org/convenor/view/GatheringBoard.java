package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.protocol.Step;
import org.convenor.session.Session;

/// The board while people come together: what it is about, who is here, what is to be read before.
final class GatheringBoard {
    private GatheringBoard() {}

    /// Titles of the questions that are answered before the session.
    static Set<String> questions(Session session) {
        return work(session).stream().map(Step.Ask::title).collect(Collectors.toSet());
    }

    static Message render(Scene scene) {
        var session = scene.session();
        var bundle = scene.bundle();
        var parts = new ArrayList<Part>();
        parts.add(new Part.Heading(session.protocol().name()));
        parts.add(new Part.Said(null, null, scene.topic(), bundle.text("board.about")));
        parts.add(new Part.Text(Markup.escape(session.protocol().purpose().strip())));
        parts.add(new Part.Facts(facts(scene)));
        parts.add(new Part.People(RollCall.of(scene)));
        work(session).forEach(ask -> addWork(scene, ask, parts));
        parts.add(new Part.Divider());
        parts.add(
                new Part.Choices(
                        List.of(
                                Buttons.primary(scene, "join"),
                                Buttons.plain(scene, "observe"),
                                Buttons.plain(scene, "decline"))));
        return new Message(summary(scene), parts);
    }

    private static String summary(Scene scene) {
        return scene.bundle()
                .text(
                        "board.gathering.summary",
                        Map.of(
                                "protocol",
                                scene.session().protocol().name(),
                                "about",
                                scene.topic()));
    }

    private static List<Step.Ask> work(Session session) {
        return session.protocol().steps().stream()
                .filter(Step.Ask.class::isInstance)
                .map(Step.Ask.class::cast)
                .filter(Step.Ask::before)
                .toList();
    }

    /// What is there can be read before the session begins, as far as the question allows it.
    private static void addWork(Scene scene, Step.Ask ask, List<Part> parts) {
        boolean done = !scene.session().given(ask.title()).isEmpty();
        parts.add(
                new Part.Text(
                        scene.bundle()
                                .text(
                                        done ? "board.work.done" : "board.work.open",
                                        Map.of("step", Markup.escape(ask.title())))));
        parts.addAll(AnswerParts.all(scene, ask));
    }

    private static List<Part.Fact> facts(Scene scene) {
        var session = scene.session();
        var bundle = scene.bundle();
        var facts = new ArrayList<Part.Fact>();
        facts.add(
                new Part.Fact(bundle.text("board.facilitator"), scene.name(session.facilitator())));
        SummaryView.namedRoles(session)
                .forEach((role, units) ->
                        facts.add(new Part.Fact(Markup.capital(role), scene.names(units))));
        var announced = session.protocol().announced();
        var length = announced == null ? session.protocol().liveLength() : announced;
        facts.add(
                new Part.Fact(
                        bundle.text("board.mode"),
                        bundle.text(
                                "board.mode." + session.mode(),
                                Map.of("minutes", length.toMinutes()))));
        return facts;
    }
}
