package org.convenor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

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

    @Test
    void problem_is_said_without_a_stack_trace() {
        int code = convenor("refuse");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "Port 80 is taken. Nothing was started. Choose another.");
    }

    /// A command that cannot do what it is asked.
    @Command(name = "refuse")
    private static final class Refuse implements Runnable {
        @Override
        public void run() {
            throw new ProblemException(
                    new Problem("Port 80 is taken.", "Nothing was started.", "Choose another."));
        }
    }

    private int convenor(String... args) {
        return Convenor.commandLine()
                .addSubcommand(new Refuse())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
