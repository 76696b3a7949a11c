package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.chat.Part;
import org.convenor.chat.Part.Choice;
import org.convenor.chat.Part.Emphasis;
import org.convenor.protocol.Names;
import org.convenor.protocol.Step;
import org.convenor.session.Gathering;
import org.convenor.session.Progress;
import org.convenor.session.Questions;
import org.convenor.session.Track;

/// The controls of whoever leads, with what is worth knowing beside them.
final class Remote {
    /// More names than this say less than their number.
    private static final int NAMES_SHOWN = 3;

    private Remote() {}

    /// @param leads whether the reader leads; without it nothing is added
    static void add(Scene scene, boolean leads, List<Part> parts, StringBuilder key) {
        if (!leads) {
            return;
        }
        key.append("/lead");
        if (!scene.session().isOver() && !parts.isEmpty()) {
            parts.add(new Part.Divider());
        }
        switch (scene.session().phase()) {
            case GATHERING -> gathering(scene, parts, key);
            case RUNNING -> running(scene, parts, key);
            case ENDED -> parts.add(new Part.Choices(List.of(Buttons.plain(scene, "reopen"))));
        }
    }

    private static void gathering(Scene scene, List<Part> parts, StringBuilder key) {
        var missing = Gathering.missing(scene.session());
        key.append(missing == null ? "/ready" : "/" + missing.template());
        if (missing == null) {
            parts.add(new Part.Text(scene.bundle().text("panel.ready")));
        } else {
            var problem = LineView.problem(scene, missing);
            parts.add(new Part.Text(Markup.escape(problem.what() + " " + problem.remedy())));
        }
        parts.add(
                new Part.Choices(
                        List.of(
                                missing == null
                                        ? Buttons.primary(scene, "begin")
                                        : Buttons.plain(scene, "begin-anyway"),
                                Buttons.confirmed(scene, "stop", Emphasis.DANGER))));
    }

    private static void running(Scene scene, List<Part> parts, StringBuilder key) {
        var track = led(scene);
        key.append('/').append(track.visit()).append(track.stage()).append(track.isHeld());
        var state = Standing.of(scene, track);
        if (state != null) {
            parts.add(new Part.Text(state));
        }
        awaited(scene, track, parts);
        var aloud = scene.session().stepOf(track).heading().readAloud();
        if (aloud != null) {
            parts.add(
                    new Part.Text(
                            scene.bundle()
                                    .text(
                                            "panel.read-aloud",
                                            Map.of("text", scene.filled(aloud)))));
        }
        if (scene.session().main().isApart()) {
            GroupsRemote.add(scene, parts, key);
        } else {
            parts.add(new Part.Choices(controls(scene, track, isBusy(parts))));
        }
    }

    /// The track whose clock the controls move: the one of the reader's own group, or everybody's.
    private static Track led(Scene scene) {
        return scene.session().main().isApart() ? scene.track() : scene.session().main();
    }

    /// How many answers and turns are still to come; by name only where answers carry names.
    private static void awaited(Scene scene, Track track, List<Part> parts) {
        var session = scene.session();
        var bundle = scene.bundle();
        var ask = Questions.main(session.mode(), session.stepOf(track));
        if (ask != null && track.progress() instanceof Progress.Asked asked) {
            parts.add(
                    new Part.Text(
                            Standing.count(scene, track, ask, asked)
                                    + missing(scene, track, ask, asked)));
        }
        if (track.progress() instanceof Progress.Speaking speaking && speaking.order().size() > 1) {
            parts.add(
                    new Part.Text(
                            bundle.text("panel.turns", Map.of("left", speaking.order().size()))));
        }
        var beside = session.stepOf(track).meanwhile();
        var meanwhile = track.meanwhile();
        if (beside != null
                && meanwhile != null
                && !Questions.missing(session, track, beside, meanwhile).isEmpty()) {
            parts.add(
                    new Part.Text(
                            bundle.text(
                                    "panel.beside",
                                    Map.of("step", Markup.escape(beside.title())))));
        }
    }

    private static String missing(Scene scene, Track track, Step.Ask ask, Progress.Asked asked) {
        var missing = Questions.missing(scene.session(), track, ask, asked);
        if (ask.names() != Names.SHOWN || missing.isEmpty() || missing.size() > NAMES_SHOWN) {
            return "";
        }
        var names =
                missing.stream()
                        .map(unit -> Markup.escape(scene.name(unit)))
                        .collect(Collectors.joining(", "));
        return " " + scene.bundle().text("panel.waits", Map.of("who", names));
    }

    /// Whether something else on the panel is to be pressed first.
    private static boolean isBusy(List<Part> parts) {
        return parts.stream()
                .anyMatch(part ->
                        part instanceof Part.Fields
                                || (part instanceof Part.Choices(var choices)
                                        && choices.stream()
                                                .anyMatch(choice ->
                                                        choice.emphasis() == Emphasis.PRIMARY)));
    }

    private static List<Choice> controls(Scene scene, Track track, boolean busy) {
        var choices = new ArrayList<Choice>();
        if (isWaitingForVotes(scene, track)) {
            choices.add(Buttons.plain(scene, "nudge"));
        }
        choices.add(next(scene, track, busy ? Emphasis.PLAIN : Emphasis.PRIMARY));
        if (track.stage() == Track.Stage.OVERTIME
                && !(track.progress() instanceof Progress.Asked)) {
            choices.add(Buttons.plain(scene, "finish"));
        }
        choices.add(Buttons.plain(scene, "more"));
        choices.add(Buttons.plain(scene, track.isHeld() ? "resume" : "pause"));
        choices.add(Buttons.plain(scene, "back"));
        choices.add(Buttons.confirmed(scene, "skip", Emphasis.PLAIN));
        for (var role : SummaryView.namedRoles(scene.session()).keySet()) {
            choices.add(Buttons.of(scene, track, "replace", role, Emphasis.PLAIN));
        }
        choices.add(Buttons.confirmed(scene, "stop", Emphasis.DANGER));
        return choices;
    }

    /// Whether somebody's vote is missing: nobody's absence blocks a decision for ever.
    static boolean isWaitingForVotes(Scene scene, Track track) {
        var session = scene.session();
        if (!(session.stepOf(track) instanceof Step.Decide)
                || !(track.progress() instanceof Progress.Asked asked)) {
            return false;
        }
        var ask = Questions.main(session.mode(), session.stepOf(track));
        return ask != null && !Questions.missing(session, track, ask, asked).isEmpty();
    }

    private static Choice next(Scene scene, Track track, Emphasis emphasis) {
        var title = Itinerary.titleAfter(scene.session(), track);
        var label =
                isWaitingForVotes(scene, track)
                        ? scene.bundle().text("do.next.without")
                        : title == null
                                ? scene.bundle().text("do.next.last")
                                : scene.bundle().text("do.next", Map.of("step", title));
        return Buttons.labelled(label, Buttons.press(scene.session(), track, "next", ""), emphasis);
    }
}
