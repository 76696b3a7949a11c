package org.convenor.slack.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The HTTP side: reads calls, lets them go wrong, answers them.
final class HttpFront implements AutoCloseable {
    private final FakeSlack slack;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);

    HttpFront(FakeSlack slack) throws IOException {
        this.slack = slack;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void start(FileMethods files) {
        server.createContext("/api/", this::call);
        server.createContext("/upload/", exchange -> upload(exchange, files));
        server.createContext("/files/", exchange -> download(exchange, files));
        server.createContext("/response/", this::respond);
        server.setExecutor(threads);
        server.start();
    }

    private void call(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestURI().getPath().substring("/api/".length());
        var arguments = Arguments.of(exchange);
        var call = new Call(method, Arguments.token(exchange, arguments), arguments);
        var fault = slack.fault(call);
        if (fault != null && !fault.isDone()) {
            goWrong(exchange, fault);
            return;
        }
        long wait = slack.wait(call);
        if (wait > 0) {
            exchange.getResponseHeaders().set("Retry-After", Long.toString(wait));
            send(exchange, 429, new SlackError("ratelimited").json());
            return;
        }
        var answer = answer(call);
        if (fault != null) {
            goWrong(exchange, fault);
        } else {
            exchange.getResponseHeaders().set("X-OAuth-Scopes", slack.scopes(call));
            send(exchange, 200, answer);
        }
    }

    private JsonObject answer(Call call) {
        try {
            return slack.answer(call);
        } catch (SlackError e) {
            return e.json();
        }
    }

    private void goWrong(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case ERROR_BEFORE, ERROR_AFTER -> send(exchange, 500, "<html>oops</html>");
            case GARBLED_AFTER -> send(exchange, 200, "<html>maintenance</html>");
            case DROP_BEFORE, DROP_AFTER -> drop(exchange);
            case SILENCE_BEFORE, SILENCE_AFTER -> {
                awaitEnd();
                drop(exchange);
            }
        }
    }

    /// Until whoever waits has given up, and the test with it.
    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the connection without an answer.
    private static void drop(HttpExchange exchange) throws IOException {
        exchange.getResponseBody();
        exchange.close();
    }

    private static void upload(HttpExchange exchange, FileMethods files) throws IOException {
        var id = exchange.getRequestURI().getPath().substring("/upload/".length());
        boolean known = files.receive(id, exchange.getRequestBody().readAllBytes());
        send(exchange, known ? 200 : 404, known ? "OK" : "no such upload");
    }

    /// Changes the message in which somebody pressed.
    private void respond(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().substring("/response/".length());
        var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var problem = slack.responses().take(id, JsonParser.parseString(sent).getAsJsonObject());
        send(exchange, problem.isEmpty() ? 200 : 404, problem.isEmpty() ? "ok" : problem);
    }

    /// Only with the token of an app.
    private static void download(HttpExchange exchange, FileMethods files) throws IOException {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var file = files.find(exchange.getRequestURI().getPath().substring("/files/".length()));
        if (header == null || !header.startsWith("Bearer xoxb-") || file == null) {
            send(exchange, 404, "not found");
            return;
        }
        send(exchange, 200, "application/octet-stream", file.bytes());
    }

    private static void send(HttpExchange exchange, int status, JsonObject json)
            throws IOException {
        send(exchange, status, "application/json", bytes(json.toString()));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/html", bytes(text));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
            throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
