package org.convenor.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/// The least that anybody must do who promises that bytes are stored: one write at the end of a
/// file, and one `fdatasync`.
final class RawFile implements AutoCloseable {
    private static final int MOST_BYTES = 4 << 20;

    private final FileChannel file;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(MOST_BYTES);

    RawFile(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Not all zeros, in case the disk knows a short way for those.
        while (bytes.remaining() >= Long.BYTES) {
            bytes.putLong(ThreadLocalRandom.current().nextLong());
        }
    }

    /// What one append took, in nanoseconds.
    ///
    /// @param sync the part that `fdatasync` took
    record Took(long whole, long sync) {}

    Took append(int count) {
        bytes.clear().limit(count);
        try {
            long start = System.nanoTime();
            int written = file.write(bytes);
            long appended = System.nanoTime();
            file.force(false);
            long end = System.nanoTime();
            if (written != count) {
                throw new IOException("wrote %d of %d bytes".formatted(written, count));
            }
            return new Took(end - start, end - appended);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
