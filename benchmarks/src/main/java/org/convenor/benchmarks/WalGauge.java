package org.convenor.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Tells how many bytes each commit wrote to SQLite's write-ahead log.
///
/// The length of the log says nothing once it has been rewound; the number of its last frame, which
/// SQLite keeps at a fixed place in the file beside it, does.
final class WalGauge implements AutoCloseable {
    private static final int PAGE_SIZE_AT = 14;
    private static final int LAST_FRAME_AT = 16;

    /// Before each page in the log, and once at its beginning.
    private static final int FRAME_HEADER = 24;

    private static final int LOG_HEADER = 32;

    private final FileChannel index;
    private final ByteBuffer head = ByteBuffer.allocateDirect(20).order(ByteOrder.nativeOrder());
    private int lastFrame;

    /// Must be closed after the database: closing any handle of a file gives up the locks that this
    /// process holds on it.
    ///
    /// @param database a file that is open and was written to
    WalGauge(Path database) {
        try {
            index = FileChannel.open(Path.of(database + "-shm"), StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read();
        lastFrame = head.getInt(LAST_FRAME_AT);
    }

    /// Bytes written to the log since the last call, or since the gauge was made. One commit at a
    /// time: of two, it sees the first rewinding of the log only.
    int written() {
        read();
        int before = lastFrame;
        lastFrame = head.getInt(LAST_FRAME_AT);
        int frame = FRAME_HEADER + Short.toUnsignedInt(head.getShort(PAGE_SIZE_AT));
        return lastFrame >= before ? (lastFrame - before) * frame : LOG_HEADER + lastFrame * frame;
    }

    private void read() {
        try {
            head.clear();
            while (head.hasRemaining()) {
                if (index.read(head, head.position()) < 0) {
                    throw new IOException("the log's index is cut off");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
