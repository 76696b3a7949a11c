package org.convenor.runtime;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convenor.chat.Form;
import org.convenor.chat.MemberId;
import org.convenor.chat.Press;
import org.convenor.chat.Reply;
import org.convenor.people.Member;
import org.convenor.session.Progress;
import org.convenor.session.Session;
import org.convenor.session.SessionEvent;
import org.convenor.store.Sessions.Stored;
import org.convenor.view.Bundle;

/// Puts somebody into another group while the groups are at work.
final class Regrouping {
    private static final String WHO = "who";
    private static final String TO = "to";

    private final Tables tables;
    private final Decider decider;

    Regrouping(Tables tables, Decider decider) {
        this.tables = tables;
        this.decider = decider;
    }

    /// The form that asks who, and where to.
    Reply open(Intake in, Session session, Press press, Member by) {
        var bundle = Bundle.of(by.locale());
        var send = new Press(session.id(), press.track(), press.visit(), Verb.MOVE_TO.wire(), "");
        var fields =
                List.of(
                        field(WHO, bundle.text("move.who"), people(in, session)),
                        field(TO, bundle.text("move.to"), groups(session, bundle)));
        return new Reply.FormOpened(
                new Form(bundle.text("move.title"), "", "", fields, bundle.text("do.send"), send));
    }

    private static Form.Field field(String name, String label, List<Form.Option> options) {
        return new Form.Field(name, label, "", new Form.Input.Pick(options, 1), true, "");
    }

    /// Takes what was chosen in the form.
    Reply move(Intake in, Stored stored, Input.Pressed input, Member by) {
        var session = stored.session();
        var bundle = Bundle.of(by.locale());
        var who = input.values().getOrDefault(WHO, "").strip();
        var to = input.values().getOrDefault(TO, "").strip();
        if (people(in, session).stream().noneMatch(option -> option.value().equals(who))) {
            return new Reply.FieldErrors(Map.of(WHO, bundle.text("start.person")));
        }
        if (groups(session, bundle).stream().noneMatch(option -> option.value().equals(to))) {
            return new Reply.FieldErrors(Map.of(TO, bundle.text("form.no-option")));
        }
        var event =
                new SessionEvent.MovedTo(in.at(), by.id(), new MemberId(who), Integer.parseInt(to));
        return decider.decide(in, stored, event, by, Verb.MOVE_TO.wire(), List.of());
    }

    private List<Form.Option> people(Intake in, Session session) {
        return session.here()
                .map(seat -> tables.people().member(in.tx(), seat.member()))
                .map(member ->
                        new Form.Option(
                                member.id().value(),
                                member.name() + " (" + member.team().name() + ")"))
                .toList();
    }

    /// The groups that are still at work.
    private static List<Form.Option> groups(Session session, Bundle bundle) {
        return session.tracks().values().stream()
                .filter(track -> track.group() > 0)
                .filter(track -> !(track.progress() instanceof Progress.Arrived))
                .map(track -> session.groups().get(track.group()))
                .filter(Objects::nonNull)
                .map(group ->
                        new Form.Option(
                                Integer.toString(group.id()),
                                bundle.text("group.name", Map.of("number", group.number()))))
                .toList();
    }
}
