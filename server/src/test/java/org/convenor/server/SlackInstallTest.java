package org.convenor.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.convenor.chat.ProblemException;
import org.convenor.protocols.ShippedProtocols;
import org.convenor.protocols.YamlFiles;
import org.convenor.rehearsal.InventedPeople;
import org.convenor.rehearsal.SettableClock;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Workbench;
import org.convenor.slack.SlackHttp;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.Fault;
import org.convenor.store.Database;
import org.convenor.store.Seal;
import org.convenor.web.Beside;
import org.convenor.web.Watchers;
import org.convenor.web.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An administrator adds the app to their workspace, over HTTP.
final class SlackInstallTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Seal SEAL = Seal.of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    private static final Seal OTHER = Seal.of("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=");
    private static final SlackAppSettings.Installable APP =
            new SlackAppSettings.Installable("", "0".repeat(32), "12.34", "hush");

    @TempDir private Path folder;
    private final SettableClock clock = new SettableClock(NOON);
    private final FakeSlack fake = FakeSlack.start(clock);
    private final Slack slack =
            SlackHttp.slack(SlackHttp.client(Duration.ofSeconds(1)), fake.api());
    private final HttpClient browser = browser();
    private Database database;
    private Bot bot;
    private SlackInstalls installs;
    private WebServer web;

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("convenor.db"));
        var bench = new Workbench(new ShippedProtocols(), new YamlFiles(), new InventedPeople());
        bot = new Bot(database, bench, clock, RandomGenerator.of("SecureRandom"), "main");
        installs = new SlackInstalls(database, SEAL, APP.clientId(), clock);
        var address = URI.create("https://convenor.example.org/slack");
        var door = new SlackDoor(slack, APP, address, installs, database, clock);
        web =
                WebServer.start(
                        WebServer.LOOPBACK,
                        0,
                        new BrowserBackend(bot, new Watchers()),
                        clock,
                        new Beside(door.doorways(), Map.of()));
    }

    @AfterEach
    void close() throws Exception {
        web.close();
        bot.close();
        slack.close();
        fake.close();
        browser.close();
    }

    private HttpResponse<String> get(HttpClient from, String path) {
        try {
            return from.send(
                    HttpRequest.newBuilder(URI.create(web.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// @return the address at Slack's that the browser is sent to
    private String leave() {
        var sent = get(browser, "/slack/install");
        assertThat(sent.statusCode()).isEqualTo(303);
        return sent.headers().firstValue("Location").orElseThrow();
    }

    private static String state(String address) {
        return address.replaceFirst(".*[?&]state=", "");
    }

    private HttpResponse<String> comeBack(String state, String code) {
        return get(browser, "/slack/oauth?state=" + state + "&code=" + code);
    }

    @Test
    void an_administrator_installs_the_app() {
        var address = leave();

        var back = comeBack(state(address), fake.allow("T7"));

        assertThat(address)
                .startsWith(
                        "https://slack.com/oauth/v2/authorize?client_id=12.34&scope=chat%3Awrite")
                .contains("redirect_uri=https%3A%2F%2Fconvenor.example.org%2Fslack%2Foauth");
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("Convenor is in your workspace.", "Invite @Convenor");
        assertThat(installs.token("T7")).isEqualTo("xoxb-T7");
        var again = new SlackInstalls(database, SEAL, APP.clientId(), clock);
        assertThat(again.token("T7")).isEqualTo("xoxb-T7");
    }

    @Test
    void the_same_state_is_good_once() {
        var state = state(leave());
        comeBack(state, fake.allow("T7"));

        var replayed = comeBack(state, fake.allow("T8"));

        assertThat(replayed.statusCode()).isEqualTo(422);
        assertThat(replayed.body()).contains("did not begin in this browser");
        assertThat(installs.token("T8")).isNull();
    }

    @Test
    void a_state_is_good_for_ten_minutes() {
        var state = state(leave());
        clock.set(NOON.plus(Duration.ofMinutes(10)).plusMillis(1));

        assertThat(comeBack(state, fake.allow("T7")).statusCode()).isEqualTo(422);
        assertThat(installs.token("T7")).isNull();
    }

    @Test
    void a_state_of_another_browser_or_of_nobody_is_refused() {
        var state = state(leave());

        try (var other = browser()) {
            var stolen = get(other, "/slack/oauth?state=" + state + "&code=" + fake.allow("T7"));
            assertThat(stolen.statusCode()).isEqualTo(422);
        }
        assertThat(comeBack("made-up", fake.allow("T7")).statusCode()).isEqualTo(422);
        assertThat(get(browser, "/slack/oauth?code=code-1").statusCode()).isEqualTo(422);
        assertThat(installs.token("T7")).isNull();
        assertThat(fake.calls("oauth.v2.access")).isEmpty();
    }

    @Test
    void whoever_does_not_allow_it_is_told_how_to_go_on() {
        var refused = get(browser, "/slack/oauth?error=access_denied&state=" + state(leave()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("not allowed in Slack", "Begin again");
    }

    @Test
    void a_code_that_slack_does_not_know_is_explained() {
        var back = comeBack(state(leave()), "code-99");

        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.body()).contains("Slack does not know this installation");
    }

    @Test
    void slack_in_trouble_is_explained() {
        fake.next("oauth.v2.access", Fault.ERROR_BEFORE);

        var back = comeBack(state(leave()), fake.allow("T7"));

        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.body()).contains("Slack did not answer", "Begin again in a minute");
    }

    @Test
    void the_files_hold_no_token_in_clear() throws IOException {
        comeBack(state(leave()), fake.allow("TSECRET"));

        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("xoxb-");
            }
        }
    }

    @Test
    void another_key_is_found_at_start() {
        comeBack(state(leave()), fake.allow("T7"));

        var started = new SlackInstalls(database, OTHER, APP.clientId(), clock);

        assertThatThrownBy(started::check)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("CONVENOR_KEY is another one")
                .hasMessageNotContaining("xoxb");
    }

    @Test
    void a_row_that_was_changed_is_found_at_start() {
        comeBack(state(leave()), fake.allow("T7"));
        database.write(tx -> tx.update("update slack_installation set workspace = 'T8'"));

        var started = new SlackInstalls(database, SEAL, APP.clientId(), clock);

        assertThatThrownBy(started::check).isInstanceOf(ProblemException.class);
    }

    @Test
    void what_is_taken_out_of_a_workspace_is_forgotten() {
        comeBack(state(leave()), fake.allow("T7"));
        assertThat(requireNonNull(installs.token("T7"))).isNotEmpty();

        installs.remove("T7");

        assertThat(installs.token("T7")).isNull();
        List<String> left =
                database.read(
                        tx -> tx.list("select app from slack_installation", row -> row.text(1)));
        assertThat(left).isEmpty();
    }
}
