package org.convenor.benchmarks;

import org.jspecify.annotations.Nullable;

/// One measured number.
///
/// @param name dotted, stable: scripts read it
/// @param bound what it must keep, or null if it only informs
/// @param meaning one line for people
record Figure(String name, double value, String unit, @Nullable Bound bound, String meaning) {
    /// @param most whether the value must not be above the limit; otherwise not below it
    record Bound(double limit, boolean most) {
        boolean isKept(double value) {
            return most ? value <= limit : value >= limit;
        }

        @Override
        public String toString() {
            return (most ? "<= " : ">= ") + limit;
        }
    }

    static Figure of(String name, double value, String unit, String meaning) {
        return new Figure(name, value, unit, null, meaning);
    }

    Figure atMost(double limit) {
        return new Figure(name, value, unit, new Bound(limit, true), meaning);
    }

    Figure atLeast(double limit) {
        return new Figure(name, value, unit, new Bound(limit, false), meaning);
    }

    boolean isKept() {
        return bound == null || bound.isKept(value);
    }
}
