package org.convenor.store;

import java.time.Instant;
import java.util.List;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Becomes;
import org.convenor.session.Unit;
import org.jspecify.annotations.Nullable;

/// Answers that are kept beyond their session: where they stand and what they became, never the
/// words.
public final class KeptThings {
    private static final String ADD =
            """
            insert into kept (id, session, cohort, team, step, becomes, question, unit, first,
                fields, at_ms)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;

    private static final String COLUMNS =
            """
            select id, session, cohort, team, step, becomes, question, unit, first, fields, at_ms
            from kept
            """;

    private static final String OF_SESSION = COLUMNS + "where session = ? order by id";

    private static final String OF_COHORT = COLUMNS + "where cohort = ? order by id";

    /// One answer that is kept, or all anonymous answers to one question.
    ///
    /// @param team id of the district team it belongs to, or null if it is everybody's
    /// @param unit whose answer it is, or null where answers are anonymous
    /// @param first number of the first field; the other `fields` follow without a gap. Zero where
    ///   answers are anonymous
    public record Kept(
            String id,
            SessionId session,
            String cohort,
            @Nullable String team,
            int step,
            Becomes becomes,
            String question,
            @Nullable Unit unit,
            int first,
            int fields,
            Instant at) {}

    public void add(Tx tx, Kept kept) {
        tx.update(
                ADD,
                kept.id(),
                kept.session(),
                kept.cohort(),
                kept.team(),
                kept.step(),
                kept.becomes(),
                kept.question(),
                kept.unit() == null ? null : kept.unit().key(),
                kept.first(),
                kept.fields(),
                kept.at());
    }

    public List<Kept> ofSession(Tx tx, SessionId session) {
        return tx.list(OF_SESSION, KeptThings::read, session);
    }

    public List<Kept> ofCohort(Tx tx, String cohort) {
        return tx.list(OF_COHORT, KeptThings::read, cohort);
    }

    private static Kept read(Row row) {
        var unit = row.textOrNull(8);
        return new Kept(
                row.text(1),
                new SessionId(row.text(2)),
                row.text(3),
                row.textOrNull(4),
                row.int32(5),
                Becomes.valueOf(row.text(6)),
                row.text(7),
                unit == null ? null : new Unit(unit),
                row.int32(9),
                row.int32(10),
                row.instant(11));
    }
}
