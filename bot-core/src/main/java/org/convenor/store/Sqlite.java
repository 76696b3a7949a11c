package org.convenor.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// One file: one thread writes, a few connections read.
final class Sqlite implements Database.Engine {
    /// How long another program may hold the file before we give up.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Holds all pages that a full batch changes: what does not fit is written twice.
    private static final int CACHE_KIB = 8_000;

    private final FileClaim claim;
    private final GroupCommit writer;
    private final ReadingPool readers;

    private Sqlite(FileClaim claim, GroupCommit writer, ReadingPool readers) {
        this.claim = claim;
        this.writer = writer;
        this.readers = readers;
    }

    static Sqlite open(Path file, Duration patience) {
        var claim = FileClaim.of(file.toAbsolutePath());
        try {
            var source = source(file.toAbsolutePath(), patience);
            Migrations.ofSqlite(file, source);
            var writer = new GroupCommit(new JdbcTx(source.getConnection(), false));
            return new Sqlite(claim, writer, new ReadingPool(source));
        } catch (SQLException e) {
            claim.close();
            throw Refusals.explain(e);
        } catch (RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    static SQLiteDataSource source(Path file, Duration patience) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-CACHE_KIB);
        // Nobody asks for them, and the driver would look them up after every statement.
        config.setGetGeneratedKeys(false);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return writer.write(work);
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return readers.read(work);
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
        claim.close();
    }
}
