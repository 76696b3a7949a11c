package org.convenor.store;

import java.time.Instant;
import java.util.List;
import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// The versions of protocols that were published for a cohort. None ever changes or goes; the texts
/// stand in [ProtocolTexts].
public final class PublishedProtocols {
    private static final String LOCK = "select id from cohort where id = ?";

    private static final String ADD =
            """
            insert into published_protocol (cohort, id, version, hash, member, at_ms)
            values (?, ?, ?, ?, ?, ?)
            """;

    private static final String COLUMNS =
            "select id, version, hash, member, at_ms from published_protocol\n";

    private static final String OF_ID =
            COLUMNS + "where cohort = ? and id = ? order by version desc";

    private static final String NEWEST =
            COLUMNS
                    + """
                    where cohort = ? and version = (
                        select max(version) from published_protocol newer
                        where newer.cohort = published_protocol.cohort
                            and newer.id = published_protocol.id)
                    order by id
                    """;

    /// One version.
    ///
    /// @param id of the protocol
    /// @param version counted from 1 in the order of publishing
    /// @param hash of its text
    public record Version(String id, int version, String hash, MemberId by, Instant at) {}

    /// Keeps everybody else from publishing in the cohort until the transaction ends, so that two
    /// at once get different numbers.
    public void lock(Tx tx, String cohort) {
        tx.oneLocked(LOCK, row -> true, cohort);
    }

    /// @param version one more than the newest; asked for after [#lock]
    public void add(Tx tx, String cohort, Version version) {
        tx.update(
                ADD,
                cohort,
                version.id(),
                version.version(),
                version.hash(),
                version.by(),
                version.at());
    }

    /// All versions of one protocol, the newest first.
    public List<Version> of(Tx tx, String cohort, String id) {
        return tx.list(OF_ID, PublishedProtocols::read, cohort, id);
    }

    public @Nullable Version newest(Tx tx, String cohort, String id) {
        return tx.one(OF_ID, PublishedProtocols::read, cohort, id);
    }

    /// The newest version of each protocol, by id.
    public List<Version> newest(Tx tx, String cohort) {
        return tx.list(NEWEST, PublishedProtocols::read, cohort);
    }

    private static Version read(Row row) {
        return new Version(
                row.text(1), row.int32(2), row.text(3), new MemberId(row.text(4)), row.instant(5));
    }
}
