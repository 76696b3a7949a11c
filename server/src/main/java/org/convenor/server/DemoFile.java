package org.convenor.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.jspecify.annotations.Nullable;

/// The database file of a demo: always a new one, so that invented people never mix with real ones.
///
/// @param isTemporary in a folder of its own that nobody asked for
record DemoFile(Path path, boolean isTemporary) {
    /// @param wanted where somebody wants it, or null for a temporary folder
    static DemoFile of(@Nullable Path wanted) {
        if (wanted == null) {
            return new DemoFile(temporaryFolder().resolve("demo.db"), true);
        }
        if (Files.exists(wanted)) {
            throw new ProblemException(
                    new Problem(
                            "The file %s exists already.".formatted(wanted),
                            "The demo fills a new file, so that invented people never mix with real ones.",
                            "Name another file with --data, or leave the option out."));
        }
        return new DemoFile(wanted.toAbsolutePath(), false);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("convenor-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes away what nobody asked for.
    void discard() {
        var folder = path.getParent();
        if (!isTemporary || folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
