package org.convenor.testing;

import java.util.List;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.ProtocolShelf;
import org.jspecify.annotations.Nullable;

/// A shelf of protocols made in a test.
public record Shelf(List<Protocol> protocols) implements ProtocolShelf {
    public Shelf {
        protocols = List.copyOf(protocols);
    }

    public static Shelf of(Protocol... protocols) {
        return new Shelf(List.of(protocols));
    }

    @Override
    public List<Shelved> all() {
        return protocols.stream().map(Shelf::shelved).toList();
    }

    @Override
    public @Nullable Shelved find(String name) {
        return protocols.stream()
                .filter(one -> one.id().equals(name) || one.aliases().contains(name))
                .findFirst()
                .map(Shelf::shelved)
                .orElse(null);
    }

    /// The first with the same first two letters.
    @Override
    public @Nullable String nearest(String misspelt) {
        return protocols.stream()
                .map(Protocol::id)
                .filter(id -> misspelt.startsWith(id.substring(0, 2)))
                .findFirst()
                .orElse(null);
    }

    private static Shelved shelved(Protocol protocol) {
        return new Shelved(protocol, "protocol: " + protocol.id(), "hash-of-" + protocol.id());
    }
}
