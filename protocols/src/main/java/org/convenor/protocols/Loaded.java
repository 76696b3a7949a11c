package org.convenor.protocols;

import java.util.List;
import org.convenor.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/// What was found in one protocol file.
///
/// @param protocol null exactly if a remark is an error
/// @param text what a session stores, with plain line ends; reading it again gives the same. Empty
///   if the file was not text
/// @param hash SHA-256 over the text in UTF-8, in hexadecimal
/// @param remarks sorted by line
public record Loaded(@Nullable Protocol protocol, String text, String hash, List<Remark> remarks) {
    public Loaded {
        remarks = List.copyOf(remarks);
        if ((protocol == null)
                != remarks.stream().anyMatch(remark -> remark.severity() == Severity.ERROR)) {
            throw new IllegalArgumentException("a protocol is there unless a remark is an error");
        }
    }

    /// One line: what it is called, for how many, how long; null without a protocol.
    public @Nullable String summary() {
        return protocol == null ? null : Summary.of(protocol);
    }
}
