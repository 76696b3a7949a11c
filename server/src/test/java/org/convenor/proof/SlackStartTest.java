package org.convenor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.FakeWorkspace;
import org.convenor.slack.testing.Interactions;
import org.convenor.slack.testing.SignedSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real process with Slack configured: what is typed in Slack is answered, both ways.
final class SlackStartTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir private Path folder;
    private final FakeSlack fake = FakeSlack.start(InstantSource.system());
    private final FakeWorkspace workspace = fake.workspace("T1");
    private final String ada = workspace.addUser("Ada Berg");
    private final String channel = workspace.addChannel("reading", ada);
    private final Interactions interactions = new Interactions(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    private Path file() {
        return folder.resolve("convenor.db");
    }

    @Test
    void over_socket_mode_a_command_is_answered() throws Exception {
        var environment =
                Map.of(
                        "CONVENOR_SLACK_API", fake.api(),
                        "SLACK_BOT_TOKEN", workspace.token(),
                        "SLACK_APP_TOKEN", "xapp-1");
        try (var server = ConvenorProcess.start(file(), 0, environment)) {
            fake.socket().awaitConnections(1);

            var id =
                    fake.socket()
                            .send(
                                    "slash_commands",
                                    interactions.command(workspace, ada, channel, "help"));
            var answer = fake.socket().acknowledgement(id).get(30, TimeUnit.SECONDS);

            assertThat(answer.get("text").getAsString()).contains("/convene link");
            assertThat(server.said())
                    .contains("Slack: Socket Mode, in Workspace T1")
                    .noneMatch(line -> line.contains("xoxb-") || line.contains("xapp-"));
        }
    }

    @Test
    void over_http_an_app_is_installed_used_and_taken_out() throws Exception {
        var environment =
                Map.of(
                        "CONVENOR_SLACK_API", fake.api(),
                        "CONVENOR_URL", "https://convenor.example.org",
                        "CONVENOR_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "SLACK_SIGNING_SECRET", SECRET,
                        "SLACK_CLIENT_ID", "12.34",
                        "SLACK_CLIENT_SECRET", "hush");
        try (var server = ConvenorProcess.start(file(), 0, environment);
                var slack =
                        new SignedSender(
                                URI.create(server.url() + "/slack/events"),
                                SECRET,
                                InstantSource.system())) {
            install(server);
            var command = "command=%2Fconvene&text=help&user_id=" + ada + "&channel_id=" + channel;
            var helped = slack.send(FORM, command + "&team_id=T1&trigger_id=" + fake.trigger(ada));

            assertThat(helped.statusCode()).isEqualTo(200);
            assertThat(helped.body()).contains("/convene link");
            assertThat(tokens()).isEqualTo(1);

            var gone = new JsonObject();
            gone.addProperty("type", "app_uninstalled");
            var event = interactions.event(workspace, gone).toString();
            assertThat(slack.send("application/json", event).statusCode()).isEqualTo(200);
            assertThat(tokens()).isZero();
            assertThat(server.said())
                    .contains(
                            "Slack: HTTP in several workspaces, install it at"
                                    + " https://convenor.example.org/slack/install");
        }
    }

    private void install(ConvenorProcess server) throws Exception {
        try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var sent = get(browser, server.url() + "/slack/install");
            var state =
                    sent.headers()
                            .firstValue("Location")
                            .orElseThrow()
                            .replaceFirst(".*state=", "");
            var back =
                    get(
                            browser,
                            server.url()
                                    + "/slack/oauth?state="
                                    + state
                                    + "&code="
                                    + fake.allow("T1"));
            assertThat(back.statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(HttpClient browser, String address) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int tokens() throws Exception {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = db.createStatement();
                var rows = statement.executeQuery("select count(*) from slack_installation")) {
            return rows.getInt(1);
        }
    }
}
