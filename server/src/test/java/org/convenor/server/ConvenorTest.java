package org.convenor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ConvenorTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void version_names_the_build() {
        int code = convenor("--version");

        assertThat(code).isZero();
        assertThat(out.toString()).matches("(?s)convenor \\d+\\.\\d+\\.\\d+.*Java 2\\d.*");
    }

    @Test
    void help_explains_the_exit_codes() {
        int code = convenor("--help");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("Usage: convenor", "problems were found");
    }

    @Test
    void unknown_command_shows_usage() {
        int code = convenor("dance");

        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("dance", "Usage: convenor");
    }

    @Test
    void missing_command_shows_usage() {
        int code = convenor();

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("A command is missing.", "Usage: convenor");
    }

    private int convenor(String... args) {
        return Convenor.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
