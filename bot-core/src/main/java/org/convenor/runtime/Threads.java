package org.convenor.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.convenor.chat.Arg;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.runtime.Rooms.Lines;
import org.convenor.runtime.Rooms.Spoken;
import org.convenor.session.Session;
import org.convenor.store.RoomMessages.Own;
import org.convenor.store.RoomMessages.RoomMessage;
import org.convenor.store.Tx;
import org.convenor.view.Heard;
import org.convenor.view.LineView;
import org.jspecify.annotations.Nullable;

/// Puts the lines of a room into words. Every group has a thread of its own, which everybody in the
/// room may read; most people read theirs.
final class Threads {
    private Threads() {}

    /// What somebody reads who did not choose: whoever takes part, their own groups; whoever leads
    /// or looks on, all of them.
    static Heard usual(Session session, MemberId reader) {
        boolean leads =
                reader.equals(session.facilitator()) || session.coFacilitators().contains(reader);
        return leads || !session.isHere(reader) ? Heard.ALL_GROUPS : Heard.OWN_GROUPS;
    }

    /// @param heard null for what is usual for this reader
    static Lines after(
            Tx tx,
            Tables tables,
            ChannelId room,
            MemberId reader,
            @Nullable Heard heard,
            long seq,
            int limit) {
        var own = own(tx, tables, room, reader, heard);
        // Looked up first: what comes meanwhile has a higher number.
        long last = Math.max(seq, tables.roomMessages().last(tx, room));
        var messages = tables.roomMessages().after(tx, room, own, seq, limit);
        long shown = messages.isEmpty() ? seq : messages.getLast().seq();
        long upTo = messages.size() < limit ? Math.max(last, shown) : shown;
        return new Lines(spoken(tx, tables, messages, reader), upTo);
    }

    /// @param heard null for what is usual for this reader
    static Lines latest(
            Tx tx,
            Tables tables,
            ChannelId room,
            MemberId reader,
            @Nullable Heard heard,
            int limit) {
        var own = own(tx, tables, room, reader, heard);
        long last = tables.roomMessages().last(tx, room);
        var messages = tables.roomMessages().latest(tx, room, own, limit);
        long shown = messages.isEmpty() ? 0 : messages.getLast().seq();
        return new Lines(spoken(tx, tables, messages, reader), Math.max(last, shown));
    }

    /// Whose lines are read beside those for everybody, or null for all.
    private static @Nullable Own own(
            Tx tx, Tables tables, ChannelId room, MemberId reader, @Nullable Heard heard) {
        var id = tables.sessions().current(tx, room);
        if (id == null || heard == Heard.ALL_GROUPS) {
            return null;
        }
        var session = tables.sessions().load(tx, id).session();
        boolean all = heard == null && usual(session, reader) == Heard.ALL_GROUPS;
        return all ? null : new Own(id, session.groupsOf(reader));
    }

    /// @param messages of one room; the sessions are loaded once each
    /// @return in the order of their numbers
    static List<Spoken> spoken(Tx tx, Tables tables, List<RoomMessage> messages, MemberId reader) {
        var spoken = new ArrayList<Spoken>();
        for (var id : new TreeSet<>(messages.stream().map(one -> one.session().value()).toList())) {
            var ofSession =
                    messages.stream().filter(one -> one.session().value().equals(id)).toList();
            var session = tables.sessions().load(tx, new SessionId(id)).session();
            var scene =
                    tables.scenes()
                            .forChannel(
                                    tx,
                                    session,
                                    List.of(),
                                    ofSession.stream().map(RoomMessage::line).toList());
            for (var one : ofSession) {
                spoken.add(
                        new Spoken(
                                one.seq(),
                                one.at(),
                                LineView.line(scene, one.line()),
                                isBy(one, reader),
                                one.thread(),
                                scene.group(one.thread())));
            }
        }
        spoken.sort((one, other) -> Long.compare(one.seq(), other.seq()));
        return spoken;
    }

    private static boolean isBy(RoomMessage message, MemberId reader) {
        return message.line().template().startsWith("said")
                && message.line().args().get("who") instanceof Arg.Person(var member)
                && member.equals(reader);
    }
}
