package org.convenor.store;

import java.time.Instant;
import java.util.List;
import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// Protocols that somebody works on, as they last were without errors: one text for each member and
/// protocol. Apart from what is published; nobody else reads them.
public final class ProtocolDrafts {
    private static final String PUT =
            """
            insert into protocol_draft (member, id, hash, text, at_ms) values (?, ?, ?, ?, ?)
            on conflict (member, id) do update
            set hash = excluded.hash, text = excluded.text, at_ms = excluded.at_ms
            """;

    private static final String COLUMNS = "select id, hash, text, at_ms from protocol_draft\n";

    private static final String FIND = COLUMNS + "where member = ? and id = ?";

    private static final String OF_MEMBER = COLUMNS + "where member = ? order by at_ms desc, id";

    /// @param id of the protocol
    public record Draft(String id, String hash, String text, Instant at) {}

    /// Replaces the draft of the same protocol.
    public void put(Tx tx, MemberId by, Draft draft) {
        tx.update(PUT, by, draft.id(), draft.hash(), draft.text(), draft.at());
    }

    public @Nullable Draft find(Tx tx, MemberId by, String id) {
        return tx.one(FIND, ProtocolDrafts::read, by, id);
    }

    /// The newest first.
    public List<Draft> of(Tx tx, MemberId by) {
        return tx.list(OF_MEMBER, ProtocolDrafts::read, by);
    }

    private static Draft read(Row row) {
        return new Draft(row.text(1), row.text(2), row.text(3), row.instant(4));
    }
}
