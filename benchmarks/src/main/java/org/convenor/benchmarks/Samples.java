package org.convenor.benchmarks;

import java.util.Arrays;

/// Numbers that were measured, sorted.
final class Samples {
    private final double[] sorted;

    Samples(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    static Samples of(long[] values) {
        return new Samples(Arrays.stream(values).asDoubleStream().toArray());
    }

    double median() {
        return at(0.5);
    }

    /// @param part between 0 and 1
    double at(double part) {
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }

    int count() {
        return sorted.length;
    }
}
