package org.convenor.runtime;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.convenor.chat.ProblemException;
import org.convenor.chat.SessionId;
import org.convenor.people.Member;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.ProtocolShelf.Shelved;
import org.convenor.store.PublishedProtocols.Version;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.jspecify.annotations.Nullable;

/// Makes a protocol the newest version for a cohort. Works in the caller's transaction.
final class Publishing {
    private final Tables tables;
    private final CohortShelf shelf;

    Publishing(Tables tables, CohortShelf shelf) {
        this.tables = tables;
        this.shelf = shelf;
    }

    /// @param open a session of it that may be restarted, or null
    Workshop.Publication publish(
            Tx tx,
            String cohort,
            Member by,
            Shelved shelved,
            @Nullable SessionId open,
            Instant at) {
        var protocol = shelved.protocol();
        tables.published().lock(tx, cohort);
        refuseTaken(tx, cohort, by, protocol);
        var newest = tables.published().newest(tx, cohort, protocol.id());
        var shipped = shelf.shipped(protocol.id());
        if (newest != null && newest.hash().equals(shelved.hash())) {
            return done(protocol, newest.version(), false, shipped != null, open);
        }
        if (newest == null && shipped != null && shipped.hash().equals(shelved.hash())) {
            return done(protocol, 0, false, false, null);
        }
        int version = newest == null ? 1 : newest.version() + 1;
        tables.protocols().put(tx, protocol, shelved.text(), shelved.hash());
        tables.published()
                .add(tx, cohort, new Version(protocol.id(), version, shelved.hash(), by.id(), at));
        return done(protocol, version, true, shipped != null, open);
    }

    private static Workshop.Publication done(
            Protocol protocol,
            int version,
            boolean isNew,
            boolean replacesShipped,
            @Nullable SessionId open) {
        return new Workshop.Publication(
                protocol.id(),
                protocol.name(),
                version,
                protocol.version(),
                isNew,
                replacesShipped,
                open);
    }

    /// A name means one protocol: two that answer to the same would hide each other.
    private void refuseTaken(Tx tx, String cohort, Member by, Protocol protocol) {
        var names = CohortShelf.names(protocol).collect(Collectors.toSet());
        for (var other : shelf.all(tx, cohort)) {
            if (other.protocol().id().equals(protocol.id())) {
                continue;
            }
            var taken = CohortShelf.names(other.protocol()).filter(names::contains).findFirst();
            if (taken.isPresent()) {
                throw new ProblemException(
                        Bundle.of(by.locale())
                                .problem(
                                        "problem.name-taken",
                                        Map.of(
                                                "name",
                                                taken.get(),
                                                "protocol",
                                                other.protocol().name())));
            }
        }
    }
}
