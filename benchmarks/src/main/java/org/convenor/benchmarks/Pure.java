package org.convenor.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs what needs no disk, each class in a process of its own.
final class Pure {
    private static final Map<String, String> MEANINGS =
            Map.of(
                    "decide", "a session of twelve, nine answers",
                    "renderBoard", "a session of twelve, nine answers",
                    "answerInCrowd", "200 people in 50 groups, an answer is changed; median",
                    "stepInCrowd", "200 people in 50 groups, one goes on; median",
                    "extendCrowd", "200 people in 50 groups, all get more time; median",
                    "readFile", "read and check 300 lines",
                    "matchTeams", "12 teams in pairs, fourth round",
                    "matchPeople", "200 people in fours, fourth round");

    private Pure() {}

    static List<Figure> measure(Path folder, boolean quick) {
        var options =
                new OptionsBuilder()
                        .include(PureParts.class.getName())
                        .include(CrowdParts.class.getName())
                        .include(FileParts.class.getName())
                        .include(MatchParts.class.getName())
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
        boolean sampled = result.getParams().getMode() == Mode.SampleTime;
        return Figure.of(
                "pure." + score.getLabel(),
                sampled ? score.getStatistics().getPercentile(50) : score.getScore(),
                "us",
                MEANINGS.getOrDefault(score.getLabel(), ""));
    }
}
