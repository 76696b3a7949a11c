package org.convenor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.convenor.chat.ProblemException;

/// Keeps every other process away from a database file for as long as this one runs. The lock is on
/// a file beside it, and goes when the process does, however it dies.
final class FileClaim implements AutoCloseable {
    private final FileChannel channel;

    private FileClaim(FileChannel channel) {
        this.channel = channel;
    }

    /// @param file absolute path of the database; its folder is made if it is not there
    static FileClaim of(Path file) {
        if (Files.isDirectory(file)) {
            throw new ProblemException(Refusals.folder(file));
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new ProblemException(Refusals.notWritable(file));
        }
        var channel = open(file);
        try {
            if (channel.tryLock() != null) {
                return new FileClaim(channel);
            }
        } catch (IOException e) {
            close(channel);
            throw new ProblemException(Refusals.notWritable(file), e);
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw new ProblemException(Refusals.takenByAnother(file), e);
        }
        close(channel);
        throw new ProblemException(Refusals.takenByAnother(file));
    }

    private static FileChannel open(Path file) {
        try {
            var folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new ProblemException(Refusals.notWritable(file), e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
