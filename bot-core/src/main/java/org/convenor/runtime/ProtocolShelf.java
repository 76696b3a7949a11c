package org.convenor.runtime;

import java.util.List;
import org.convenor.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/// Where protocols are found by name. Thread-safe.
public interface ProtocolShelf {
    /// @param hash tells this text from every other
    record Shelved(Protocol protocol, String text, String hash) {}

    List<Shelved> all();

    /// By id or alias, or null if there is none.
    @Nullable Shelved find(String name);

    /// The name that a misspelt one most likely meant, or null.
    @Nullable String nearest(String misspelt);
}
