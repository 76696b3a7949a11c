package org.convenor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.people.Right;
import org.convenor.protocol.Step;
import org.convenor.session.Progress;
import org.convenor.session.Questions;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.jspecify.annotations.Nullable;

/// What one member can do right now: their turn, their form, and the controls if they lead.
public final class PanelView {
    private PanelView() {}

    /// A panel and a key that changes only when its meaning does, so that nobody's typing is
    /// replaced.
    ///
    /// @param key not to be read, only compared
    public record Panel(Message message, String key) {}

    /// The panel of one member.
    ///
    /// @param rights what the member may do in this session
    public static Panel render(Scene scene, MemberId reader, Set<Right> rights) {
        var session = scene.session();
        var seat = session.seat(reader);
        var parts = new ArrayList<Part>();
        var key = new StringBuilder(session.id().value()).append('/').append(session.phase());
        boolean leads = rights.contains(Right.CONTROL_SESSION);
        if (session.isOver()) {
            parts.add(new Part.Text(scene.bundle().text("panel.closed")));
        } else if (seat == null || !seat.isHere()) {
            outside(scene, seat, parts);
        } else {
            inside(scene, seat, leads, parts, key);
        }
        Remote.add(scene, leads, parts, key);
        lead(scene, reader, rights, parts);
        leave(scene, reader, leads, rights, parts);
        return new Panel(new Message(summary(parts), parts), key(parts, key));
    }

    /// Keys of the askings whose words the reader's forms need.
    public static Set<String> questions(Session session, MemberId reader) {
        var keys = new TreeSet<String>();
        for (var track : tracks(session, reader)) {
            keys.addAll(Shown.keys(session, track));
            Questions.all(session.mode(), session.stepOf(track)).stream()
                    .map(Step.Ask::changes)
                    .filter(Objects::nonNull)
                    .flatMap(changed -> Shown.of(session, changed).stream())
                    .forEach(answers -> keys.add(answers.asking().key()));
        }
        return keys;
    }

    /// The tracks on which something can be asked of somebody: before the beginning those of the
    /// work before, then their own.
    private static List<Track> tracks(Session session, MemberId reader) {
        if (session.phase() == Session.Phase.GATHERING) {
            return session.tracks().values().stream()
                    .filter(track -> !(track.progress() instanceof Progress.Gathering))
                    .toList();
        }
        return session.isOver() ? List.of() : List.of(session.trackOf(reader));
    }

    private static String summary(List<Part> parts) {
        return parts.stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> Markup.plain(((Part.Text) part).markdown()))
                .findFirst()
                .orElse("");
    }

    /// With a form in it, a panel is only replaced when the form's meaning changes; without one,
    /// whenever anything in it does.
    private static String key(List<Part> parts, StringBuilder meaning) {
        if (parts.stream().anyMatch(Part.Fields.class::isInstance)) {
            return meaning.toString();
        }
        var all = new StringBuilder();
        for (var part : parts) {
            if (part instanceof Part.Text(var markdown)) {
                all.append(markdown);
            } else if (part instanceof Part.Choices(var choices)) {
                choices.forEach(choice -> all.append(choice.label()).append(choice.press()));
            }
        }
        return meaning.append('#')
                .append(Integer.toHexString(all.toString().hashCode()))
                .toString();
    }

    private static void outside(Scene scene, @Nullable Seat seat, List<Part> parts) {
        var text =
                seat == null
                        ? "panel.join"
                        : switch (seat.presence()) {
                            case OBSERVING -> "panel.observing";
                            case DECLINED -> "panel.not-today";
                            case LEFT, HERE -> "panel.left";
                        };
        parts.add(new Part.Text(scene.bundle().text(text)));
        parts.add(new Part.Choices(List.of(Buttons.primary(scene, "join"))));
    }

    private static void inside(
            Scene scene, Seat seat, boolean leads, List<Part> parts, StringBuilder key) {
        for (var track : tracks(scene.session(), seat.member())) {
            key.append('/').append(track.visit());
            PanelTurn.add(scene, seat, track, parts, key);
            PanelForms.add(scene, seat, track, parts, key);
        }
        PanelRoles.add(scene, seat, parts, key);
        if (parts.isEmpty() && (!leads || Idle.isBetween(scene.session(), scene.track()))) {
            parts.add(new Part.Text(Idle.text(scene, seat)));
        }
        if (!leads && scene.session().phase() == Session.Phase.RUNNING) {
            PanelTurn.addEnd(scene, seat, parts, key);
        }
    }

    /// Taking over is offered where a session waits for its facilitator; whoever started it can
    /// always take it back.
    private static void lead(Scene scene, MemberId reader, Set<Right> rights, List<Part> parts) {
        var session = scene.session();
        boolean started = reader.equals(session.starter());
        boolean offered = session.tracks().values().stream().anyMatch(PanelView::isLeadOffered);
        if (!session.isOver()
                && rights.contains(Right.TAKE_OVER)
                && !reader.equals(session.facilitator())
                && (offered || started || rights.contains(Right.CONTROL_SESSION))) {
            parts.add(
                    new Part.Choices(
                            List.of(Buttons.plain(scene, started ? "take-back" : "take-over"))));
        }
    }

    private static boolean isLeadOffered(Track track) {
        return switch (track.stage()) {
            case OFFERED_TO_CO_FACILITATORS, OFFERED_TO_ALL -> true;
            case OPEN, LAST_CALL, OVERTIME, WAITING -> track.isHeld();
        };
    }

    /// Whoever leads has the end among the controls.
    private static void leave(
            Scene scene, MemberId reader, boolean leads, Set<Right> rights, List<Part> parts) {
        if (leads || !scene.session().isHere(reader) || scene.session().isOver()) {
            return;
        }
        var choices = new ArrayList<Part.Choice>();
        choices.add(Buttons.plain(scene, "leave"));
        if (rights.contains(Right.STOP_SESSION)) {
            choices.add(Buttons.confirmed(scene, "stop"));
        }
        parts.add(new Part.Choices(choices));
    }
}
