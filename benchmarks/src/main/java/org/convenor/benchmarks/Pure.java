package org.convenor.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs [PureParts] in a process of its own.
final class Pure {
    private Pure() {}

    static List<Figure> measure(Path folder, boolean quick) {
        var options =
                new OptionsBuilder()
                        .include(PureParts.class.getName())
                        .jvmArgsAppend(
                                "-Djava.io.tmpdir=" + folder, "--enable-native-access=ALL-UNNAMED")
                        .output(folder.resolve("jmh.txt").toString())
                        .verbosity(VerboseMode.SILENT);
        if (quick) {
            var shortly = TimeValue.milliseconds(200);
            options.warmupTime(shortly).measurementTime(shortly);
        }
        try {
            return new Runner(options.build()).run().stream().map(Pure::figure).toList();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Figure figure(RunResult result) {
        var score = result.getPrimaryResult();
        return Figure.of(
                "pure." + score.getLabel(),
                score.getScore(),
                "us",
                "a session of twelve, nine answers");
    }
}
