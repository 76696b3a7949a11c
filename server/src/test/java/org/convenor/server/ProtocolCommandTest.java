package org.convenor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The library from the command line: every answer has its exit code, and nobody sees a stack
/// trace.
final class ProtocolCommandTest {
    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_list_names_each_protocol_and_its_other_names() {
        assertThat(convenor("protocol", "list")).isZero();

        assertThat(out.toString()).contains("tuning", "also named critical-friends");
    }

    @Test
    void what_show_prints_has_no_mistakes() throws IOException {
        assertThat(convenor("protocol", "show", "critical-friends")).isZero();
        var copy = Files.writeString(folder.resolve("mine.yaml"), out.toString());

        assertThat(convenor("protocol", "check", copy.toString())).isZero();

        assertThat(out.toString()).endsWith("mine.yaml: no mistakes found.\n");
    }

    @Test
    void the_steps_of_a_protocol_stand_below_each_other_and_those_inside_further_in() {
        assertThat(convenor("protocol", "show", "targeted-networking", "--steps")).isZero();

        assertThat(out.toString())
                .contains(
                        "60 to 80 min live",
                        "\nMeetings (3 rounds)\n    Find your partner team (2 min)\n",
                        "    One team speaks (for each team)\n        Our plan so far (3 min)\n");
    }

    @Test
    void a_table_becomes_a_file() throws IOException {
        var table =
                Files.writeString(
                        folder.resolve("first-look.csv"),
                        "kind,text,who,live,async\nsay,Welcome.,,1 min,\n");

        assertThat(convenor("protocol", "convert", table.toString(), "--purpose", "Try it."))
                .isZero();

        assertThat(out.toString()).startsWith("protocol: \"first-look\"\n");
    }

    @Test
    void a_mistake_in_a_table_is_said_with_its_row() throws IOException {
        var table =
                Files.writeString(
                        folder.resolve("first-look.csv"), "kind,text,live\nsya,Welcome.,1 min\n");

        assertThat(convenor("protocol", "convert", table.toString(), "--purpose", "Try it."))
                .isEqualTo(1);

        assertThat(err.toString()).contains("first-look.csv:2: ", "Did you mean “say”?");
    }

    @Test
    void a_mistake_is_said_with_its_file_and_line() throws IOException {
        var wrong = Files.writeString(folder.resolve("wrong.yaml"), "protocol: mine\nstepps:\n");

        assertThat(convenor("protocol", "check", wrong.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("wrong.yaml:2: ", "Did you mean “steps”?");
    }

    @Test
    void a_file_that_cannot_be_read_keeps_no_other_from_being_checked() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.yaml"), "");
        var none = folder.resolve("none.yaml");

        int code =
                convenor("protocol", "check", none.toString(), folder.toString(), empty.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("I cannot read the file " + none, folder + ".");
        assertThat(out.toString()).contains("empty.yaml:1: This file is empty.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_file_without_an_end_is_refused_all_the_same() {
        assertThat(convenor("protocol", "check", "/dev/zero")).isEqualTo(1);

        assertThat(out.toString()).startsWith("/dev/zero:1: ");
    }

    @Test
    void a_rehearsal_ends_and_says_so_as_one_object() {
        assertThat(convenor("protocol", "rehearse", "critical-friends", "--json")).isZero();

        assertThat(out.toString())
                .startsWith("{\"protocol\":\"tuning\",\"ended\":true,")
                .contains("\"steps\":8", "\"contributions\":", "\"virtual_minutes\":")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "rehearse nope,               1, There is no protocol and no file called “nope”.",
        "rehearse tunning,            1, Did you mean “tuning”?",
        "rehearse tuning --people 0,  1, is made for 5 to 12 people",
        "rehearse tuning --teams 0,   1, 6 people cannot come from 0 districts.",
        "rehearse tuning --mode fast, 2, “fast” is no mode. Write live or async.",
        "rehearse tuning --seed x,    2, Invalid value",
        "rehearse,                    2, Usage:",
        "check,                       2, Usage:",
    })
    void what_cannot_be_done_is_said_in_words(String line, int code, String said) {
        assertThat(convenor(("protocol " + line).split(" ", -1))).isEqualTo(code);

        assertThat(err.toString()).contains(said).doesNotContain("\tat ");
    }

    private int convenor(String... args) {
        return Convenor.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
