package org.convenor.store;

import java.sql.SQLException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/// Connections to one SQLite file that cannot write. Each keeps its prepared statements, which a
/// general pool would close with every return.
final class ReadingPool implements AutoCloseable {
    /// Reading is short work of the processor, so a few more than there are cores.
    private static final int READERS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    /// The one used last is the warmest, so it is taken first.
    private final LinkedBlockingDeque<JdbcTx> idle = new LinkedBlockingDeque<>();

    ReadingPool(SQLiteDataSource source) throws SQLException {
        for (int i = 0; i < READERS; i++) {
            var reader = new JdbcTx(source.getConnection(), false);
            reader.execute("pragma query_only = on");
            idle.add(reader);
        }
    }

    <T extends @Nullable Object> T read(Work<T> work) {
        var reader = take();
        try {
            reader.execute("begin");
            try {
                return work.run(reader);
            } finally {
                reader.execute("rollback");
            }
        } catch (StoreException e) {
            throw Refusals.explain(e);
        } finally {
            idle.addFirst(reader);
        }
    }

    private JdbcTx take() {
        try {
            var reader = idle.poll(30, TimeUnit.SECONDS);
            if (reader != null) {
                return reader;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                new Problem(
                        "The database is very busy.",
                        "I could not look that up.",
                        "Try again in a minute."));
    }

    @Override
    public void close() {
        for (int i = 0; i < READERS; i++) {
            take().close();
        }
    }
}
