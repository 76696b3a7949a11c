package org.convenor.store;

import org.convenor.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/// Protocols as sessions started with them, named by the hash of their text.
public final class ProtocolTexts {
    private static final String PUT =
            """
            insert into protocol_text (hash, id, version, text, model, format)
            values (?, ?, ?, ?, ?, ?)
            on conflict (hash) do nothing
            """;

    private static final String FIND = "select format, model from protocol_text where hash = ?";

    private static final String TEXT = "select text from protocol_text where hash = ?";

    /// A hash names one text for ever, so what was read need not be read again.
    private final Recent<String, Protocol> known = new Recent<>(200);

    /// Keeps a protocol if it is not kept yet.
    ///
    /// @param text the file as it was
    /// @param hash of the text
    public void put(Tx tx, Protocol protocol, String text, String hash) {
        tx.update(
                PUT,
                hash,
                protocol.id(),
                protocol.version(),
                text,
                StateJson.write(protocol),
                StateJson.FORMAT);
    }

    public @Nullable Protocol find(Tx tx, String hash) {
        var cached = known.get(hash);
        if (cached != null) {
            return cached;
        }
        var read = tx.one(FIND, row -> StateJson.protocol(row.int32(1), row.text(2)), hash);
        if (read != null) {
            known.put(hash, read);
        }
        return read;
    }

    /// The file as it was, or null.
    public @Nullable String text(Tx tx, String hash) {
        return tx.one(TEXT, row -> row.text(1), hash);
    }
}
