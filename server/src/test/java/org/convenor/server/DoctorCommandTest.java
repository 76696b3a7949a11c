package org.convenor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.slack.SlackHttp;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.FakeWorkspace;
import org.convenor.store.Channels;
import org.convenor.store.Database;
import org.convenor.store.Seal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String OTHER = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";

    @TempDir private Path folder;
    private final FakeSlack fake = FakeSlack.start(InstantSource.system());
    private final FakeWorkspace workspace = fake.workspace("T1");

    @AfterEach
    void close() {
        fake.close();
    }

    private Path file() {
        return folder.resolve("convenor.db");
    }

    private Typed doctor(Map<String, String> environment, Object... more) {
        var all = new HashMap<>(environment);
        all.put("CONVENOR_SLACK_API", fake.api());
        var words = new ArrayList<Object>(List.of("doctor", "--data", file()));
        words.addAll(more.length == 0 ? List.of("--port", 0) : List.of(more));
        return Typed.convenor(all, words.toArray());
    }

    private Typed doctorWithSocket() {
        return doctor(Map.of("SLACK_BOT_TOKEN", workspace.token(), "SLACK_APP_TOKEN", "xapp-1"));
    }

    private Map<String, String> installable(String key) {
        return Map.of(
                "SLACK_SIGNING_SECRET", "0".repeat(32),
                "SLACK_CLIENT_ID", "12.34",
                "SLACK_CLIENT_SECRET", "hush",
                "CONVENOR_KEY", key,
                "CONVENOR_URL", "https://convenor.example.org");
    }

    private void link(String channel, String name) {
        try (var database = Database.sqlite(file())) {
            database.write(tx -> {
                tx.update("insert into network (id, name) values ('n', 'N')");
                tx.update(
                        """
                        insert into cohort (id, network, name, zone, locale)
                        values ('c', 'n', 'C', 'UTC', 'en')
                        """);
                new Channels()
                        .insert(
                                tx,
                                new Channel(new ChannelId("ch"), "slack", "T1/" + channel, name),
                                "c");
                return 0;
            });
        }
    }

    @Test
    void nothing_configured_is_well() {
        var typed = doctor(Map.of());

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out())
                .contains("made by the first start", "free for the data file", "Not configured")
                .doesNotContain("problem");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void all_is_well_in_socket_mode() {
        link(workspace.addChannel("reading"), "reading");

        var typed = doctorWithSocket();

        assertThat(typed.out())
                .contains(
                        "convenor.db is sound",
                        "The token is good in workspace Workspace T1",
                        "scopes are granted",
                        "opens Socket Mode",
                        "clock agrees",
                        "#reading       Convenor is in it.")
                .doesNotContain("xoxb-", "xapp-");
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void it_looks_beside_a_running_server() {
        try (var _ = Database.sqlite(file())) {
            assertThat(doctorWithSocket().exitCode()).isZero();
        }
    }

    @Test
    void a_revoked_token_is_told_with_its_remedy() {
        workspace.refuse("token_revoked");

        var typed = doctorWithSocket();

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).contains("The token was revoked", "OAuth & Permissions");
    }

    @Test
    void a_missing_scope_is_named() {
        workspace.withdraw("im:write");

        var typed = doctorWithSocket();

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).contains("Missing scopes: im:write.", "slack manifest");
    }

    @Test
    void a_channel_without_the_bot_is_told() {
        var channel = workspace.addChannel("reading");
        workspace.remove(channel, workspace.bot());
        link(channel, "reading");

        var typed = doctorWithSocket();

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).contains("#reading       Convenor is not in it.", "/invite");
    }

    @Test
    void an_archived_channel_is_told() {
        var channel = workspace.addChannel("reading");
        workspace.archive(channel);
        link(channel, "reading");

        assertThat(doctorWithSocket().out()).contains("It is archived.", "link another channel");
    }

    @Test
    void a_channel_that_is_gone_is_told() {
        var channel = workspace.addChannel("reading");
        workspace.hide(channel);
        link(channel, "reading");

        assertThat(doctorWithSocket().out()).contains("cannot see it");
    }

    @Test
    void a_channel_where_no_app_works_is_told() {
        link(workspace.addChannel("reading"), "reading");

        var typed = doctor(Map.of());

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).contains("in workspace T1, where no app of ours works");
    }

    @Test
    void half_a_configuration_is_told_without_secrets() {
        var typed = doctor(Map.of("SLACK_BOT_TOKEN", "xoxb-secret"));

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out())
                .contains("SLACK_APP_TOKEN is missing", "App-Level Tokens")
                .doesNotContain("xoxb-secret");
    }

    @Test
    void a_token_that_does_not_open_is_told() {
        try (var database = Database.sqlite(file())) {
            new SlackInstalls(database, Seal.of(KEY), "12.34", InstantSource.system())
                    .put("T1", null, "UBOT", "chat:write", workspace.token());
        }

        assertThat(doctor(installable(KEY)).exitCode()).isZero();
        var typed = doctor(installable(OTHER));
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).contains("does not open", "key from before");
    }

    @Test
    void an_app_that_is_installed_nowhere_is_told() {
        var typed = doctor(installable(KEY));

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).contains("https://convenor.example.org/slack/install");
    }

    @Test
    void a_clock_that_is_wrong_is_told() throws Exception {
        var settings =
                SlackSettings.of(
                        Map.of("SLACK_BOT_TOKEN", workspace.token(), "SLACK_APP_TOKEN", "xapp-1"));
        InstantSource late = () -> InstantSource.system().instant().plus(Duration.ofMinutes(7));

        var slack = SlackHttp.slack(SlackHttp.client(Duration.ofSeconds(5)), fake.api());
        var findings = new SlackCheck(slack, settings, late).look(DataFile.none());
        slack.close();

        assertThat(findings)
                .filteredOn(finding -> !finding.isWell())
                .singleElement()
                .extracting(Finding::said)
                .asString()
                .matches("The clock differs from Slack's by 4[12]\\d seconds.");
    }

    @Test
    void slack_out_of_reach_is_told() {
        fake.close();

        assertThat(doctorWithSocket().out()).contains("Slack cannot be reached");
    }

    @Test
    void a_file_that_is_no_database_is_told() throws IOException {
        Files.writeString(file(), "Dear colleagues, ".repeat(500));

        var typed = doctor(Map.of());

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).contains("damaged or is no database", "backup");
    }

    @Test
    void a_port_that_something_else_uses_is_told() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var typed = doctor(Map.of(), "--port", other.getLocalPort());

            assertThat(typed.out()).contains("something uses it already");
        }
    }

    @Test
    void it_can_be_read_by_a_program() {
        var typed = doctor(Map.of("SLACK_BOT_TOKEN", "xoxb-secret"), "--port", 0, "--json");

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).startsWith("{").contains("\"ok\" : false", "\"remedy\" : null");
    }
}
