package org.convenor.runtime;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.convenor.chat.ChannelId;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.people.Member;
import org.convenor.protocol.Step;
import org.convenor.session.Circle;
import org.convenor.session.Questions;
import org.convenor.session.Reader;
import org.convenor.session.Session;
import org.convenor.session.SessionEvent;
import org.convenor.session.Track;
import org.convenor.session.Visible;
import org.convenor.store.Sessions.Stored;
import org.convenor.view.AnswerForm;
import org.convenor.view.Bundle;

/// Takes buttons and forms.
final class Presses {
    private final Tables tables;
    private final Gate gate;
    private final Starting starting;
    private final Replacing replacing;
    private final Regrouping regrouping;
    private final Decider decider;

    Presses(Tables tables, Gate gate, Starting starting, Replacing replacing, Decider decider) {
        this.tables = tables;
        this.gate = gate;
        this.starting = starting;
        this.replacing = replacing;
        this.regrouping = new Regrouping(tables, decider);
        this.decider = decider;
    }

    Reply press(Intake in, Input.Pressed input, Member by) {
        var verb = Verb.of(input.press().verb());
        if (verb == null) {
            throw new ProblemException(
                    Bundle.of(by.locale()).problem("problem.strange-press", Map.of()));
        }
        return verb.isAboutRoom() ? aboutRoom(in, verb, input, by) : inSession(in, verb, input, by);
    }

    private Reply aboutRoom(Intake in, Verb verb, Input.Pressed input, Member by) {
        var room = gate.room(in.tx(), new ChannelId(input.press().session().value()), by);
        gate.demand(in.tx(), verb.right(), by);
        return verb == Verb.START_FORM
                ? starting.open(in.tx(), room.id(), by, input.press().argument())
                : starting.start(in, room, by, input);
    }

    private Reply inSession(Intake in, Verb verb, Input.Pressed input, Member by) {
        var press = input.press();
        var stored = gate.session(in.tx(), press.session(), by);
        gate.demand(in.tx(), stored.session(), verb.right(), by);
        var event = Events.of(verb, press, by.id(), by.team().id(), in.at());
        if (event != null) {
            return decider.decide(in, stored, event, by, verb.wire(), List.of());
        }
        return switch (verb) {
            case ANSWER -> answer(in, stored, input, by);
            case MOVE -> regrouping.open(in, stored.session(), press, by);
            case MOVE_TO -> regrouping.move(in, stored, input, by);
            case RESTART -> starting.restarting().restart(in, stored, by);
            case REPLACE -> replacing.open(in, stored.session(), press, by);
            case REPLACE_WITH -> replacing.replace(in, stored, input, by);
            default -> throw new IllegalStateException("no event for " + verb);
        };
    }

    private Reply answer(Intake in, Stored stored, Input.Pressed input, Member by) {
        var press = input.press();
        var bundle = Bundle.of(by.locale());
        var track = stored.session().tracks().get(press.track());
        if (track == null || track.visit() != press.visit() || stored.session().isOver()) {
            return Decider.moved(by);
        }
        var ask =
                Questions.all(stored.session().mode(), stored.session().stepOf(track)).stream()
                        .filter(question -> question.title().equals(press.argument()))
                        .findFirst()
                        .orElse(null);
        if (ask == null) {
            return Decider.moved(by);
        }
        var cards = cards(stored.session(), track, ask, by);
        var read = AnswerForm.read(bundle, ask, input.values(), settings(in, stored), cards);
        if (!read.isFine()) {
            return new Reply.FieldErrors(read.errors());
        }
        var event =
                new SessionEvent.Answered(
                        in.at(),
                        by.id(),
                        press.track(),
                        press.visit(),
                        ask.title(),
                        read.texts().size(),
                        read.marks());
        return decider.decide(in, stored, event, by, Verb.ANSWER.wire(), read.texts());
    }

    /// The cards somebody has before them.
    private static List<String> cards(Session session, Track track, Step.Ask ask, Member by) {
        var unit = Circle.unitOf(session, track, ask.who(), by.id());
        var progress = Questions.progress(session, track, ask);
        return unit == null || progress == null ? List.of() : progress.cardsOf(unit);
    }

    /// What the facilitator typed for a setting; looked up only where a question needs it.
    private UnaryOperator<String> settings(Intake in, Stored stored) {
        return name -> {
            var number = stored.session().settings().get(name);
            return number == null
                    ? ""
                    : tables
                            .contributions()
                            .numbered(
                                    in.tx(), stored.session().id(), Reader.CHANNEL, List.of(number))
                            .stream()
                            .map(Visible::text)
                            .findFirst()
                            .orElse("");
        };
    }
}
