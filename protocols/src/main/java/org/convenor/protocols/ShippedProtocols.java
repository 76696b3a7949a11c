package org.convenor.protocols;

import java.util.List;
import org.convenor.runtime.ProtocolShelf;
import org.jspecify.annotations.Nullable;

/// The protocols that come with Convenor, as the bot looks for them. Thread-safe.
public final class ShippedProtocols implements ProtocolShelf {
    private final Library library = Library.shipped();

    @Override
    public List<Shelved> all() {
        return library.all().stream().map(ShippedProtocols::shelved).toList();
    }

    @Override
    public @Nullable Shelved find(String name) {
        var entry = library.find(name);
        return entry == null ? null : shelved(entry);
    }

    @Override
    public @Nullable String nearest(String misspelt) {
        return library.nearest(misspelt);
    }

    private static Shelved shelved(Library.Entry entry) {
        return new Shelved(entry.protocol(), entry.text(), entry.hash());
    }
}
