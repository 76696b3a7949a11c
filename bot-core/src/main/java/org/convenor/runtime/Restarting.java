package org.convenor.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convenor.chat.Message;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.people.Member;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Setting;
import org.convenor.session.Audience;
import org.convenor.session.CarriedOver;
import org.convenor.session.Engine;
import org.convenor.session.Gathering;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.SessionEvent;
import org.convenor.session.Unit;
import org.convenor.store.Contributions.Words;
import org.convenor.store.Ids;
import org.convenor.store.Log;
import org.convenor.store.Sessions.Stored;
import org.convenor.view.Bundle;
import org.convenor.view.Markup;

/// Ends a session and starts it again on the newest version of its protocol, with the same people
/// and what they saved.
final class Restarting {
    private final Tables tables;
    private final CohortShelf shelf;
    private final Recorder recorder;
    private final Ids ids;

    Restarting(Tables tables, CohortShelf shelf, Recorder recorder, Ids ids) {
        this.tables = tables;
        this.shelf = shelf;
        this.recorder = recorder;
        this.ids = ids;
    }

    /// @param stored the session that runs in its room, or ran last there
    Reply restart(Intake in, Stored stored, Member by) {
        var tx = in.tx();
        var old = stored.session();
        var home = tables.sessions().home(tx, old.id());
        if (!old.id().equals(tables.sessions().current(tx, home))) {
            return Decider.moved(by);
        }
        var cohort = tables.sessions().cohort(tx, old.id());
        var listed = shelf.find(tx, cohort, old.protocol().id());
        if (listed == null) {
            throw Starting.unknown(Bundle.of(by.locale()), old.protocol().id(), null);
        }
        var shelved = shelf.shelved(tx, listed);
        stop(in, stored, by);
        var names = names(shelved.protocol());
        var carried = CarriedOver.from(old, shelved.protocol(), names.size() + 1);
        var id = new SessionId(ids.next());
        var decision =
                Gathering.open(plan(in, old, id, shelved.protocol(), names), carried, in.at());
        tables.protocols().put(tx, shelved.protocol(), shelved.text(), shelved.hash());
        tables.sessions().insert(tx, decision.session(), cohort, home, shelved.hash(), in.at());
        tables.sessions()
                .channels(tx, old.id())
                .forEach(channel -> tables.sessions().link(tx, id, channel.id()));
        settings(in, old, id, by, shelved.protocol(), names);
        carried.copies().forEach(copy -> copy(in, old, id, copy));
        recorder.effects(tx, decision, List.of(), in.at());
        tables.boards().want(tx, id, 1);
        tables.log().add(tx, id, new Log.Entry(in.at(), "restarted", by.id(), Session.MAIN, 1));
        return new Reply.Notice(told(Bundle.of(by.locale()), listed, carried));
    }

    private void stop(Intake in, Stored stored, Member by) {
        if (stored.session().isOver()) {
            return;
        }
        var decision = Engine.decide(stored.session(), new SessionEvent.Stopped(in.at(), by.id()));
        var entry = new Log.Entry(in.at(), "stop", by.id(), Session.MAIN, 0);
        recorder.save(in.tx(), decision, stored.version(), List.of(), entry);
    }

    private Gathering.Plan plan(
            Intake in, Session old, SessionId id, Protocol next, List<String> names) {
        var leader = tables.people().member(in.tx(), old.facilitator());
        var seats =
                old.seats().stream()
                        .filter(seat -> seat.presence() != Seat.Presence.LEFT)
                        .filter(seat -> !seat.member().equals(leader.id()))
                        .map(seat -> new Seat(seat.member(), seat.team(), seat.presence(), 0))
                        .toList();
        return new Gathering.Plan(
                id,
                next,
                mode(old.mode(), next),
                old.calendar(),
                Starting.seat(leader),
                seats,
                old.coFacilitators(),
                roles(old, next),
                names);
    }

    private static Mode mode(Mode before, Protocol next) {
        return next.modes().contains(before) ? before : next.modes().iterator().next();
    }

    private static Map<String, List<Unit>> roles(Session old, Protocol next) {
        return old.roles().entrySet().stream()
                .filter(role -> isRole(next, role.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Whether there is a role that this is the key of, by itself or for one team.
    private static boolean isRole(Protocol next, String key) {
        return next.roles().stream()
                .anyMatch(role ->
                        key.equals(role.name()) || key.startsWith(Session.roleIn(role.name(), "")));
    }

    private static List<String> names(Protocol protocol) {
        var names = new ArrayList<String>();
        names.add(Session.TOPIC);
        StartForm.settings(protocol).forEach(setting -> names.add(setting.name()));
        return names;
    }

    /// What was typed at the start; for a setting that is new, what the file proposes.
    private void settings(
            Intake in, Session old, SessionId id, Member by, Protocol next, List<String> names) {
        for (int number = 1; number <= names.size(); number++) {
            var name = names.get(number - 1);
            var before = old.settings().get(name);
            if (before == null) {
                propose(in, id, by, number, name, next);
            } else {
                tables.contributions().copy(in.tx(), old.id(), before, id, number, 0, null);
            }
        }
    }

    private void propose(
            Intake in, SessionId id, Member by, int number, String name, Protocol next) {
        var text =
                next.settings().stream()
                        .filter(setting -> setting.name().equals(name))
                        .map(Restarting::proposal)
                        .findFirst()
                        .orElse("");
        var words =
                new Words(
                        number,
                        0,
                        0,
                        null,
                        name,
                        by.id(),
                        Audience.ALL,
                        true,
                        false,
                        false,
                        text,
                        in.at());
        tables.contributions().put(in.tx(), id, words);
    }

    private static String proposal(Setting setting) {
        return setting.options().isEmpty()
                ? Objects.requireNonNullElse(setting.value(), "")
                : String.join("\n", setting.options());
    }

    private void copy(Intake in, Session old, SessionId id, CarriedOver.Copy copy) {
        for (int field = 0; field < copy.given().fields(); field++) {
            tables.contributions()
                    .copy(
                            in.tx(),
                            old.id(),
                            copy.from() + field,
                            id,
                            copy.given().first() + field,
                            copy.step(),
                            copy.question());
        }
    }

    private static Message told(Bundle bundle, CohortShelf.Listed listed, CarriedOver carried) {
        var lines = new ArrayList<String>();
        lines.add(
                bundle.text(
                        "restart.done",
                        Map.of(
                                "protocol", Markup.escape(listed.protocol().name()),
                                "version",
                                        listed.version() == null ? 0 : listed.version().version(),
                                "answers", carried.copies().size())));
        if (!carried.left().isEmpty()) {
            lines.add(bundle.text("restart.left", Map.of("questions", quoted(carried.left()))));
        }
        if (carried.leavesAnonymous()) {
            lines.add(bundle.text("restart.anonymous"));
        }
        return Message.text(String.join("\n", lines));
    }

    private static String quoted(Set<String> titles) {
        return titles.stream()
                .map(title -> "“" + Markup.escape(title) + "”")
                .collect(Collectors.joining(", "));
    }
}
