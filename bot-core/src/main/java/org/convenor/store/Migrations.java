package org.convenor.store;

import static org.flywaydb.core.api.CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.convenor.chat.ProblemException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// Brings the tables up to date. The scripts are written once; the few words that differ between
/// the databases are placeholders.
final class Migrations {
    private static final Map<String, String> SQLITE =
            Map.of(
                    "int64", "integer",
                    "bool", "integer",
                    "number", "integer primary key",
                    "strict", " strict",
                    "strict_by_key", " strict, without rowid");

    private static final Map<String, String> POSTGRES =
            Map.of(
                    "int64", "bigint",
                    "bool", "boolean",
                    "number", "bigint generated always as identity primary key",
                    "strict", "",
                    "strict_by_key", "");

    private Migrations() {}

    static void ofSqlite(Path file, DataSource source) {
        migrate(source, SQLITE, file.toString());
    }

    static void ofPostgres(DataSource source) {
        migrate(source, POSTGRES, "The database");
    }

    private static void migrate(DataSource source, Map<String, String> words, String place) {
        var flyway =
                Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:db/migration")
                        .placeholders(words)
                        .load();
        try {
            refuseNewer(flyway, place);
            var _ = flyway.migrate();
        } catch (FlywayException e) {
            throw explained(e, place);
        }
    }

    private static void refuseNewer(Flyway flyway, String place) {
        applied(flyway)
                .filter(migration -> !migration.getState().isResolved())
                .findFirst()
                .ifPresent(migration -> {
                    throw new ProblemException(
                            Refusals.newer(place, migration.getVersion().toString()));
                });
    }

    private static Stream<MigrationInfo> applied(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .filter(migration -> migration.getVersion() != null);
    }

    /// The reason behind Flyway's own words.
    private static RuntimeException explained(FlywayException failure, String place) {
        if (failure.getErrorCode() == NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new ProblemException(Refusals.somebodyElses(place), failure);
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return Refusals.explain(refusal);
            }
        }
        return failure;
    }
}
