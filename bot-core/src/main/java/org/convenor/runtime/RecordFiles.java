package org.convenor.runtime;

import java.util.Locale;
import java.util.Map;
import org.convenor.chat.MemberId;
import org.convenor.chat.ProblemException;
import org.convenor.chat.SessionId;
import org.convenor.people.Right;
import org.convenor.session.Session;
import org.convenor.store.NoSuchSessionException;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.convenor.view.RecordView;

/// Hands out the records of sessions. Reads in the caller's transaction.
final class RecordFiles {
    private final Tables tables;

    RecordFiles(Tables tables) {
        this.tables = tables;
    }

    /// The record of a session as a file.
    ///
    /// @throws ProblemException if the reader may not have it
    Rooms.Download record(Tx tx, SessionId id, MemberId reader) {
        try {
            var session = tables.sessions().load(tx, id).session();
            demandRecord(tx, session, reader);
            var scene = tables.scenes().whole(tx, session);
            var at =
                    session.past().isEmpty()
                            ? session.main().openedAt()
                            : session.past().getFirst().openedAt();
            return new Rooms.Download(
                    RecordView.fileName(session, at, scene.zone()), RecordView.render(scene, at));
        } catch (NoSuchSessionException _) {
            throw noRoom();
        }
    }

    private void demandRecord(Tx tx, Session session, MemberId reader) {
        boolean inside =
                tables.sessions().channels(tx, session.id()).stream()
                        .anyMatch(channel -> tables.channels().isMember(tx, channel.id(), reader));
        if (!inside) {
            throw noRoom();
        }
        if (!SessionRights.of(session, reader, tables.people().roles(tx, reader))
                .contains(Right.EXPORT_SESSION)) {
            throw new ProblemException(
                    Bundle.of(Locale.ENGLISH)
                            .problem(
                                    "problem.no-right",
                                    Map.of(
                                            "who",
                                            Bundle.of(Locale.ENGLISH)
                                                    .text("somebody.participant"))));
        }
    }

    /// A room that does not exist and one that somebody is not in are the same answer.
    static ProblemException noRoom() {
        return new ProblemException(Bundle.of(Locale.ENGLISH).problem("problem.no-room", Map.of()));
    }
}
