package org.convenor.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.command.CommandLine;
import org.convenor.command.Help;
import org.convenor.people.Member;
import org.convenor.people.Right;
import org.convenor.people.Rights;
import org.convenor.session.Decision;
import org.convenor.session.Engine;
import org.convenor.session.Questions;
import org.convenor.session.Session;
import org.convenor.session.SessionEvent;
import org.convenor.session.Unit;
import org.convenor.store.Log;
import org.convenor.store.Sessions.Stored;
import org.convenor.store.Tx;
import org.convenor.view.AnswerForm;
import org.convenor.view.Bundle;
import org.convenor.view.Itinerary;
import org.convenor.view.Legible;
import org.convenor.view.LineView;
import org.jspecify.annotations.Nullable;

/// Turns what people do into events and writes down what follows. Works inside the caller's
/// transaction.
final class Inputs {
    /// Longer words belong into a document. 4,000 characters also fit a Slack message.
    static final int LONGEST_WORDS = 4_000;

    private final Tables tables;
    private final Starting starting;
    private final Recorder recorder;

    Inputs(Tables tables, Starting starting, Recorder recorder) {
        this.tables = tables;
        this.starting = starting;
        this.recorder = recorder;
    }

    Reply take(Tx tx, Input input, Instant at) {
        var by = tables.people().member(tx, input.by());
        return switch (input) {
            case Input.Pressed pressed -> press(tx, pressed, by, at);
            case Input.Wrote wrote -> wrote(tx, wrote, by, at);
            case Input.Typed typed -> typed(tx, typed, by, at);
        };
    }

    /// The same input once more: changes nothing. A form is opened again, because opening changes
    /// nothing either.
    Reply again(Tx tx, Input input, Instant at) {
        boolean opens =
                switch (input) {
                    case Input.Pressed(_, var press, _) ->
                            Verb.START_FORM.wire().equals(press.verb())
                                    || Verb.REPLACE.wire().equals(press.verb());
                    case Input.Typed(_, _, var line) -> {
                        var word = CommandLine.parse(line).word();
                        yield word == null
                                || word == CommandLine.Word.START
                                || word == CommandLine.Word.HELP
                                || word == CommandLine.Word.STATUS;
                    }
                    case Input.Wrote _ -> false;
                };
        return opens ? take(tx, input, at) : new Reply.Nothing();
    }

    private Reply press(Tx tx, Input.Pressed input, Member by, Instant at) {
        var verb = Verb.of(input.press().verb());
        var bundle = Bundle.of(by.locale());
        if (verb == null) {
            throw new ProblemException(bundle.problem("problem.strange-press", Map.of()));
        }
        return verb.isAboutRoom()
                ? aboutRoom(tx, verb, input, by, at)
                : inSession(tx, verb, input, by, at);
    }

    private Reply aboutRoom(Tx tx, Verb verb, Input.Pressed input, Member by, Instant at) {
        var room = room(tx, new ChannelId(input.press().session().value()), by);
        demand(tx, verb.right(), by);
        return verb == Verb.START_FORM
                ? starting.open(tx, room.id(), by, input.press().argument())
                : starting.start(tx, room, by, input, at);
    }

    /// The room, if this person is in it.
    private Channel room(Tx tx, ChannelId id, Member by) {
        var room = tables.channels().find(tx, id);
        if (room == null || !tables.channels().isMember(tx, id, by.id())) {
            throw new ProblemException(Bundle.of(by.locale()).problem("problem.no-room", Map.of()));
        }
        return room;
    }

    private void demand(Tx tx, Right right, Member by) {
        if (!Rights.allow(tables.people().roles(tx, by.id()), right)) {
            throw new ProblemException(
                    Bundle.of(by.locale())
                            .problem("problem.no-right", Map.of("who", "a facilitator")));
        }
    }

    private Reply inSession(Tx tx, Verb verb, Input.Pressed input, Member by, Instant at) {
        var stored = stored(tx, input.press().session(), by);
        demand(tx, stored.session(), verb.right(), by);
        return switch (verb) {
            case ANSWER -> answer(tx, stored, input, by, at);
            case REPLACE ->
                    new Reply.FormOpened(replaceForm(tx, stored.session(), input.press(), by));
            case REPLACE_WITH -> replace(tx, stored, input, by, at);
            case JOIN,
                    OBSERVE,
                    DECLINE,
                    LEAVE,
                    CATCH_UP,
                    PASS,
                    DONE,
                    NEED_TIME,
                    BEGIN,
                    BEGIN_ANYWAY,
                    NEXT,
                    BACK,
                    MORE,
                    PAUSE,
                    RESUME,
                    SKIP,
                    FINISH,
                    STOP,
                    REOPEN,
                    TAKE_OVER,
                    TAKE_BACK,
                    START_FORM,
                    START -> {
                var event = Events.of(verb, input.press(), by.id(), by.team().id(), at);
                yield event == null
                        ? new Reply.Nothing()
                        : decide(tx, stored, event, by, verb.name(), List.of());
            }
        };
    }

    /// The session, if this person is in one of its channels.
    private Stored stored(Tx tx, SessionId id, Member by) {
        var stored = tables.sessions().load(tx, id);
        boolean inside =
                stored.session().seat(by.id()) != null
                        || tables.sessions().channels(tx, id).stream()
                                .anyMatch(channel ->
                                        tables.channels().isMember(tx, channel.id(), by.id()));
        if (!inside) {
            throw new ProblemException(Bundle.of(by.locale()).problem("problem.no-room", Map.of()));
        }
        return stored;
    }

    private void demand(Tx tx, Session session, Right right, Member by) {
        if (right == Right.SEE_BOARD || (right == Right.TAKE_PART && session.isHere(by.id()))) {
            return;
        }
        var standing = tables.people().roles(tx, by.id());
        if (!SessionRights.of(session, by.id(), standing).contains(right)) {
            var who =
                    right == Right.TAKE_PART
                            ? null
                            : tables.people().member(tx, session.facilitator()).name();
            throw new ProblemException(
                    who == null
                            ? Bundle.of(by.locale()).problem("problem.not-joined", Map.of())
                            : Bundle.of(by.locale())
                                    .problem("problem.no-right", Map.of("who", who)));
        }
    }

    private Reply answer(Tx tx, Stored stored, Input.Pressed input, Member by, Instant at) {
        var press = input.press();
        var bundle = Bundle.of(by.locale());
        var track = stored.session().tracks().get(press.track());
        if (track == null || track.visit() != press.visit() || stored.session().isOver()) {
            return new Reply.Moved(Convener.moved(bundle));
        }
        var ask =
                Questions.all(stored.session().mode(), stored.session().stepOf(track)).stream()
                        .filter(question -> question.title().equals(press.argument()))
                        .findFirst()
                        .orElse(null);
        if (ask == null) {
            return new Reply.Moved(Convener.moved(bundle));
        }
        var read = AnswerForm.read(bundle, ask, input.values());
        if (!read.isFine()) {
            return new Reply.FieldErrors(read.errors());
        }
        var event =
                new SessionEvent.Answered(
                        at,
                        by.id(),
                        press.track(),
                        press.visit(),
                        ask.title(),
                        read.texts().size());
        return decide(tx, stored, event, by, "ANSWER", read.texts());
    }

    private Form replaceForm(Tx tx, Session session, Press press, Member by) {
        var bundle = Bundle.of(by.locale());
        var role = session.protocol().role(press.argument());
        if (role == null) {
            throw new ProblemException(bundle.problem("problem.strange-press", Map.of()));
        }
        var here = new ArrayList<Member>();
        session.here().forEach(seat -> here.add(tables.people().member(tx, seat.member())));
        var options = Starting.holders(bundle, role, here);
        var label = bundle.text("replace.title", Map.of("role", role.name()));
        var field = new Form.Field("to", label, "", new Form.Input.Pick(options, 1), true, "");
        var send =
                new Press(
                        session.id(),
                        press.track(),
                        press.visit(),
                        Verb.REPLACE_WITH.wire(),
                        role.name());
        return new Form(label, "", "", List.of(field), bundle.text("do.send"), send);
    }

    private Reply replace(Tx tx, Stored stored, Input.Pressed input, Member by, Instant at) {
        var to = input.values().getOrDefault("to", "");
        if (!to.startsWith("m:") && !to.startsWith("t:")) {
            return new Reply.FieldErrors(Map.of("to", Bundle.of(by.locale()).text("start.person")));
        }
        var event = new SessionEvent.RoleGiven(at, by.id(), input.press().argument(), new Unit(to));
        return decide(tx, stored, event, by, "REPLACE_WITH", List.of());
    }

    private Reply wrote(Tx tx, Input.Wrote input, Member by, Instant at) {
        var bundle = Bundle.of(by.locale());
        var words = Legible.words(input.words());
        int length = words.codePointCount(0, words.length());
        if (words.isEmpty()) {
            throw new ProblemException(bundle.problem("problem.words-empty", Map.of()));
        }
        if (length > LONGEST_WORDS) {
            throw new ProblemException(
                    bundle.problem(
                            "problem.words-too-long",
                            Map.of("length", length, "most", LONGEST_WORDS)));
        }
        var stored = stored(tx, input.session(), by);
        demand(tx, stored.session(), Right.TAKE_PART, by);
        var event = new SessionEvent.Spoke(at, by.id(), Session.MAIN, input.visit());
        return decide(tx, stored, event, by, "SPOKE", List.of(words));
    }

    private Reply typed(Tx tx, Input.Typed input, Member by, Instant at) {
        var room = room(tx, input.in(), by);
        var command = CommandLine.parse(input.line());
        var id = tables.sessions().current(tx, room.id());
        var session = id == null ? null : tables.sessions().load(tx, id).session();
        var word = command.word();
        if (word == null || word == CommandLine.Word.HELP) {
            return new Reply.Notice(help(tx, word == null ? command.typed() : null, session, by));
        }
        if (word == CommandLine.Word.START) {
            demand(tx, Right.START_SESSION, by);
            return starting.open(tx, room.id(), by, command.rest());
        }
        if (word == CommandLine.Word.STATUS) {
            return new Reply.Notice(status(session, by));
        }
        if (session == null) {
            throw new ProblemException(
                    Bundle.of(by.locale()).problem("problem.no-session", Map.of()));
        }
        return press(tx, new Input.Pressed(by.id(), pressFor(session, word), Map.of()), by, at);
    }

    private Message help(Tx tx, @Nullable String unknown, @Nullable Session session, Member by) {
        var standing = tables.people().roles(tx, by.id());
        boolean leads =
                session != null
                        && SessionRights.of(session, by.id(), standing)
                                .contains(Right.CONTROL_SESSION);
        return Help.render(
                Bundle.of(by.locale()),
                unknown,
                session,
                leads,
                Rights.allow(standing, Right.START_SESSION));
    }

    private static Message status(@Nullable Session session, Member by) {
        var bundle = Bundle.of(by.locale());
        if (session == null) {
            return Message.text(bundle.text("status.none"));
        }
        var steps = session.protocol().steps();
        var name = Map.of("protocol", session.protocol().name());
        return Message.text(
                switch (session.phase()) {
                    case GATHERING -> bundle.text("status.gathering", name);
                    case ENDED -> bundle.text("status.over");
                    case RUNNING ->
                            bundle.text(
                                    "status.line",
                                    Map.of(
                                            "protocol", session.protocol().name(),
                                            "number",
                                                    Itinerary.number(
                                                            session, session.main().step()),
                                            "total", Itinerary.total(session),
                                            "step", steps.get(session.main().step()).title()));
                });
    }

    /// The press that a word means at the session's current visit.
    private static Press pressFor(Session session, CommandLine.Word word) {
        var main = session.main();
        var argument = word == CommandLine.Word.PASS ? session.stepOf(main).title() : "";
        var verb = word == CommandLine.Word.TAKEOVER ? Verb.TAKE_OVER.wire() : word.typed();
        return new Press(session.id(), main.id(), main.visit(), verb, argument);
    }

    private Reply decide(
            Tx tx, Stored stored, SessionEvent event, Member by, String kind, List<String> texts) {
        var decision = Engine.decide(stored.session(), event);
        return switch (decision.verdict()) {
            case Decision.Verdict.Accepted _ ->
                    accepted(tx, stored, decision, event, by, kind, texts);
            case Decision.Verdict.Moved _ ->
                    new Reply.Moved(Convener.moved(Bundle.of(by.locale())));
            case Decision.Verdict.Refused(var line) -> {
                var scene =
                        tables.scenes()
                                .forMember(tx, stored.session(), by.id(), List.of(), List.of(line));
                yield new Reply.Refused(LineView.problem(scene, line));
            }
        };
    }

    private Reply accepted(
            Tx tx,
            Stored stored,
            Decision decision,
            SessionEvent event,
            Member by,
            String kind,
            List<String> texts) {
        if (decision.session().equals(stored.session()) && decision.effects().isEmpty()) {
            return new Reply.Nothing();
        }
        int visit = event instanceof SessionEvent.OfVisit of ? of.visit() : 0;
        int track = event instanceof SessionEvent.OfVisit of ? of.track() : Session.MAIN;
        var entry = new Log.Entry(event.at(), kind, by.id(), track, visit);
        recorder.save(tx, decision, stored.version(), texts, entry);
        return new Reply.Nothing();
    }
}
