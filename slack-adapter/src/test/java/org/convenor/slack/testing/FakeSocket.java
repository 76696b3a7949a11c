package org.convenor.slack.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/// Socket Mode over a real WebSocket: says hello, hands each envelope to one of the connections,
/// keeps what was acknowledged, and asks to connect anew. Thread-safe.
public final class FakeSocket implements AutoCloseable {
    private final Server server = new Server();
    private final List<WebSocket> connections = new ArrayList<>();
    private final Map<String, JsonObject> unacknowledged = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<JsonObject>> acknowledged = new LinkedHashMap<>();
    private int tickets;
    private int next;

    private FakeSocket() {}

    static FakeSocket start() {
        var socket = new FakeSocket();
        socket.server.setReuseAddr(true);
        socket.server.setConnectionLostTimeout(0);
        socket.server.start();
        try {
            socket.server.started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return socket;
    }

    /// `apps.connections.open`: only with the token of an app, not of a bot.
    synchronized JsonObject open(Call call) {
        if (!call.token().startsWith("xapp-")) {
            throw new SlackError("not_allowed_token_type");
        }
        return Answers.ok(
                "url",
                "ws://127.0.0.1:" + server.getPort() + "/link/?ticket=" + ++tickets + "&app_id=A1");
    }

    /// Sends an envelope over one of the connections.
    ///
    /// @param type `events_api`, `interactive` or `slash_commands`
    /// @return its id
    public synchronized String send(String type, JsonObject payload) {
        var id = "envelope-" + (acknowledged.size() + 1);
        var envelope = Answers.of("envelope_id", id);
        envelope.addProperty("type", type);
        envelope.addProperty("accepts_response_payload", true);
        envelope.add("payload", payload);
        acknowledged.put(id, new CompletableFuture<>());
        unacknowledged.put(id, envelope);
        connection().send(envelope.toString());
        return id;
    }

    /// Sends again what nobody acknowledged, as Slack does after a while.
    public synchronized void sendAgain() {
        for (var envelope : List.copyOf(unacknowledged.values())) {
            var again = envelope.deepCopy();
            again.addProperty("retry_attempt", 1);
            again.addProperty("retry_reason", "timeout");
            connection().send(again.toString());
        }
    }

    /// Sends one envelope a second time although it was acknowledged.
    public synchronized void duplicate(String type, JsonObject payload, String id) {
        var envelope = Answers.of("envelope_id", id);
        envelope.addProperty("type", type);
        envelope.add("payload", payload);
        connection().send(envelope.toString());
    }

    /// What an envelope was acknowledged with; completes when it is.
    public synchronized CompletableFuture<JsonObject> acknowledgement(String id) {
        return acknowledged.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    /// Asks every connection to connect anew, and ends it.
    public synchronized void refresh() {
        var bye = Answers.of("type", "disconnect");
        bye.addProperty("reason", "refresh_requested");
        for (var one : List.copyOf(connections)) {
            one.send(bye.toString());
            one.close();
        }
        connections.clear();
    }

    /// Cuts every connection without a word.
    public synchronized void cut() {
        List.copyOf(connections).forEach(one -> one.closeConnection(1006, "cut"));
        connections.clear();
    }

    /// Waits until so many connections stand.
    public synchronized void awaitConnections(int count) throws InterruptedException {
        while (connections.size() < count) {
            wait(1000);
        }
    }

    private WebSocket connection() {
        if (connections.isEmpty()) {
            throw new IllegalStateException("nobody is connected");
        }
        return connections.get(next++ % connections.size());
    }

    private synchronized void opened(WebSocket connection) {
        connections.add(connection);
        var hello = Answers.of("type", "hello");
        hello.addProperty("num_connections", connections.size());
        hello.add("connection_info", Answers.of("app_id", "A1"));
        hello.add("debug_info", Answers.of("host", "applink-1"));
        connection.send(hello.toString());
        notifyAll();
    }

    private synchronized void closed(WebSocket connection) {
        connections.remove(connection);
        notifyAll();
    }

    private synchronized void received(String text) {
        var ack = JsonParser.parseString(text).getAsJsonObject();
        var id = BlockCheck.string(ack, "envelope_id");
        unacknowledged.remove(id);
        acknowledgement(id)
                .complete(ack.has("payload") ? ack.getAsJsonObject("payload") : new JsonObject());
    }

    @Override
    public void close() {
        try {
            server.stop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Server extends WebSocketServer {
        private final CountDownLatch started = new CountDownLatch(1);

        Server() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            opened(connection);
        }

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {
            closed(connection);
        }

        @Override
        public void onMessage(WebSocket connection, String message) {
            received(message);
        }

        @Override
        public void onError(@Nullable WebSocket connection, Exception e) {
            // A connection that breaks is closed next.
        }

        @Override
        public void onStart() {
            started.countDown();
        }
    }
}
