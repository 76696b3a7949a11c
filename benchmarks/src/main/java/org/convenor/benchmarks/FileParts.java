package org.convenor.benchmarks;

import java.util.concurrent.TimeUnit;
import org.convenor.protocols.Loaded;
import org.convenor.protocols.ProtocolFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What an author waits for: reading and checking a file of three hundred lines.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FileParts {
    private final byte[] bytes = sound();

    /// A file that is refused early would be quick to read.
    private static byte[] sound() {
        var bytes = LongProtocol.bytes();
        var loaded = ProtocolFile.read("long.yaml", bytes);
        if (!loaded.remarks().isEmpty()) {
            throw new IllegalStateException(loaded.remarks().toString());
        }
        return bytes;
    }

    @Benchmark
    public Loaded readFile() {
        return ProtocolFile.read("long.yaml", bytes);
    }
}
