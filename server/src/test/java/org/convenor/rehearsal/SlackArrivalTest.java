package org.convenor.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.convenor.protocol.Mode;
import org.convenor.protocols.ShippedProtocols;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Workbench;
import org.convenor.server.SlackSide;
import org.convenor.slack.SlackApp;
import org.convenor.slack.SlackHttp;
import org.convenor.slack.SlackPlatform;
import org.convenor.slack.testing.FakeMessage;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.FakeWorkspace;
import org.convenor.slack.testing.Interactions;
import org.convenor.slack.testing.SignedSender;
import org.convenor.store.Database;
import org.convenor.store.StoredAnchors;
import org.convenor.store.StoredDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How people, words and requests come in from Slack, and which do not.
class SlackArrivalTest {
    private static final Instant START = Instant.parse("2026-10-06T14:00:00Z");
    private static final Cast.Person ADA = new Cast.Person("Ada Example", "Sample Bend");
    private static final String JSON = "application/json";

    @TempDir private Path folder;

    private final SettableClock clock = new SettableClock(START);
    private final FakeSlack fake = FakeSlack.start(clock);
    private final FakeWorkspace workspace = fake.workspace("T1");
    private final String ada = workspace.addUser("Ada Example");
    private final String bo = workspace.addUser("Bo Sample");
    private final String channel = workspace.addChannel("convening", ada, bo);
    private final Interactions interactions = new Interactions(fake);
    private final Slack slack =
            SlackHttp.slack(SlackHttp.client(Duration.ofSeconds(5)), fake.api());
    private final List<String> removed = new ArrayList<>();
    private Bot bot;
    private SlackApp app;
    private SlackWay socket;
    private SlackSeat seat;

    @BeforeEach
    void connect() throws Exception {
        var database = Database.sqlite(folder.resolve("convenor.db"));
        bot =
                new Bot(
                        database,
                        Workbench.only(new ShippedProtocols()),
                        clock,
                        new Random(7),
                        "test");
        bot.connect(
                List.of(
                        new SlackPlatform(
                                slack,
                                _ -> workspace.token(),
                                new StoredDirectory(database),
                                new StoredAnchors(database),
                                clock)));
        app = new SlackApp(slack, _ -> workspace.token(), new SlackSide(bot, removed::add), clock);
        socket = SlackWay.socket(fake, app);
        seat = new SlackSeat(bot, fake, workspace, channel, ada, interactions, socket);
    }

    @AfterEach
    void end() throws Exception {
        socket.close();
        app.close();
        bot.close();
        slack.close();
        fake.close();
    }

    @Test
    void in_a_channel_that_is_not_linked_nobody_is_enrolled_and_the_way_is_told() throws Exception {
        var answer = socket.send("slash_commands", command(ada, "help"));

        assertThat(answer.get("text").getAsString()).contains("/convene link", "setup CODE");
        assertThat(fake.modal(ada)).isNull();
    }

    @Test
    void whoever_has_the_setup_code_becomes_the_operator_and_the_others_are_asked_once()
            throws Exception {
        setUp();
        socket.send("slash_commands", command(bo, "status"));
        var modal = Objects.requireNonNull(fake.modal(bo));
        var typed = Map.of("name", "Bo Sample", "district", "Sample Bend");
        socket.send("interactive", interactions.submit(workspace, modal, typed));
        fake.close(modal);

        var answer = socket.send("slash_commands", command(bo, "status"));

        assertThat(fake.modal(bo)).isNull();
        assertThat(answer.has("text")).isTrue();
        assertThat(bot.arrivals().districts(seat.room())).containsExactly("Sample Bend");
    }

    @Test
    void the_same_envelope_twice_changes_nothing_the_second_time() throws Exception {
        setUp();
        start();
        var press = interactions.press(workspace, ada, channel, board(), "My part");
        socket.send("interactive", press);
        var panel = workspace.ephemerals(channel, ada).getLast();
        var begin = interactions.press(workspace, ada, channel, panel, "Begin anyway");
        socket.send("interactive", begin);
        int visit = bot.session(seat.session()).main().visit();

        socket.send("interactive", begin);

        assertThat(bot.session(seat.session()).main().visit()).isEqualTo(visit);
    }

    @Test
    void a_button_of_an_earlier_moment_is_answered_in_private_and_changes_nothing()
            throws Exception {
        setUp();
        start();
        socket.send("interactive", interactions.press(workspace, ada, channel, board(), "My part"));
        var panel = workspace.ephemerals(channel, ada).getLast();
        socket.send(
                "interactive", interactions.press(workspace, ada, channel, panel, "Begin anyway"));
        int visit = bot.session(seat.session()).main().visit();

        socket.send(
                "interactive", interactions.press(workspace, ada, channel, panel, "Begin anyway"));

        assertThat(bot.session(seat.session()).main().visit()).isEqualTo(visit);
        assertThat(workspace.ephemerals(channel, ada).getLast().text()).contains("moment");
    }

    @Test
    void after_the_socket_broke_it_stands_again_and_what_comes_twice_is_taken() throws Exception {
        setUp();
        fake.socket().cut();
        fake.socket().awaitConnections(1);
        var id = fake.socket().send("slash_commands", command(ada, "status"));

        fake.socket().sendAgain();

        assertThat(fake.socket().acknowledgement(id).get(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void slack_may_ask_to_connect_anew() throws Exception {
        setUp();
        fake.socket().refresh();
        fake.socket().awaitConnections(1);

        assertThat(socket.send("slash_commands", command(ada, "status")).has("text")).isTrue();
    }

    @Test
    void an_app_that_is_taken_out_is_told_to_whoever_keeps_its_token() throws Exception {
        socket.send("events_api", interactions.event(workspace, event("app_uninstalled")));

        assertThat(removed).containsExactly("T1");
    }

    @Test
    void home_shows_what_waits_for_somebody_and_what_is_known_of_them() throws Exception {
        setUp();
        var opened = event("app_home_opened");
        opened.addProperty("user", ada);
        opened.addProperty("tab", "home");

        socket.send("events_api", interactions.event(workspace, opened));

        var home = Objects.requireNonNull(fake.home(ada)).view().toString();
        assertThat(home).contains("Nothing waits for you", "Sample Bend");
    }

    @Test
    void only_what_slack_signed_just_now_is_read() throws Exception {
        var server = SlackWay.serve(app);
        var at = server.getURI().resolve(SlackApp.PATH);
        var body = interactions.event(workspace, event("app_uninstalled")).toString();
        try (var sender = new SignedSender(at, "secret", clock);
                var forger = new SignedSender(at, "guessed", clock)) {
            assertThat(forger.send(JSON, body).statusCode()).isEqualTo(401);
            assertThat(sender.sendChanged(JSON, "{}", body).statusCode()).isEqualTo(401);
            assertThat(sender.sendLate(JSON, body, Duration.ofSeconds(301)).statusCode())
                    .isEqualTo(401);
            assertThat(removed).isEmpty();

            assertThat(sender.send(JSON, "{\"type\":\"song\"}").statusCode()).isEqualTo(200);
            assertThat(
                            sender.send(
                                            JSON,
                                            "{\"type\":\"url_verification\",\"challenge\":\"c1\"}")
                                    .body())
                    .isEqualTo("c1");
            assertThat(sender.send(JSON, body).statusCode()).isEqualTo(200);
            assertThat(removed).containsExactly("T1");
        } finally {
            server.stop();
        }
    }

    private void setUp() {
        seat.introduce("setup " + Objects.requireNonNull(bot.lobby().setupCode()), ADA);
    }

    private void start() {
        Opening.call(seat, "tuning", Mode.LIVE, List.of(ADA), new Lines(true));
        bot.doDue();
    }

    private FakeMessage board() {
        return workspace.messages(channel).getLast();
    }

    private JsonObject command(String user, String line) {
        return interactions.command(workspace, user, channel, line);
    }

    private static JsonObject event(String type) {
        var event = new JsonObject();
        event.addProperty("type", type);
        return event;
    }
}
