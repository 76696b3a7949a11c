package org.convenor.rehearsal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.convenor.slack.SlackApp;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.SignedSender;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/// A way from the fake Slack to our app.
interface SlackWay extends AutoCloseable {
    /// @param kind `events_api`, `interactive` or `slash_commands`
    /// @return what our app answered
    JsonObject send(String kind, JsonObject payload) throws Exception;

    @Override
    void close();

    static SlackWay socket(FakeSlack fake, SlackApp app) throws Exception {
        var connection = app.socketMode("xapp-1");
        fake.socket().awaitConnections(1);
        return new SlackWay() {
            @Override
            public JsonObject send(String kind, JsonObject payload) throws Exception {
                var id = fake.socket().send(kind, payload);
                return fake.socket().acknowledgement(id).get(30, TimeUnit.SECONDS);
            }

            @Override
            public void close() {
                quietly(connection);
            }
        };
    }

    static SlackWay http(SlackApp app, SettableClock clock) throws Exception {
        app.warmUp();
        var server = serve(app);
        var target = server.getURI().resolve(SlackApp.PATH);
        var sender = new SignedSender(target, "secret", clock);
        return new SlackWay() {
            @Override
            public JsonObject send(String kind, JsonObject payload) {
                var answer =
                        kind.equals("events_api")
                                ? sender.send("application/json", payload.toString())
                                : sender.send(
                                        "application/x-www-form-urlencoded", form(kind, payload));
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("answered " + answer.statusCode());
                }
                return answer.body().startsWith("{")
                        ? JsonParser.parseString(answer.body()).getAsJsonObject()
                        : new JsonObject();
            }

            @Override
            public void close() {
                sender.close();
                quietly(server::stop);
            }
        };
    }

    /// Our app at its path on a free port of the loopback interface, signed with `secret`.
    static Server serve(SlackApp app) throws Exception {
        var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var context = new ServletContextHandler();
        context.addServlet(new ServletHolder(app.servlet("secret")), SlackApp.PATH);
        server.setHandler(context);
        server.start();
        return server;
    }

    private static void quietly(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException("it does not end", e);
        }
    }

    private static String form(String kind, JsonObject payload) {
        if (kind.equals("interactive")) {
            return "payload=" + encoded(payload.toString());
        }
        return payload.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue().getAsString()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
