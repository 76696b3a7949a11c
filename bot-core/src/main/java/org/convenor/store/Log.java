package org.convenor.store;

import java.time.Instant;
import java.util.List;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// What happened in each session, in order: ids and kinds, never words.
public final class Log {
    private static final String ADD =
            """
            insert into log (session, at_ms, kind, member, track, visit) values (?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_SESSION =
            """
            select at_ms, kind, member, track, visit from log where session = ? order by id
            """;

    /// @param kind name of the event
    /// @param member who acted, or null for the clock
    public record Entry(Instant at, String kind, @Nullable MemberId member, int track, int visit) {}

    public void add(Tx tx, SessionId session, Entry entry) {
        tx.update(
                ADD,
                session,
                entry.at(),
                entry.kind(),
                entry.member(),
                entry.track(),
                entry.visit());
    }

    public List<Entry> ofSession(Tx tx, SessionId session) {
        return tx.list(OF_SESSION, Log::read, session);
    }

    private static Entry read(Row row) {
        var member = row.textOrNull(3);
        return new Entry(
                row.instant(1),
                row.text(2),
                member == null ? null : new MemberId(member),
                row.int32(4),
                row.int32(5));
    }
}
