package org.convenor.runtime;

import java.util.List;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.SessionId;
import org.convenor.store.Database;
import org.convenor.view.BoardView;
import org.convenor.view.LineView;

/// Puts what is to be delivered into words, from the state of the moment.
public final class Rendering implements Wording {
    private final Database database;
    private final Tables tables;

    public Rendering(Database database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    @Override
    public Message line(SessionId id, ChannelId channel, Line line) {
        return database.read(tx -> {
            var session = tables.sessions().load(tx, id).session();
            var scene = tables.scenes().forChannel(tx, session, List.of(), List.of(line));
            return LineView.line(scene, line);
        });
    }

    @Override
    public Message board(SessionId id, ChannelId channel) {
        return database.read(tx -> {
            var session = tables.sessions().load(tx, id).session();
            return BoardView.render(
                    tables.scenes()
                            .forChannel(tx, session, BoardView.questions(session), List.of()));
        });
    }

    @Override
    public Message whisper(SessionId id, MemberId member, Line line) {
        return database.read(tx -> {
            var session = tables.sessions().load(tx, id).session();
            var scene = tables.scenes().forMember(tx, session, member, List.of(), List.of(line));
            return LineView.line(scene, line);
        });
    }
}
