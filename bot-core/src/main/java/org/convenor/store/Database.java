package org.convenor.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where everything is kept. Safe for many threads; one of them waiting blocks no other longer than
/// its own transaction lasts.
public final class Database implements AutoCloseable {
    private final Engine engine;

    private Database(Engine engine) {
        this.engine = engine;
    }

    /// Opens a file, and makes it if it is not there. Nobody else may use it until it is closed.
    ///
    /// @throws org.convenor.chat.ProblemException if the file cannot be used
    public static Database sqlite(Path file) {
        return new Database(Sqlite.open(file, Sqlite.PATIENCE));
    }

    /// Opens a database on a server of PostgreSQL, which several processes may share.
    ///
    /// @throws org.convenor.chat.ProblemException if it cannot be used
    public static Database postgres(String jdbcUrl) {
        return new Database(Postgres.open(jdbcUrl));
    }

    /// Runs the work and returns once what it wrote would survive a crash. What it throws undoes it
    /// and reaches the caller.
    ///
    /// @throws org.convenor.chat.ProblemException if the database cannot write now: nothing was
    ///   saved, and the same call may succeed later
    public <T extends @Nullable Object> T write(Work<T> work) {
        return engine.write(work);
    }

    /// Runs work that only reads; it sees one state of the database. It must not be called from
    /// within a write that it should see.
    public <T extends @Nullable Object> T read(Work<T> work) {
        return engine.read(work);
    }

    @Override
    public void close() {
        engine.close();
    }

    /// One kind of database.
    sealed interface Engine extends AutoCloseable permits Sqlite, Postgres {
        <T extends @Nullable Object> T write(Work<T> work);

        <T extends @Nullable Object> T read(Work<T> work);

        @Override
        void close();
    }
}
