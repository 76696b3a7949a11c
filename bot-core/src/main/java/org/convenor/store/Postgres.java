package org.convenor.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.jspecify.annotations.Nullable;

/// A server that several processes share. Rows are locked where a decision depends on them.
final class Postgres implements Database.Engine {
    private static final int CONNECTIONS = 16;

    /// Two transactions may collide by chance; a third time in a row it is a bug.
    private static final int ATTEMPTS = 3;

    private final HikariDataSource writers;
    private final HikariDataSource readers;

    private Postgres(HikariDataSource writers, HikariDataSource readers) {
        this.writers = writers;
        this.readers = readers;
    }

    static Postgres open(String jdbcUrl) {
        try {
            var writers = pool(jdbcUrl, false);
            Migrations.ofPostgres(writers);
            return new Postgres(writers, pool(jdbcUrl, true));
        } catch (HikariPool.PoolInitializationException e) {
            throw new ProblemException(
                    new Problem(
                            "The database server does not answer.",
                            "The bot cannot start without a place to keep things.",
                            "Check the address of the database, and that it runs."),
                    e);
        }
    }

    private static HikariDataSource pool(String jdbcUrl, boolean readOnly) {
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setReadOnly(readOnly);
        // A reader sees one state of the database, as it does with SQLite.
        config.setTransactionIsolation(
                readOnly ? "TRANSACTION_REPEATABLE_READ" : "TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        StoreException earlier = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(writers, work, true);
            } catch (StoreException e) {
                if (earlier != null) {
                    e.addSuppressed(earlier);
                }
                if (attempt == ATTEMPTS || !Refusals.isCollision(e.refusal())) {
                    throw Refusals.explain(e);
                }
                earlier = e;
            }
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        try {
            return once(readers, work, false);
        } catch (StoreException e) {
            throw Refusals.explain(e);
        }
    }

    private static <T extends @Nullable Object> T once(
            HikariDataSource pool, Work<T> work, boolean mayLock) {
        try (var connection = pool.getConnection()) {
            boolean done = false;
            try {
                var result = work.run(new JdbcTx(connection, mayLock));
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack(connection);
                }
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and with it the transaction; the first failure tells more.
        }
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
