package org.convenor.slack;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A budget for each workspace.
final class Budgets {
    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final int perMinute;

    Budgets(InstantSource clock, int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /// @param who the same at every try
    /// @return how long to wait; zero if it may be done now
    Duration take(String workspace, String who) {
        return budgets.computeIfAbsent(workspace, _ -> new Budget(clock, perMinute)).take(who);
    }
}
