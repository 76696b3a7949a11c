package org.convenor.store;

import java.io.IOException;
import java.nio.file.Path;

/// A process of its own that opens a database and keeps it until it is killed.
final class HoldsTheFile {
    static final String READY = "ready";

    private HoldsTheFile() {}

    public static void main(String[] args) throws IOException {
        try (var _ = Database.sqlite(Path.of(args[0]))) {
            System.out.println(READY);
            var _ = System.in.read();
        }
    }
}
