package org.convenor.runtime;

import java.util.Map;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.ProblemException;
import org.convenor.chat.SessionId;
import org.convenor.people.Member;
import org.convenor.people.Right;
import org.convenor.people.Rights;
import org.convenor.session.Session;
import org.convenor.store.Sessions.Stored;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;

/// Lets people only into rooms they are in, and only do what they may. What it refuses is a
/// [org.convenor.chat.Problem].
final class Gate {
    private final Tables tables;

    Gate(Tables tables) {
        this.tables = tables;
    }

    /// The room, if this person is in it.
    Channel room(Tx tx, ChannelId id, Member by) {
        var room = tables.channels().find(tx, id);
        if (room == null || !tables.channels().isMember(tx, id, by.id())) {
            throw noRoom(by);
        }
        return room;
    }

    /// The session, if this person is in one of its channels.
    Stored session(Tx tx, SessionId id, Member by) {
        var stored = tables.sessions().load(tx, id);
        boolean inside =
                stored.session().seat(by.id()) != null
                        || tables.sessions().channels(tx, id).stream()
                                .anyMatch(channel ->
                                        tables.channels().isMember(tx, channel.id(), by.id()));
        if (!inside) {
            throw noRoom(by);
        }
        return stored;
    }

    private static ProblemException noRoom(Member by) {
        return new ProblemException(Bundle.of(by.locale()).problem("problem.no-room", Map.of()));
    }

    /// Demands a right that somebody has in the network.
    void demand(Tx tx, Right right, Member by) {
        if (!Rights.allow(tables.people().roles(tx, by.id()), right)) {
            throw noRight(by, Bundle.of(by.locale()).text("somebody.facilitator"));
        }
    }

    /// Demands a right in one session.
    void demand(Tx tx, Session session, Right right, Member by) {
        if (right == Right.SEE_BOARD || (right == Right.TAKE_PART && session.isHere(by.id()))) {
            return;
        }
        var standing = tables.people().roles(tx, by.id());
        if (SessionRights.of(session, by.id(), standing).contains(right)) {
            return;
        }
        if (right == Right.TAKE_PART) {
            throw new ProblemException(
                    Bundle.of(by.locale()).problem("problem.not-joined", Map.of()));
        }
        throw noRight(by, tables.people().member(tx, session.facilitator()).name());
    }

    private static ProblemException noRight(Member by, String who) {
        return new ProblemException(
                Bundle.of(by.locale()).problem("problem.no-right", Map.of("who", who)));
    }
}
