package org.convenor.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.ProtocolShelf.Shelved;
import org.convenor.store.PublishedProtocols.Version;
import org.convenor.store.Tx;
import org.jspecify.annotations.Nullable;

/// The protocols that new sessions of a cohort take: what was published for it, newest versions
/// only, and what comes with Convenor. A published protocol hides a shipped one of the same id.
/// Reads in the caller's transaction.
final class CohortShelf {
    private final Tables tables;
    private final ProtocolShelf shipped;
    private final ProtocolFiles files;

    CohortShelf(Tables tables, Workbench bench) {
        this.tables = tables;
        this.shipped = bench.shipped();
        this.files = bench.files();
    }

    /// One protocol of the shelf.
    ///
    /// @param version null for one that comes with Convenor
    record Listed(Protocol protocol, String hash, @Nullable Version version) {}

    /// The shipped ones in their order, then the others by name.
    List<Listed> all(Tx tx, String cohort) {
        var all = new ArrayList<Listed>();
        var published = tables.published().newest(tx, cohort);
        for (var one : shipped.all()) {
            var id = one.protocol().id();
            all.add(
                    published.stream()
                            .filter(version -> version.id().equals(id))
                            .findFirst()
                            .map(version -> listed(tx, version))
                            .orElseGet(() -> new Listed(one.protocol(), one.hash(), null)));
        }
        published.stream()
                .filter(version -> !isShipped(version.id()))
                .map(version -> listed(tx, version))
                .sorted(Comparator.comparing(one -> one.protocol().name()))
                .forEach(all::add);
        return all;
    }

    private Listed listed(Tx tx, Version version) {
        var protocol = Objects.requireNonNull(tables.protocols().find(tx, version.hash()));
        return new Listed(protocol, version.hash(), version);
    }

    /// By id, or else by alias; null if there is none.
    @Nullable Listed find(Tx tx, String cohort, String name) {
        var wanted = command(name);
        var all = all(tx, cohort);
        var byId = first(all, protocol -> protocol.id().equals(wanted));
        return byId == null ? first(all, protocol -> protocol.aliases().contains(wanted)) : byId;
    }

    /// Hash of the text that new sessions take, or null if there is no protocol of this id any
    /// more.
    @Nullable String newest(Tx tx, String cohort, String id) {
        var version = tables.published().newest(tx, cohort, id);
        if (version != null) {
            return version.hash();
        }
        return isShipped(id) ? shippedOne(id).hash() : null;
    }

    private static @Nullable Listed first(List<Listed> all, Predicate<Protocol> test) {
        return all.stream().filter(one -> test.test(one.protocol())).findFirst().orElse(null);
    }

    /// A protocol with the text of its file.
    Shelved shelved(Tx tx, Listed listed) {
        var text =
                listed.version() == null
                        ? shippedOne(listed.protocol().id()).text()
                        : Objects.requireNonNull(tables.protocols().text(tx, listed.hash()));
        return new Shelved(listed.protocol(), text, listed.hash());
    }

    /// The protocol of this id that comes with Convenor, or null.
    @Nullable Shelved shipped(String id) {
        return isShipped(id) ? shippedOne(id) : null;
    }

    private Shelved shippedOne(String id) {
        return shipped.all().stream()
                .filter(one -> one.protocol().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean isShipped(String id) {
        return shipped.all().stream().anyMatch(one -> one.protocol().id().equals(id));
    }

    /// The name that a misspelt one most likely meant, or null.
    @Nullable String nearest(Tx tx, String cohort, String misspelt) {
        var near = shipped.nearest(misspelt);
        var names = all(tx, cohort).stream().flatMap(one -> names(one.protocol())).toList();
        return near == null ? files.nearest(command(misspelt), names) : near;
    }

    /// What a protocol answers to.
    static Stream<String> names(Protocol protocol) {
        return Stream.concat(Stream.of(protocol.id()), protocol.aliases().stream());
    }

    private static String command(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }
}
