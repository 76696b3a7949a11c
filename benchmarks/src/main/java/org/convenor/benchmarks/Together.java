package org.convenor.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Sixty-four presses in flight: commits are shared, so the disk is paid for once.
///
/// If one alone takes the disk's time f and the processor's time c, then 64 together can take no
/// less than f + 64c: 64(f+c)/(f+64c) times the rate of one at a time.
final class Together {
    private static final int IN_FLIGHT = 64;
    private static final double LEAST = 0.7;

    private final Gauged gauged;
    private final RawFile raw;
    private final int rounds;
    private final int pressesAlone;
    private final int pressesEach;

    private Together(Gauged gauged, RawFile raw, int rounds, int pressesAlone, int pressesEach) {
        this.gauged = gauged;
        this.raw = raw;
        this.rounds = rounds;
        this.pressesAlone = pressesAlone;
        this.pressesEach = pressesEach;
    }

    /// @param f nanoseconds of one `fdatasync` after an append of as many bytes as a press writes
    /// @param c nanoseconds of processor time of one press
    /// @param alone presses a second, one at a time
    /// @param together presses a second, 64 in flight
    private record Round(double f, double c, double alone, double together) {
        double possible() {
            return IN_FLIGHT * (f + c) / (f + IN_FLIGHT * c);
        }

        double reached() {
            return together / alone / possible();
        }
    }

    static List<Figure> measure(Path folder, int rounds, int pressesAlone, int pressesEach) {
        try (var gauged = Gauged.open(folder.resolve("together.db"));
                var raw = new RawFile(folder.resolve("together.raw"))) {
            var together = new Together(gauged, raw, rounds, pressesAlone, pressesEach);
            var figures = new ArrayList<>(together.manySessions());
            figures.addAll(together.oneSession());
            return figures;
        }
    }

    /// Half of the sessions talk, half fill in forms; each has one press in flight.
    private List<Figure> manySessions() {
        var runs = IntStream.range(0, IN_FLIGHT).mapToObj(_ -> gauged.network().newRun()).toList();
        for (int lane = 0; lane < IN_FLIGHT; lane++) {
            if (lane % 2 == 0) {
                runs.get(lane).toFloor();
            } else {
                runs.get(lane).toNotes();
            }
        }
        return figures(
                "together.many",
                "64 sessions",
                number -> {
                    int lane = number % IN_FLIGHT;
                    int who = number / IN_FLIGHT;
                    if (lane % 2 == 0) {
                        runs.get(lane).speak(who);
                    } else {
                        runs.get(lane).answer(who);
                    }
                });
    }

    /// Everybody talks in the same session.
    private List<Figure> oneSession() {
        var run = gauged.network().newRun();
        run.toFloor();
        return figures("together.one", "one session", run::speak);
    }

    private List<Figure> figures(String name, String what, IntConsumer press) {
        round(press);
        var measured = IntStream.range(0, rounds).mapToObj(_ -> round(press)).toList();
        var f = median(measured.stream().mapToDouble(Round::f).toArray());
        var c = median(measured.stream().mapToDouble(Round::c).toArray());
        var alone = median(measured.stream().mapToDouble(Round::alone).toArray());
        var together = median(measured.stream().mapToDouble(Round::together).toArray());
        var possible = median(measured.stream().mapToDouble(Round::possible).toArray());
        var reached = median(measured.stream().mapToDouble(Round::reached).toArray());
        return List.of(
                Figure.of(name + ".f", f / 1e6, "ms", "fdatasync"),
                Figure.of(name + ".c", c / 1e6, "ms", "processor time of one press"),
                Figure.of(name + ".alone", alone, "/s", what + ", one at a time"),
                Figure.of(name + ".together", together, "/s", what + ", 64 in flight"),
                Figure.of(name + ".gain", together / alone, "", "together to alone"),
                Figure.of(name + ".possible", possible, "", "64(f+c)/(f+64c)"),
                Figure.of(
                                name + ".reached",
                                reached,
                                "",
                                "of what is possible, median of %d rounds".formatted(rounds))
                        .atLeast(LEAST));
    }

    private static double median(double[] values) {
        return new Samples(values).median();
    }

    private Round round(IntConsumer press) {
        var processor = new Processor();
        var _ = gauged.gauge().written();
        press.accept(0);
        int bytes = gauged.gauge().written();
        long cpu = processor.used();
        long start = System.nanoTime();
        for (int number = 0; number < pressesAlone; number++) {
            press.accept(number);
        }
        double alone = pressesAlone * 1e9 / (System.nanoTime() - start);
        double c = (double) (processor.used() - cpu) / pressesAlone;
        double f =
                IntStream.range(0, pressesAlone)
                        .mapToLong(_ -> raw.append(bytes).sync())
                        .average()
                        .orElseThrow();
        return new Round(f, c, alone, inFlight(press));
    }

    private double inFlight(IntConsumer press) {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            var lanes =
                    IntStream.range(0, IN_FLIGHT)
                            .<Future<?>>mapToObj(lane -> callers.submit(() -> lane(press, lane)))
                            .toList();
            for (var lane : lanes) {
                lane.get();
            }
            return IN_FLIGHT * pressesEach * 1e9 / (System.nanoTime() - start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void lane(IntConsumer press, int lane) {
        for (int number = 0; number < pressesEach; number++) {
            press.accept(number * IN_FLIGHT + lane);
        }
    }
}
