package org.convenor.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Gatherers;

/// One press after the other, each followed by a raw append of as many bytes as the press wrote.
/// What drifts on the machine drifts for both.
final class OneAtATime {
    private static final double MOST = 1.6;

    /// Pairs.
    private static final int BLOCK = 60;

    private OneAtATime() {}

    /// @param press nanoseconds
    /// @param raw nanoseconds
    private record Pair(long press, long raw, int bytes) {}

    /// @param warmUp runs before the clock counts
    static List<Figure> measure(Path folder, int warmUp, int runs) {
        var file = folder.resolve("one.db");
        var words = new ArrayList<Pair>();
        var answers = new ArrayList<Pair>();
        // The gauge is closed last.
        try (var gauge = Gauged.open(file);
                var raw = new RawFile(folder.resolve("one.raw"))) {
            for (int number = 0; number < warmUp + runs; number++) {
                if (number == warmUp) {
                    words.clear();
                    answers.clear();
                }
                play(gauge, raw, words, answers);
            }
        }
        var figures = new ArrayList<>(figures("one.words", "words on the open floor", words));
        figures.addAll(figures("one.answer", "a form with two fields", answers));
        return figures;
    }

    private static void play(Gauged gauged, RawFile raw, List<Pair> words, List<Pair> answers) {
        var run = gauged.network().newRun();
        run.toFloor();
        for (int number = 0; number < run.speakers(); number++) {
            int who = number;
            words.add(pair(gauged.gauge(), raw, () -> run.speak(who)));
        }
        run.toNotes();
        for (int number = 0; number < run.answering(); number++) {
            int who = number;
            answers.add(pair(gauged.gauge(), raw, () -> run.answer(who)));
        }
    }

    private static Pair pair(WalGauge gauge, RawFile raw, Runnable press) {
        var _ = gauge.written();
        long start = System.nanoTime();
        press.run();
        long took = System.nanoTime() - start;
        int bytes = gauge.written();
        return new Pair(took, raw.append(bytes).whole(), bytes);
    }

    private static List<Figure> figures(String name, String what, List<Pair> pairs) {
        var press = samples(pairs, pair -> pair.press() / 1e6);
        var raw = samples(pairs, pair -> pair.raw() / 1e6);
        var ratios = samples(pairs, pair -> (double) pair.press() / pair.raw());
        var bytes = samples(pairs, Pair::bytes);
        return List.of(
                Figure.of(name + ".median", press.median(), "ms", what),
                Figure.of(name + ".p99", press.at(0.99), "ms", "99 of 100 are faster"),
                Figure.of(name + ".bytes", bytes.median(), "bytes", "one press adds to the log"),
                Figure.of(
                        name + ".raw.median",
                        raw.median(),
                        "ms",
                        "append and fdatasync of as many"),
                Figure.of(name + ".raw.p99", raw.at(0.99), "ms", "99 of 100 are faster"),
                Figure.of(
                        name + ".paired",
                        ratios.median(),
                        "",
                        "median of the ratios, pair by pair"),
                Figure.of(
                                name + ".ratio",
                                ratio(pairs),
                                "",
                                "median press to median append, %d pairs".formatted(pairs.size()))
                        .atMost(MOST));
    }

    /// Median press to median append, block by block, and of these the median: what slows the
    /// machine for a while spoils a few blocks only.
    private static double ratio(List<Pair> pairs) {
        var ratios =
                pairs.stream()
                        .gather(Gatherers.windowFixed(BLOCK))
                        .mapToDouble(block ->
                                samples(block, Pair::press).median()
                                        / samples(block, Pair::raw).median());
        return new Samples(ratios.toArray()).median();
    }

    private static Samples samples(List<Pair> pairs, ToDoubleFunction<Pair> part) {
        return new Samples(pairs.stream().mapToDouble(part).toArray());
    }
}
