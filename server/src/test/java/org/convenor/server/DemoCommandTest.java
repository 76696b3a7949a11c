package org.convenor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.convenor.protocols.ShippedProtocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DemoCommandTest {
    @TempDir private Path folder;

    @Test
    void headless_demo_ends_well_and_its_database_holds_what_it_says() throws Exception {
        var file = folder.resolve("sample.db");

        var demo = Typed.convenor("demo", "--headless", "--json", "--seed", 3, "--data", file);

        assertThat(demo.exitCode()).isZero();
        var told = json(demo.out());
        assertThat(told.get("sessions_ended").asInt()).isEqualTo(1);
        assertThat(told.get("sessions_open").asInt()).isZero();
        assertThat(told.get("milestones").asInt()).isEqualTo(1);
        assertThat(told.get("acknowledged").asInt()).isGreaterThan(20);
        assertThat(told.get("lost").asInt() + told.get("doubled").asInt()).isZero();
        assertThat(told.get("seconds").asDouble()).isPositive();
        assertThat(Path.of(told.get("database").asString())).isEqualTo(file).exists();
        assertThat(rows(file, "contribution")).isEqualTo(told.get("contributions").asInt());
        assertThat(Files.readString(Path.of(told.get("record").asString())))
                .contains("Bo Sample", "Read ten pieces of student writing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-decision", "one-two-four-all", "targeted-networking"})
    void headless_demo_plays_any_protocol_that_is_shipped(String name) throws Exception {
        var demo =
                Typed.convenor(
                        "demo", "--headless", "--json", "--protocol", name, "--data", at(name));

        assertThat(demo.exitCode()).as(demo.out() + demo.err()).isZero();
        var told = json(demo.out());
        assertThat(told.get("protocol").asString()).isEqualTo(name);
        assertThat(told.get("outcome").asString()).isEqualTo("finished");
        assertThat(told.get("acknowledged").asInt()).isGreaterThan(20);
        assertThat(told.get("lost").asInt() + told.get("doubled").asInt()).isZero();
        assertThat(Files.readString(Path.of(told.get("record").asString()))).contains("Bo Sample");
    }

    @Test
    void every_shipped_protocol_is_among_those_played_here() {
        assertThat(new ShippedProtocols().all())
                .extracting(shelved -> shelved.protocol().id())
                .containsExactlyInAnyOrder(
                        "tuning", "consent-decision", "one-two-four-all", "targeted-networking");
    }

    @Test
    void demo_of_a_misspelt_protocol_proposes_the_one_that_was_meant() {
        var demo = Typed.convenor("demo", "--protocol", "one-two-four-al", "--data", at("none"));

        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.out()).isEmpty();
        assertThat(demo.err())
                .contains("no protocol", "“one-two-four-al”")
                .contains("Did you mean “one-two-four-all”?");
        assertThat(at("none")).doesNotExist();
    }

    @Test
    void same_seed_plays_the_same_session() {
        var one = Typed.convenor("demo", "--headless", "--seed", 5, "--data", at("one"));
        var other = Typed.convenor("demo", "--headless", "--seed", 5, "--data", at("other"));

        assertThat(one.out()).contains("All is well");
        assertThat(script(one)).isEqualTo(script(other)).contains("Invented people: Ada Example");
    }

    @Test
    void demo_never_writes_into_a_file_that_is_there_already() throws Exception {
        var file = Files.writeString(folder.resolve("real.db"), "something else");

        var demo = Typed.convenor("demo", "--headless", "--data", file);

        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.out()).isEmpty();
        assertThat(demo.err()).contains("exists already", "Name another file");
        assertThat(file).hasContent("something else");
    }

    @Test
    void json_without_headless_is_typed_wrongly() {
        var demo = Typed.convenor("demo", "--json");

        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.err()).contains("--json needs --headless", "Usage: convenor demo");
    }

    private Path at(String name) {
        return folder.resolve(name + ".db");
    }

    /// Everything up to where the files are named.
    private static String script(Typed demo) {
        return demo.out().substring(0, demo.out().indexOf("Database:"));
    }

    private static JsonNode json(String out) {
        assertThat(out.strip()).startsWith("{").endsWith("}").doesNotContain("\n");
        return JsonMapper.shared().readTree(out);
    }

    private static int rows(Path file, String table) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = db.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            return rows.getInt(1);
        }
    }
}
