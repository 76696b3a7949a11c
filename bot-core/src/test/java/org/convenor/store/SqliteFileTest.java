package org.convenor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.convenor.chat.ProblemException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that cannot be used: each is said in words, and none is changed.
final class SqliteFileTest {
    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("convenor.db");
    }

    @Test
    void a_second_process_is_told_that_the_file_is_taken() throws Exception {
        var holder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HoldsTheFile.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var said = holder.inputReader()) {
            assertThat(said.readLine()).isEqualTo(HoldsTheFile.READY);

            assertProblem(() -> Database.sqlite(file))
                    .contains("Another Convenor is already using");
        } finally {
            holder.destroyForcibly().waitFor();
        }

        Database.sqlite(file).close();
    }

    @Test
    void a_folder_is_no_file_and_gets_no_lock_beside_it() {
        assertProblem(() -> Database.sqlite(folder)).contains("is a folder, not a file");

        assertThat(folder.resolveSibling(folder.getFileName() + ".lock")).doesNotExist();
    }

    @Test
    void a_database_of_another_program_is_left_alone() throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("create table customer (id text)");
        }

        assertProblem(() -> Database.sqlite(file)).contains("the tables of another program");
    }

    @Test
    void the_same_file_is_not_opened_twice_in_one_process() {
        try (var first = Database.sqlite(file)) {
            assertProblem(() -> Database.sqlite(file))
                    .contains("Another Convenor is already using");
            assertThat(first.<Boolean>read(tx -> true)).isTrue();
        }
    }

    @Test
    void a_file_of_a_newer_version_is_left_alone() throws SQLException {
        Database.sqlite(file).close();
        execute(
                """
                insert into flyway_schema_history
                select 999, '999', 'from the future', type, 'V999__future.sql', checksum,
                    installed_by, installed_on, execution_time, success
                from flyway_schema_history where version = '1'
                """);

        assertProblem(() -> Database.sqlite(file)).contains("newer Convenor", "999");
    }

    @Test
    void a_file_that_is_no_database_is_left_alone() throws IOException {
        Files.writeString(file, "Dear diary, ".repeat(1000));

        assertProblem(() -> Database.sqlite(file)).contains("is no database");

        assertThat(file).content().startsWith("Dear diary");
    }

    @Test
    void a_place_where_no_file_can_be_made_is_named() throws IOException {
        var inside = Files.writeString(folder.resolve("a-file"), "").resolve("convenor.db");

        assertProblem(() -> Database.sqlite(inside)).contains("may not write", inside.toString());
    }

    @Test
    void a_file_that_may_only_be_read_is_said_to_be_so() {
        Database.sqlite(file).close();
        Assumptions.assumeTrue(file.toFile().setReadOnly());
        Assumptions.assumeFalse(
                Files.isWritable(file), "SKIPPED: this user may write to read-only files");

        assertProblem(() -> Database.sqlite(file)).contains("may not write");
    }

    @Test
    void a_file_that_turns_read_only_refuses_in_words_and_is_still_read() {
        try (var database = Database.sqlite(file)) {
            // What SQLite says of a file that lost its right to be written.
            database.write(tx -> tx.update("pragma query_only = on"));

            assertProblem(() -> Sample.settle(database)).contains("may not write");

            assertThat(database.read(new People()::cohorts)).isEmpty();
        }
    }

    @Test
    void a_file_held_by_another_program_refuses_in_words_and_goes_on_later() throws SQLException {
        try (var sqlite = Sqlite.open(file, Duration.ofMillis(20));
                var other = connect();
                var statement = other.createStatement()) {
            statement.execute("begin immediate");

            assertProblem(() -> beat(sqlite)).contains("Another program holds the database");

            statement.execute("rollback");
            assertThat(beat(sqlite)).isEqualTo(1);
        }
    }

    @Test
    void what_was_written_is_there_after_the_next_start() {
        try (var database = Database.sqlite(file)) {
            Sample.settle(database);
        }

        try (var database = Database.sqlite(file)) {
            assertThat(database.read(new People()::cohorts)).hasSize(1);
        }
    }

    private static int beat(Sqlite sqlite) {
        return sqlite.write(
                tx -> tx.update("insert into heartbeat (process, at_ms) values ('x', 1)"));
    }

    private static AbstractStringAssert<?> assertProblem(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(ProblemException.class).message();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
