package org.convenor.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Slows down whoever guesses codes. Only failures count, so a full classroom behind one address
/// gets in.
final class Attempts {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int PER_ADDRESS = 10;

    /// Addresses are cheap for some, so all failures together have a bound too.
    private static final int ALTOGETHER = 200;

    private final InstantSource clock;
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final Map<String, Integer> byAddress = new HashMap<>();

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /// Throws the problem to show if there were too many.
    synchronized void check(String address, Words words) {
        forget(clock.instant().minus(WINDOW));
        if (byAddress.getOrDefault(address, 0) >= PER_ADDRESS || failures.size() >= ALTOGETHER) {
            throw HttpProblem.of(429, "problem.too-many", words);
        }
    }

    synchronized void failed(String address) {
        failures.add(new Failure(clock.instant(), address));
        byAddress.merge(address, 1, Integer::sum);
    }

    private void forget(Instant before) {
        while (!failures.isEmpty() && failures.getFirst().at().isBefore(before)) {
            var old = failures.removeFirst();
            byAddress.computeIfPresent(old.address(), (_, n) -> n == 1 ? null : n - 1);
        }
    }

    private record Failure(Instant at, String address) {}
}
