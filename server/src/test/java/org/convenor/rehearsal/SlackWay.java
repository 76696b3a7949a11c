package org.convenor.rehearsal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
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
import org.eclipse.jetty.server.ServerConnector;

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
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler();
        context.addServlet(new ServletHolder(app.servlet("secret")), SlackApp.PATH);
        server.setHandler(context);
        server.start();
        var target = URI.create("http://127.0.0.1:" + connector.getLocalPort() + SlackApp.PATH);
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
