package org.convenor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class ProtocolCommandTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "live, 1",
        "live, 2",
        "live, 3",
        "live, 4",
        "async, 1",
        "async, 2",
        "async, 3",
        "async, 4"
    })
    void rehearsal_ends_whatever_is_drawn_by_lot(String mode, long seed) {
        var typed =
                Typed.convenor(
                        "protocol", "rehearse", "tuning", "--mode", mode, "--seed", seed, "--json");

        assertThat(typed.exitCode()).isZero();
        var told = JsonMapper.shared().readTree(typed.out());
        assertThat(told.get("protocol").asString()).isEqualTo("tuning");
        assertThat(told.get("ended").asBoolean()).isTrue();
        assertThat(told.get("outcome").asString()).isEqualTo("finished");
        assertThat(told.get("steps").asInt()).isGreaterThan(5);
        assertThat(told.get("contributions").asInt()).isGreaterThan(15);
        assertThat(told.get("virtual_minutes").asLong()).isGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({"live, 12", "async, 6"})
    void invented_people_never_repeat_each_other(String mode, int people) {
        var typed =
                Typed.convenor(
                        "protocol",
                        "rehearse",
                        "critical-friends",
                        "--mode",
                        mode,
                        "--people",
                        people);

        var said = new HashSet<String>();
        assertThat(typed.out().lines().filter(line -> line.matches(".*\\d\\d  [A-Z].*: .*")))
                .filteredOn(line -> !line.contains("·") && !line.contains("Put it in"))
                .isNotEmpty()
                .allMatch(line -> said.add(line.substring(line.indexOf(": ") + 2)));
    }

    @Test
    void session_over_days_is_stamped_with_the_day() {
        var typed = Typed.convenor("protocol", "rehearse", "tuning", "--mode", "async");

        assertThat(typed.out()).containsPattern("day  3 \\d\\d:\\d\\d  ");
    }

    @Test
    void rehearsal_with_too_few_people_says_how_many_are_needed() {
        var typed = Typed.convenor("protocol", "rehearse", "tuning", "--people", 3);

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("5 to 12 people, not for 3", "--people");
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void misspelt_protocol_gets_a_proposal() {
        var typed = Typed.convenor("protocol", "rehearse", "tunning");

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("no protocol and no file", "Did you mean “tuning”?");
    }

    @Test
    void unknown_mode_is_typed_wrongly() {
        var typed = Typed.convenor("protocol", "rehearse", "tuning", "--mode", "fast");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("“fast” is no mode. Write live or async.");
    }

    @Test
    void check_names_file_and_line_of_every_mistake() throws IOException {
        var right = write("right.yaml", Typed.convenor("protocol", "show", "tuning").out());
        var wrong =
                write(
                        "wrong.yaml",
                        """
                        protocol: wrong
                        version: 1
                        language: 1
                        name: Wrong
                        steps:
                          - say: Hello
                            title: Hello
                            live: 15
                        """);

        var typed = Typed.convenor("protocol", "check", right, wrong);

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out().lines())
                .contains(right + ": no mistakes found.")
                .anyMatch(line -> line.startsWith(wrong + ":8: "));
        assertThat(Typed.convenor("protocol", "check", right).exitCode()).isZero();
    }

    @Test
    void file_that_cannot_be_read_is_a_problem() {
        var typed = Typed.convenor("protocol", "check", folder.resolve("nowhere.yaml"));

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("I cannot read the file");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
