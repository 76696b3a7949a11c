package org.convenor.runtime;

import java.util.List;
import java.util.Map;
import org.convenor.chat.Form;
import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.people.Member;
import org.convenor.protocol.Role;
import org.convenor.session.Session;
import org.convenor.session.SessionEvent;
import org.convenor.session.Unit;
import org.convenor.store.Sessions.Stored;
import org.convenor.view.Bundle;

/// Gives a role to somebody else while a session runs.
final class Replacing {
    private static final String TO = "to";

    private final Tables tables;
    private final Decider decider;

    Replacing(Tables tables, Decider decider) {
        this.tables = tables;
        this.decider = decider;
    }

    /// The form that asks who.
    Reply open(Intake in, Session session, Press press, Member by) {
        var bundle = Bundle.of(by.locale());
        var role = role(session, press, by);
        var label = bundle.text("replace.title", Map.of("role", role.name()));
        var pick = new Form.Input.Pick(candidates(in, session, role, bundle), most(role));
        var field = new Form.Field(TO, label, "", pick, true, "");
        var send =
                new Press(
                        session.id(),
                        press.track(),
                        press.visit(),
                        Verb.REPLACE_WITH.wire(),
                        role.name());
        return new Reply.FormOpened(
                new Form(label, "", "", List.of(field), bundle.text("do.send"), send));
    }

    /// Takes what was chosen in the form.
    Reply replace(Intake in, Stored stored, Input.Pressed input, Member by) {
        var session = stored.session();
        var bundle = Bundle.of(by.locale());
        var role = role(session, input.press(), by);
        var to = input.values().getOrDefault(TO, "").lines().map(String::strip).distinct().toList();
        boolean known =
                candidates(in, session, role, bundle).stream()
                        .map(Form.Option::value)
                        .toList()
                        .containsAll(to);
        if (!known || to.isEmpty() || to.size() > most(role)) {
            return new Reply.FieldErrors(Map.of(TO, bundle.text("start.person")));
        }
        var event =
                new SessionEvent.RoleGiven(
                        in.at(), by.id(), role.name(), to.stream().map(Unit::new).toList());
        return decider.decide(in, stored, event, by, Verb.REPLACE_WITH.wire(), List.of());
    }

    /// How many people may hold a role at once.
    static int most(Role role) {
        var most = role.most();
        return most == null ? 1 : most;
    }

    private static Role role(Session session, Press press, Member by) {
        var role = session.protocol().role(press.argument());
        if (role == null) {
            throw new ProblemException(
                    Bundle.of(by.locale()).problem("problem.strange-press", Map.of()));
        }
        return role;
    }

    /// Those who are here, and their whole teams where the role allows it.
    private List<Form.Option> candidates(Intake in, Session session, Role role, Bundle bundle) {
        var here =
                session.here().map(seat -> tables.people().member(in.tx(), seat.member())).toList();
        return StartForm.holders(bundle, role, here);
    }
}
