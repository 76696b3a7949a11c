package org.convenor.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Problem;
import org.convenor.session.Asking;
import org.convenor.session.Group;
import org.convenor.session.Questions;
import org.jspecify.annotations.Nullable;

/// Puts a stored [Line] into words.
public final class LineView {
    private LineView() {}

    /// The line as the reader of the scene may read it.
    public static Message line(Scene scene, Line line) {
        return switch (line.template()) {
            case "said", "said.late" -> said(scene, line);
            case "session.called" -> called(scene, line);
            case "step.opened", "step.reopened", "step.said" -> opening(scene, line);
            case "step.result" -> result(scene, line);
            case "groups.formed" -> formed(scene, line);
            case "group.yours", "group.thread" -> group(scene, line);
            case "session.finished",
                    "session.stopped",
                    "session.stopped-by-protocol",
                    "session.silent" ->
                    SummaryView.render(scene, line);
            case "catch-up" -> CatchUpView.render(scene);
            default -> message(scene.bundle().text(line.template(), values(scene, line)));
        };
    }

    /// The three sentences behind a refusal.
    public static Problem problem(Scene scene, Line line) {
        var problem = scene.bundle().problem(line.template(), values(scene, line));
        return new Problem(
                Markup.plain(problem.what()),
                Markup.plain(problem.meaning()),
                Markup.plain(problem.remedy()));
    }

    static Message message(String markdown) {
        return new Message(Markup.plain(markdown), List.of(new Part.Text(markdown)));
    }

    private static Message said(Scene scene, Line line) {
        var who = line.args().get("who") instanceof Arg.Person(var member) ? member : null;
        var words =
                line.args().get("words") instanceof Arg.Words(var number)
                        ? scene.words(number)
                        : "";
        var author = who == null ? null : scene.name(who);
        var note = line.template().equals("said.late") ? scene.bundle().text("late") : null;
        var summary = author == null ? words : author + ": " + words;
        return new Message(
                summary,
                List.of(new Part.Said(author, who == null ? null : scene.team(who), words, note)));
    }

    private static Message called(Scene scene, Line line) {
        var head = scene.bundle().text(line.template(), values(scene, line));
        return new Message(
                Markup.plain(head) + " " + scene.topic(),
                List.of(new Part.Text(head), new Part.Said(null, null, scene.topic(), null)));
    }

    private static Message opening(Scene scene, Line line) {
        var head = scene.bundle().text(line.template(), values(scene, line));
        var parts = new ArrayList<Part>();
        parts.add(new Part.Text(head));
        var step = stepOf(scene, line);
        var text = step < 0 ? "" : scene.stepText(scene.session().protocol().steps().get(step));
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text));
        }
        return new Message(Markup.plain(head + ". " + text), parts);
    }

    /// What came of a step that is counted, as far as the reader may know it.
    private static Message result(Scene scene, Line line) {
        var head = scene.bundle().text(line.template(), values(scene, line));
        var parts = new ArrayList<Part>();
        parts.add(new Part.Text(head));
        if (line.args().get("asking") instanceof Arg.Label(var key)) {
            var asking = Asking.parse(key);
            Questions.named(scene.session(), asking.question()).stream()
                    .flatMap(ask -> ResultParts.of(scene, ask, asking, null).stream())
                    .forEach(parts::add);
        }
        var said =
                parts.stream()
                        .filter(Part.Text.class::isInstance)
                        .map(part -> Markup.plain(((Part.Text) part).markdown()))
                        .collect(Collectors.joining(" "));
        return new Message(said, parts);
    }

    private static Message formed(Scene scene, Line line) {
        var head = scene.bundle().text(line.template());
        var formed = line.args().get("formed") instanceof Arg.Count(long number) ? number : -1;
        var groups =
                scene.session().groups().values().stream()
                        .filter(group -> group.formed() == formed)
                        .toList();
        var parts = new ArrayList<Part>();
        parts.add(new Part.Text(head));
        parts.addAll(GroupLines.moving(scene, groups.stream().map(Group::id).toList()));
        var names =
                groups.stream()
                        .map(group -> scene.groupName(group.number()) + ": " + scene.people(group))
                        .collect(Collectors.joining("; "));
        return new Message(Markup.plain(head) + " " + names, parts);
    }

    /// Which group somebody is in, and with whom.
    private static Message group(Scene scene, Line line) {
        var group =
                line.args().get("group") instanceof Arg.Count(long id)
                        ? scene.session().groups().get(Math.toIntExact(id))
                        : null;
        int number = group == null ? 0 : group.number();
        var who = group == null ? "" : Markup.escape(scene.people(group));
        return message(scene.bundle().text(line.template(), Map.of("number", number, "who", who)));
    }

    private static int stepOf(Scene scene, Line line) {
        return line.args().get("step") instanceof Arg.StepTitle(int index)
                        && index < scene.session().protocol().steps().size()
                ? index
                : -1;
    }

    private static Map<String, Object> values(Scene scene, Line line) {
        var values = new HashMap<String, Object>();
        values.put("protocol", Markup.escape(scene.session().protocol().name()));
        values.put("total", Itinerary.total(scene.session()));
        values.put("who", "none");
        values.put("until", "none");
        line.args().forEach((name, arg) -> values.put(name, value(scene, arg)));
        int step = stepOf(scene, line);
        if (step >= 0) {
            values.put("number", Itinerary.number(scene.session(), step));
        }
        return values;
    }

    private static Object value(Scene scene, Arg arg) {
        return switch (arg) {
            case Arg.Person(var member) ->
                    Markup.escape(person(scene.name(member), scene.team(member)));
            case Arg.District(var team) -> Markup.escape(scene.teamName(team));
            case Arg.Group(int number) -> Markup.escape(scene.groupName(number));
            case Arg.Words(int number) -> Markup.escape(scene.words(number));
            case Arg.Count(long count) -> count;
            case Arg.Label(var text) -> Markup.escape(text);
            case Arg.StepTitle(int index) ->
                    Markup.escape(scene.session().protocol().steps().get(index).title());
            case Arg.Time(long milli) ->
                    Moments.time(
                            Instant.ofEpochMilli(milli),
                            scene.zone(),
                            scene.session().mode(),
                            scene.bundle().locale());
        };
    }

    static String person(String name, @Nullable String team) {
        return team == null ? name : name + " (" + team + ")";
    }
}
