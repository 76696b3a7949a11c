package org.convenor.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// One person's browser as far as a simulated person needs one: it keeps cookies, follows the
/// server's redirects, and sends the forms of the pages it was shown. Not thread-safe.
public final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final URI server;
    private final Map<String, String> cookies = new HashMap<>();
    private int sent;

    /// @param server where the room is, for example `http://localhost:8484`
    public Browser(HttpClient client, URI server) {
        this.client = client;
        this.server = server;
    }

    /// What the server answered.
    ///
    /// @param path where the answer comes from, after redirects
    /// @param isTaken whether the room says that what was sent is safe
    /// @param text the answer as it came
    record Page(int status, String path, boolean isTaken, String text, Document html) {}

    /// Opens an address of the server.
    Page open(String path) {
        return exchange(HttpRequest.newBuilder(server.resolve(path)).GET(), path);
    }

    /// What a person has to keep from others: the value of a cookie, or null.
    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    /// Sends a form as the page's script does: with a number of its own, so that a second try of
    /// the same thing is known as such.
    ///
    /// @param filled what the person typed or chose, by name; goes before what the form holds
    Page send(Element form, Map<String, String> filled) {
        var fields = new LinkedHashMap<String, String>();
        form.select("input[type=hidden]").forEach(one -> fields.put(one.attr("name"), one.val()));
        fields.putAll(filled);
        if (fields.containsKey("rid")) {
            sent++;
            fields.put("rid", "simulated-%06d".formatted(sent));
        }
        var path = form.attr("action");
        var request =
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encode(fields)));
        if (form.hasAttr("hx-post")) {
            request.header("HX-Request", "true");
        }
        return exchange(request, path);
    }

    private Page exchange(HttpRequest.Builder request, String path) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var response = send(request.timeout(PATIENCE).build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        var location = response.headers().firstValue("Location");
        if (response.statusCode() == 303 && location.isPresent()) {
            return open(URI.create(location.get()).getPath());
        }
        boolean isTaken = response.headers().firstValue("X-Taken").orElse("yes").equals("yes");
        var text = response.body();
        return new Page(response.statusCode(), path, isTaken, text, Jsoup.parse(text));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a page", e);
        }
    }

    private void keep(String header) {
        var cookie = header.split(";", 2)[0].split("=", 2);
        if (cookie.length == 2) {
            cookies.put(cookie[0].strip(), cookie[1].strip());
        }
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
