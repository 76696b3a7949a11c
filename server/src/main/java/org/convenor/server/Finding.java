package org.convenor.server;

import org.convenor.chat.Problem;
import org.jspecify.annotations.Nullable;

/// One thing that the doctor looked at.
///
/// @param about what was looked at
/// @param said what it is like; nothing secret
/// @param remedy what to do, or null if all is well
record Finding(String about, String said, @Nullable String remedy) {
    static Finding well(String about, String said) {
        return new Finding(about, said, null);
    }

    static Finding ill(String about, String said, String remedy) {
        return new Finding(about, said, remedy);
    }

    static Finding of(String about, Problem problem) {
        return ill(about, problem.what(), problem.remedy());
    }

    boolean isWell() {
        return remedy == null;
    }

    @Override
    public String toString() {
        var line = "%-8s %-14s %s".formatted(isWell() ? "ok" : "problem", about, said);
        return isWell() ? line : "%s%n%-8s %-14s %s".formatted(line, "", "", remedy);
    }
}
