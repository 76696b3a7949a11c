package org.convenor.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.convenor.chat.Arg;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.runtime.Rooms.Spoken;
import org.convenor.store.RoomMessages.RoomMessage;
import org.convenor.store.Tx;
import org.convenor.view.LineView;

/// Puts the lines of a room into words.
final class Threads {
    private Threads() {}

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
                                isBy(one, reader)));
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
