package org.convenor.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures, prints, and says by its exit code whether every bound was kept: 0 yes, 1 no, 2 the
/// command line was wrong.
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        description = "Measures Convenor against what this machine could do.")
final class Yardsticks implements Callable<Integer> {
    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Option(names = "--quick", description = "A tenth of the work: for trying things out.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            description = "Some of: ${COMPLETION-CANDIDATES}. All by default.")
    private List<Part> only = List.of(Part.values());

    @Option(
            names = "--folder",
            description = "Where the files are written, on the disk to be measured.")
    private @Nullable Path folder;

    @Option(
            names = "--server",
            paramLabel = "SCRIPT",
            description = "The script that starts the server; benchmarks/run names ./convenor.")
    private @Nullable Path server;

    /// What can be measured.
    enum Part {
        /// One press at a time against the disk.
        ONE,
        /// Sixty-four in flight.
        TOGETHER,
        /// The engine, the board, a protocol file and matching, without a disk.
        PURE,
        /// Start and idle memory of the real process.
        SERVER
    }

    private Yardsticks() {}

    public static void main(String... args) {
        System.exit(
                new CommandLine(new Yardsticks())
                        .setOverwrittenOptionsAllowed(true)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(args));
    }

    @Override
    public Integer call() {
        var figures = new ArrayList<Figure>();
        for (var part : only) {
            figures.addAll(inFolder(part));
        }
        var report = new Report(machine(), figures);
        System.out.println(json ? report.json() : report.table());
        return report.isKept() ? 0 : 1;
    }

    private List<Figure> inFolder(Part part) {
        var made = newFolder();
        try {
            return switch (part) {
                case ONE -> OneAtATime.measure(made, less(150), less(100));
                case TOGETHER -> Together.measure(made, quick ? 3 : 7, less(800), less(150));
                case PURE -> Pure.measure(made, quick);
                case SERVER ->
                        server == null
                                ? List.of()
                                : ServerStart.measure(server, made, quick ? 1 : 5, less(60));
            };
        } finally {
            delete(made);
        }
    }

    private int less(int count) {
        return quick ? Math.max(1, count / 10) : count;
    }

    private Path newFolder() {
        try {
            var parent = folder == null ? Path.of("") : folder;
            return Files.createTempDirectory(parent.toAbsolutePath(), "convenor-benchmarks-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String machine() {
        return "%d processors, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature());
    }
}
