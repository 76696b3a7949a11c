package org.convenor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.convenor.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartCommandTest {
    @TempDir private Path folder;

    @Test
    void port_in_use_is_a_problem_and_leaves_nothing_behind() throws IOException {
        var file = folder.resolve("new.db");
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            var typed = Typed.convenor("start", "--data", file, "--port", port);

            assertThat(typed.exitCode()).isEqualTo(1);
            assertThat(typed.out()).isEmpty();
            assertThat(typed.err()).contains("Port " + port, "uses it already", "--port");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void database_of_a_running_server_is_left_alone() {
        var file = folder.resolve("shared.db");
        try (var _ = Database.sqlite(file)) {
            var typed = Typed.convenor("start", "--data", file, "--port", 0);

            assertThat(typed.exitCode()).isEqualTo(1);
            assertThat(typed.err()).contains("Another Convenor is already using");
            assertThat(typed.out()).isEmpty();
        }
    }

    @Test
    void database_of_a_newer_version_is_left_alone() throws SQLException {
        var file = folder.resolve("newer.db");
        Database.sqlite(file).close();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = db.createStatement()) {
            statement.executeUpdate(
                    """
                    insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by,
                     execution_time, success)
                    values (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'somebody', 1, 1)
                    """);
        }

        var typed = Typed.convenor("start", "--data", file, "--port", 0);

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("newer Convenor", "999");
    }

    @Test
    void place_that_cannot_be_written_is_a_problem() throws IOException {
        var notAFolder = Files.writeString(folder.resolve("file"), "");

        var typed = Typed.convenor("start", "--data", notAFolder.resolve("my.db"), "--port", 0);

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("I may not write to", "name another file");
    }

    @Test
    void file_that_is_no_database_is_left_alone() throws IOException {
        var file = Files.writeString(folder.resolve("letter.db"), "Dear colleagues, ".repeat(500));

        var typed = Typed.convenor("start", "--data", file, "--port", 0);

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("damaged or is no database");
        assertThat(Files.readString(file)).startsWith("Dear colleagues");
    }

    @Test
    void impossible_port_is_typed_wrongly() {
        var typed = Typed.convenor("start", "--port", 99_999);

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("99999 is no port", "Usage: convenor start");
    }
}
