package org.convenor.slack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.util.json.GsonFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.convenor.slack.testing.BlockCheck;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.FakeWorkspace;
import org.convenor.slack.testing.Interactions;
import org.convenor.slack.testing.SignedSender;
import org.convenor.testing.SettableClock;
import org.convenor.view.CardWords;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the fake must refuse, so that passing it means something.
class FakeSlackTest {
    private static final CardWords WORDS = CardWords.of(Locale.ENGLISH);
    private static final String SIGNATURE =
            "v0=1e92fbc5adc101185374ee51d72caf3553ff9953790e4885c682f98835b9e0f2";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final FakeSlack fake = FakeSlack.start(clock);
    private final FakeWorkspace workspace = fake.workspace("T1");
    private final Slack slack = SlackHttp.slack(SlackHttp.client(SlackHttp.PATIENCE), fake.api());
    private final MethodsClient methods = slack.methods(workspace.token());

    @AfterEach
    void close() throws Exception {
        slack.close();
        fake.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "[{'type':'sing'}] # unsupported type: sing [json-pointer:/blocks/0/type]",
                "[{'type':'section'}] # must define either `text` or `fields` [json-pointer:/blocks/0]",
                "[{'type':'actions','elements':[]}] # no less than 1 items allowed [json-pointer:/blocks/0/elements]",
                "[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[]}]}] # no less than 1 items allowed [json-pointer:/blocks/0/elements/0/elements]",
                "[{'type':'header','text':{'type':'mrkdwn','text':'x'}}] # must be a plain_text [json-pointer:/blocks/0/text/type]",
                "[{'type':'input'}] # unsupported block: input [json-pointer:/blocks/0]",
            })
    void bad_blocks_are_named_by_their_place(String blocks, String problem) {
        var json = JsonParser.parseString(blocks.replace('\'', '"')).getAsJsonArray();

        assertThat(BlockCheck.problems(json, BlockCheck.Surface.MESSAGE))
                .contains("[ERROR] " + problem);
    }

    @Test
    void too_much_of_everything_is_refused() throws IOException, SlackApiException {
        var channel = workspace.addChannel("reading");
        var block = "{\"type\":\"divider\"}";
        var many = "[" + (block + ",").repeat(50) + block + "]";
        var long1 =
                "[{\"type\":\"markdown\",\"text\":\""
                        + "x".repeat(8_000)
                        + "\"},"
                        + "{\"type\":\"markdown\",\"text\":\""
                        + "x".repeat(8_000)
                        + "\"}]";

        assertThat(post(channel, many)).isEqualTo("invalid_blocks");
        clock.pass(Duration.ofSeconds(1));
        assertThat(post(channel, long1)).isEqualTo("msg_blocks_too_long");
        assertThat(workspace.messages(channel)).isEmpty();
    }

    private String post(String channel, String blocks) throws IOException, SlackApiException {
        return methods.chatPostMessage(
                        request -> request.channel(channel).text("x").blocksAsString(blocks))
                .getError();
    }

    @Test
    void a_channel_takes_one_message_a_second() throws IOException, SlackApiException {
        var channel = workspace.addChannel("reading");
        methods.chatPostMessage(request -> request.channel(channel).text("1"));

        SlackApiException refused = null;
        try {
            methods.chatPostMessage(request -> request.channel(channel).text("2"));
        } catch (SlackApiException e) {
            refused = e;
        }

        assertThat(requireNonNull(refused).getResponse().code()).isEqualTo(429);
        assertThat(refused.getResponse().header("Retry-After")).isEqualTo("1");
        clock.pass(Duration.ofSeconds(1));
        methods.chatPostMessage(request -> request.channel(channel).text("2"));
        assertThat(workspace.messages(channel)).hasSize(2);
    }

    @Test
    void a_trigger_opens_one_view_within_three_seconds() throws IOException, SlackApiException {
        var user = workspace.addUser("Bo");
        var view = Json.of(ModalView.render(Samples.form("notes"), WORDS));
        var first = fake.trigger(user);
        var late = fake.trigger(user);

        assertThat(open(first, view)).isNull();
        assertThat(open(first, view)).isEqualTo("invalid_trigger_id");
        clock.pass(Duration.ofSeconds(4));
        assertThat(open(late, view)).isEqualTo("expired_trigger_id");
        assertThat(requireNonNull(fake.modal(user)).view().get("callback_id").getAsString())
                .isEqualTo("form");
    }

    private String open(String trigger, String view) throws IOException, SlackApiException {
        return methods.viewsOpen(request -> request.triggerId(trigger).viewAsString(view))
                .getError();
    }

    @Test
    void a_code_of_an_installation_is_good_once() throws IOException, SlackApiException {
        var code = fake.allow("T9");

        var first =
                slack.methods()
                        .oauthV2Access(
                                request -> request.clientId("1").clientSecret("s").code(code));
        var again =
                slack.methods()
                        .oauthV2Access(
                                request -> request.clientId("1").clientSecret("s").code(code));

        assertThat(first.getAccessToken()).isEqualTo("xoxb-T9");
        assertThat(again.getError()).isEqualTo("invalid_code");
    }

    @Test
    void a_socket_hears_hello_acknowledges_and_is_asked_to_connect_anew() throws Exception {
        var url = slack.methods("xapp-1").appsConnectionsOpen(request -> request).getUrl();
        var socket = new Ear(URI.create(url));
        socket.connectBlocking();
        fake.socket().awaitConnections(1);

        var payload = new Interactions(fake).event(workspace, new JsonObject());
        var id = fake.socket().send("events_api", payload);
        assertThat(socket.heard.take()).contains("\"type\":\"hello\"");
        assertThat(socket.heard.take()).contains(id, "event_callback");
        fake.socket().sendAgain();
        assertThat(socket.heard.take()).contains(id, "retry_attempt");
        socket.send("{\"envelope_id\":\"" + id + "\"}");
        assertThat(fake.socket().acknowledgement(id).get().size()).isZero();
        fake.socket().refresh();
        assertThat(socket.heard.take()).contains("refresh_requested");
        fake.socket().awaitConnections(0);
    }

    /// Keeps what it hears.
    private static final class Ear extends WebSocketClient {
        final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

        Ear(URI uri) {
            super(uri);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String message) {
            heard.add(message);
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {}

        @Override
        public void onError(Exception e) {}
    }

    @Test
    void a_signed_request_is_sent_until_it_is_taken() throws IOException {
        var tries = new AtomicInteger();
        var signatures = new ConcurrentLinkedQueue<String>();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    signatures.add(exchange.getRequestHeaders().getFirst("X-Slack-Signature"));
                    exchange.sendResponseHeaders(tries.incrementAndGet() < 3 ? 500 : 200, -1);
                    exchange.close();
                });
        server.start();
        var target = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");

        try (var sender = new SignedSender(target, "secret", clock)) {
            assertThat(sender.deliver("application/json", "{}")).isEqualTo(List.of(500, 500, 200));
        } finally {
            server.stop(0);
        }

        // Made with openssl: printf 'v0:1795348800:{}' | openssl dgst -sha256 -hmac secret
        assertThat(signatures).hasSize(3).containsOnly(SIGNATURE);
    }

    @Test
    void a_press_carries_the_button_that_was_pressed() throws IOException, SlackApiException {
        var channel = workspace.addChannel("reading");
        var rendered = BlockKit.render(Samples.message("gathering"), WORDS);
        methods.chatPostMessage(request ->
                request.channel(channel).text("x").blocksAsString(Json.of(rendered.blocks())));
        var message = workspace.messages(channel).getFirst();
        assertThat(message.buttons()).containsExactly("Join", "Observe", "Not today");

        var payload = new Interactions(fake).press(workspace, "U1", channel, message, "Observe");

        var action =
                GsonFactory.createSnakeCase()
                        .fromJson(payload.getAsJsonArray("actions").get(0), JsonObject.class);
        assertThat(action.get("value").getAsString()).isEqualTo(Samples.press("next").encode());
    }
}
