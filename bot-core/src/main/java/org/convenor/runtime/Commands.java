package org.convenor.runtime;

import java.util.Map;
import java.util.Objects;
import org.convenor.chat.Message;
import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.command.CommandLine;
import org.convenor.command.CommandLine.Word;
import org.convenor.command.Help;
import org.convenor.people.Member;
import org.convenor.people.Right;
import org.convenor.people.Rights;
import org.convenor.protocol.Role;
import org.convenor.session.Floor;
import org.convenor.session.Progress;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.convenor.view.Itinerary;
import org.jspecify.annotations.Nullable;

/// Takes `/convene` lines. Every word is also a button, and means the same as that.
final class Commands {
    private final Tables tables;
    private final Gate gate;
    private final Starting starting;
    private final Presses presses;

    Commands(Tables tables, Gate gate, Starting starting, Presses presses) {
        this.tables = tables;
        this.gate = gate;
        this.starting = starting;
        this.presses = presses;
    }

    Reply typed(Intake in, Input.Typed input, Member by) {
        var room = gate.room(in.tx(), input.in(), by);
        var command = CommandLine.parse(input.line());
        var id = tables.sessions().current(in.tx(), room.id());
        var session = id == null ? null : tables.sessions().load(in.tx(), id).session();
        var word = command.word();
        if (word == null || word == Word.HELP) {
            return help(in.tx(), word == null ? command.typed() : null, session, by);
        }
        if (word == Word.START) {
            gate.demand(in.tx(), Right.START_SESSION, by);
            return starting.open(in.tx(), room.id(), by, command.rest());
        }
        if (word == Word.STATUS) {
            return new Reply.Notice(status(session, by));
        }
        if (session == null) {
            throw new ProblemException(
                    Bundle.of(by.locale()).problem("problem.no-session", Map.of()));
        }
        var press = pressFor(in.tx(), session, command, by);
        return presses.press(in, new Input.Pressed(by.id(), press, Map.of()), by);
    }

    /// Whether a line only opens or tells something, so that a retry may do so again.
    static boolean onlyTells(String line) {
        var word = CommandLine.parse(line).word();
        return word == null
                || word == Word.START
                || word == Word.REPLACE
                || word == Word.HELP
                || word == Word.STATUS;
    }

    private Reply help(Tx tx, @Nullable String unknown, @Nullable Session session, Member by) {
        var standing = tables.people().roles(tx, by.id());
        boolean leads = session != null && leads(tx, session, by);
        boolean mayStart = Rights.allow(standing, Right.START_SESSION);
        return new Reply.Notice(
                Help.render(Bundle.of(by.locale()), unknown, by.id(), session, leads, mayStart));
    }

    private static Message status(@Nullable Session session, Member by) {
        var bundle = Bundle.of(by.locale());
        if (session == null) {
            return Message.text(bundle.text("status.none"));
        }
        var name = session.protocol().name();
        return Message.text(
                switch (session.phase()) {
                    case GATHERING -> bundle.text("status.gathering", Map.of("protocol", name));
                    case ENDED -> bundle.text("status.over");
                    case RUNNING ->
                            bundle.text(
                                    "status.line",
                                    Map.of(
                                            "protocol",
                                            name,
                                            "number",
                                            Itinerary.number(session, session.main().step()),
                                            "total",
                                            Itinerary.total(session),
                                            "step",
                                            session.stepOf(session.main()).title()));
                });
    }

    private boolean leads(Tx tx, Session session, Member by) {
        return SessionRights.of(session, by.id(), tables.people().roles(tx, by.id()))
                .contains(Right.CONTROL_SESSION);
    }

    /// The press that a line means at the session's current visit.
    private Press pressFor(Tx tx, Session session, CommandLine command, Member by) {
        var track = track(session, command, by);
        var word = Objects.requireNonNull(command.word());
        var verb =
                switch (word) {
                    case TAKEOVER -> Verb.TAKE_OVER;
                    case BEGIN ->
                            command.rest().equalsIgnoreCase("anyway")
                                    ? Verb.BEGIN_ANYWAY
                                    : Verb.BEGIN;
                    // Anybody may ask for more time; only who leads gives everybody two minutes.
                    case MORE -> leads(tx, session, by) ? Verb.MORE : Verb.NEED_TIME;
                    case DONE -> endsTheStep(session, by) ? Verb.END_STEP : Verb.DONE;
                    case HELP,
                            START,
                            JOIN,
                            OBSERVE,
                            LEAVE,
                            NEXT,
                            BACK,
                            PAUSE,
                            RESUME,
                            SKIP,
                            REPLACE,
                            PASS,
                            STOP,
                            REOPEN,
                            RESTART,
                            STATUS,
                            CATCH_UP,
                            PROTOCOL ->
                            Objects.requireNonNull(Verb.of(word.typed()));
                };
        return new Press(
                session.id(),
                track.id(),
                track.visit(),
                verb.wire(),
                argument(session, command, by));
    }

    /// The track a line means: "next 2" speaks of group 2, "next together" of all who are apart;
    /// what leads a session speaks of everybody otherwise, and what one does oneself of one's own
    /// group.
    private static Track track(Session session, CommandLine command, Member by) {
        if (!leads(command.word())) {
            return session.trackOf(by.id());
        }
        var rest = command.rest().strip();
        if (!session.main().isApart() || rest.equalsIgnoreCase("together")) {
            return session.main();
        }
        if (rest.matches("\\d{1,3}")) {
            return ofGroup(session, Integer.parseInt(rest), by);
        }
        if (command.word() != Word.NEXT && command.word() != Word.SKIP) {
            return session.main();
        }
        throw new ProblemException(Bundle.of(by.locale()).problem("problem.which-group", Map.of()));
    }

    private static boolean leads(@Nullable Word word) {
        return word == Word.NEXT
                || word == Word.SKIP
                || word == Word.BACK
                || word == Word.MORE
                || word == Word.PAUSE
                || word == Word.RESUME;
    }

    private static Track ofGroup(Session session, int number, Member by) {
        return session.tracks().values().stream()
                .filter(track -> track.group() > 0)
                .filter(track -> isNumber(session, track, number))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(
                                Bundle.of(by.locale()).problem("problem.which-group", Map.of())));
    }

    private static boolean isNumber(Session session, Track track, int number) {
        var group = session.groups().get(track.group());
        return group != null && group.number() == number;
    }

    /// Where nobody has a turn to hand on, "done" means the step, for who may end it.
    private static boolean endsTheStep(Session session, Member by) {
        var track = session.trackOf(by.id());
        return track.progress() instanceof Progress.Plain
                && Floor.mayEndEarly(session, track, by.id());
    }

    private static String argument(Session session, CommandLine command, Member by) {
        return switch (Objects.requireNonNull(command.word())) {
            case PASS -> session.stepOf(session.trackOf(by.id())).title();
            case REPLACE -> role(session, command.rest(), by);
            default -> "";
        };
    }

    /// A role by its name; the only one that can be given needs no name.
    private static String role(Session session, String typed, Member by) {
        var named = session.roles().keySet();
        if (typed.isEmpty() && named.size() == 1) {
            return named.iterator().next();
        }
        return session.protocol().roles().stream()
                .map(Role::name)
                .filter(typed::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(
                                Bundle.of(by.locale())
                                        .problem("problem.no-such-role", Map.of("role", typed))));
    }
}
