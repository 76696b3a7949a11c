package org.convenor.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// One real PostgreSQL for all tests of this run; every caller gets a database of its own.
public final class TestPostgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable String failure;

    private TestPostgres() {}

    /// The address of an empty database. Skips the test where no server can be started.
    public static String emptyDatabase() {
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var name = "convenor_" + NUMBER.incrementAndGet();
            statement.execute("create database " + name);
            return server().getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null && failure == null) {
            start();
        }
        Assumptions.assumeTrue(server != null, "PostgreSQL does not start here: " + failure);
        if (server == null) {
            throw new IllegalStateException("unreachable");
        }
        return server;
    }

    private static void start() {
        try {
            // It stops itself when this JVM ends.
            server = EmbeddedPostgres.builder().start();
        } catch (IOException | RuntimeException e) {
            failure = e.toString();
            var line = "SKIPPED: PostgreSQL does not start here, its tests do not run: " + e + "\n";
            System.err.write(line.getBytes(UTF_8), 0, line.getBytes(UTF_8).length);
        }
    }
}
