package org.convenor.runtime;

import java.util.Collection;
import java.util.List;
import org.convenor.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/// What is asked about protocol files. Reading one takes time, so that it has no place in a
/// transaction. Thread-safe.
public interface ProtocolFiles {
    /// Reads a file and says everything that is wrong with it. Takes any bytes.
    Checked check(byte[] file);

    /// Whether a file is a table of steps rather than a protocol.
    boolean isTable(byte[] file);

    /// Makes a protocol of a table, and checks it.
    ///
    /// @param name as people read it
    Checked checkTable(byte[] table, String name, String purpose);

    /// The text of a protocol under another name, as version 1, to be changed.
    ///
    /// @param text without errors
    /// @param id the new name; one for which [#isName] holds
    String copy(String text, String id);

    /// Whether a protocol can be called so.
    boolean isName(String id);

    /// For how many people it is and how long it takes, in one line without its name.
    String summary(Protocol protocol);

    /// The name that a misspelt one most likely meant, or null.
    @Nullable String nearest(String misspelt, Collection<String> names);

    /// What was found in a file.
    ///
    /// @param protocol null exactly if a remark is an error
    /// @param text with plain line ends; empty if the file was not text
    /// @param hash tells this text from every other
    /// @param remarks sorted by line
    record Checked(@Nullable Protocol protocol, String text, String hash, List<Remark> remarks) {
        public Checked {
            remarks = List.copyOf(remarks);
        }
    }

    /// One thing the author should know.
    ///
    /// @param line counted from 1
    /// @param isError whether the file cannot be run
    /// @param text one to three plain sentences on one line
    record Remark(int line, boolean isError, String text) {}
}
