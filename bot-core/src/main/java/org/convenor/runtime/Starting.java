package org.convenor.runtime;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.people.Member;
import org.convenor.session.Gathering;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.WorkingCalendar;
import org.convenor.store.Ids;
import org.convenor.store.Log;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.jspecify.annotations.Nullable;

/// Starting a session: the form, and what follows from it.
final class Starting {

    private final Tables tables;
    private final CohortShelf shelf;
    private final Recorder recorder;
    private final Ids ids;
    private final Restarting restarting;

    Starting(Tables tables, CohortShelf shelf, Recorder recorder, Ids ids) {
        this.tables = tables;
        this.shelf = shelf;
        this.recorder = recorder;
        this.ids = ids;
        this.restarting = new Restarting(tables, shelf, recorder, ids);
    }

    /// Starts a session once more.
    Restarting restarting() {
        return restarting;
    }

    /// The form for a protocol, or a choice of protocols if none is named.
    Reply open(Tx tx, ChannelId room, Member by, String name) {
        var bundle = Bundle.of(by.locale());
        refuseSecond(tx, room, bundle);
        if (name.isBlank()) {
            return new Reply.Notice(choose(tx, bundle, room));
        }
        var protocol = find(tx, bundle, room, name).protocol();
        var submit = press(room, Verb.START, protocol.id());
        return new Reply.FormOpened(StartForm.of(bundle, protocol, members(tx, room), submit));
    }

    private Message choose(Tx tx, Bundle bundle, ChannelId room) {
        var head = bundle.text("start.none");
        var all = shelf.all(tx, requireCohort(tx, room));
        return new Message(
                head, List.of(new Part.Text(head), new Part.Choices(buttons(all, bundle, room))));
    }

    /// One button for each protocol.
    static List<Part.Choice> buttons(List<CohortShelf.Listed> all, Bundle bundle, ChannelId room) {
        return all.stream()
                .map(shelved ->
                        new Part.Choice(
                                bundle.text(
                                        "start.button",
                                        Map.of("protocol", shelved.protocol().name())),
                                press(room, Verb.START_FORM, shelved.protocol().id()),
                                Part.Emphasis.PLAIN,
                                null))
                .toList();
    }

    private CohortShelf.Listed find(Tx tx, Bundle bundle, ChannelId room, String name) {
        var cohort = requireCohort(tx, room);
        var listed = shelf.find(tx, cohort, name);
        if (listed == null) {
            throw unknown(bundle, name, shelf.nearest(tx, cohort, name));
        }
        return listed;
    }

    /// @param proposal what was probably meant, or null
    static ProblemException unknown(Bundle bundle, String name, @Nullable String proposal) {
        return new ProblemException(
                bundle.problem(
                        "problem.no-protocol",
                        Map.of("name", name, "proposal", proposal == null ? "none" : proposal)));
    }

    private void refuseSecond(Tx tx, ChannelId room, Bundle bundle) {
        var current = tables.sessions().current(tx, room);
        if (current != null && !tables.sessions().load(tx, current).session().isOver()) {
            throw new ProblemException(bundle.problem("problem.session-open", Map.of()));
        }
    }

    private static Press press(ChannelId room, Verb verb, String protocol) {
        return new Press(new SessionId(room.value()), 0, 0, verb.wire(), protocol);
    }

    /// Starts a session with what was typed into the form.
    Reply start(Intake in, Channel room, Member by, Input.Pressed input) {
        var tx = in.tx();
        var at = in.at();
        var bundle = Bundle.of(by.locale());
        refuseSecond(tx, room.id(), bundle);
        var shelved = shelf.shelved(tx, find(tx, bundle, room.id(), input.press().argument()));
        var members = members(tx, room.id());
        var typed = new StartRequest(bundle, shelved.protocol(), members, input.values());
        if (!typed.errors.isEmpty()) {
            return new Reply.FieldErrors(typed.errors);
        }
        var cohort = tables.people().cohort(tx, requireCohort(tx, room.id()));
        if (cohort == null) {
            throw new IllegalStateException("no cohort for channel " + room.id());
        }
        var id = new SessionId(ids.next());
        var decision =
                Gathering.open(
                        new Gathering.Plan(
                                id,
                                shelved.protocol(),
                                typed.mode,
                                new WorkingCalendar(cohort.zone(), Set.of()),
                                seat(by),
                                typed.seats(),
                                typed.coFacilitators(by.id()),
                                typed.roles,
                                typed.settingNames),
                        at);
        tables.protocols().put(tx, shelved.protocol(), shelved.text(), shelved.hash());
        tables.sessions()
                .insert(tx, decision.session(), cohort.id(), room.id(), shelved.hash(), at);
        recorder.settings(tx, id, by.id(), typed.settingNames, typed.settingTexts, at);
        recorder.effects(tx, decision, List.of(), at);
        tables.boards().want(tx, id, 1);
        tables.log().add(tx, id, new Log.Entry(at, "called", by.id(), Session.MAIN, 1));
        return new Reply.Nothing();
    }

    /// Everybody in the room, in the order they came.
    private List<Member> members(Tx tx, ChannelId room) {
        var inOrder = tables.channels().members(tx, room);
        var found = tables.people().members(tx, inOrder);
        return inOrder.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private String requireCohort(Tx tx, ChannelId room) {
        var cohort = tables.channels().cohort(tx, room);
        if (cohort == null) {
            throw new IllegalStateException("no cohort for channel " + room);
        }
        return cohort;
    }

    static Seat seat(Member member) {
        return new Seat(member.id(), member.team().id(), Seat.Presence.HERE, 0);
    }
}
