package org.convenor.protocols;

import java.util.List;

/// The shape of a file: words, lists and named entries, each with its line.
sealed interface Node {
    int line();

    /// @param text empty where the file has nothing
    record Words(int line, String text) implements Node {}

    record Listing(int line, List<Node> items) implements Node {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /// @param entries in the order of the file; no key stands twice
    record Mapping(int line, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /// @param key as written, without spaces around it
    record Entry(int line, String key, Node value) {}
}
