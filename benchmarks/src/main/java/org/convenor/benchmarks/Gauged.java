package org.convenor.benchmarks;

import java.nio.file.Path;

/// A network and a gauge on its log, closed in the one order that is safe.
record Gauged(Network network, WalGauge gauge) implements AutoCloseable {
    static Gauged open(Path file) {
        var network = new Network(file);
        return new Gauged(network, new WalGauge(file));
    }

    @Override
    public void close() {
        network.close();
        gauge.close();
    }
}
