package org.convenor.proof;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody who uses the room as a browser without scripts would: pages, forms, one cookie jar.
final class HttpSeat {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern PRESS = Pattern.compile("name=\"press\" value=\"([^\"]+)\"");
    private static final Pattern SESSION = Pattern.compile("name=\"session\" value=\"([^\"]*)\"");
    private static final Pattern VISIT = Pattern.compile("name=\"visit\" value=\"(\\d+)\"");
    private static final Pattern INVITE = Pattern.compile("http://[^\"]+(/join/[A-Za-z0-9_-]+)");

    private final Supplier<String> server;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String room = "";
    private String csrf = "";

    /// @param server where the server is now: it may move when it is started again
    HttpSeat(Supplier<String> server) {
        this.server = server;
    }

    /// What came back.
    ///
    /// @param isTaken whether the page may forget what was typed
    record Answer(int status, String body, @Nullable String location, boolean isTaken) {}

    /// Becomes the first operator; the seat is in the first room from then on.
    static HttpSeat setUp(Supplier<String> server, String code, String name, String district)
            throws IOException {
        var seat = new HttpSeat(server);
        seat.csrf = seat.find(CSRF, seat.get("/setup").body());
        var fields = Map.of("code", code, "name", name, "district", district);
        seat.comesIn(seat.post("/setup", fields, false));
        return seat;
    }

    /// @param path of an invitation, `/join/CODE`
    static HttpSeat join(Supplier<String> server, String path, String name, String district)
            throws IOException {
        var seat = new HttpSeat(server);
        seat.csrf = seat.find(CSRF, seat.get(path).body());
        seat.comesIn(seat.post(path, Map.of("name", name, "district", district), false));
        return seat;
    }

    private void comesIn(Answer answer) throws IOException {
        if (answer.location() == null) {
            throw new IOException("not let in: " + answer);
        }
        room = answer.location();
        csrf = find(CSRF, page());
    }

    /// The path of the room, `/room/ID`.
    String room() {
        return room;
    }

    String page() throws IOException {
        return get(room).body();
    }

    /// The path of an invitation to this room.
    String invite() throws IOException {
        return find(INVITE, post(room + "/invite", Map.of(), true).body());
    }

    /// Every button and form of a page, as what it sends.
    static List<String> presses(String page) {
        return PRESS.matcher(page).results().map(found -> unescape(found.group(1))).toList();
    }

    /// The button or form with this verb that the page has, or null.
    @Nullable String find(String verb) throws IOException {
        return find(verb, presses(page()));
    }

    static @Nullable String find(String verb, List<String> presses) {
        return presses.stream()
                .filter(press -> press.contains("~" + verb + "~"))
                .findFirst()
                .orElse(null);
    }

    /// Presses the button with this verb; it must be there.
    Answer press(String verb, Map<String, String> values) throws IOException {
        var press = find(verb);
        if (press == null) {
            throw new IOException("no " + verb + " on the page");
        }
        var answer = send(press, values, newId());
        if (!answer.isTaken()) {
            throw new IOException("not taken: " + answer);
        }
        return answer;
    }

    /// @param press as a button carries it
    /// @param id the same for every try
    Answer send(String press, Map<String, String> values, String id) throws IOException {
        var fields = new LinkedHashMap<>(Map.of("press", press, "rid", id));
        values.forEach((name, value) -> fields.put("a." + name, value));
        return post(room + "/press", fields, true);
    }

    /// Types a line that is not for the others.
    Answer type(String line) throws IOException {
        return post(room + "/say", Map.of("words", line, "rid", newId()), true);
    }

    /// Writes where the page says the group is now.
    Answer say(String words, String id) throws IOException {
        var page = page();
        var fields = new LinkedHashMap<>(Map.of("words", words, "rid", id));
        fields.put("session", find(SESSION, page));
        fields.put("visit", find(VISIT, page));
        return post(room + "/say", fields, true);
    }

    Answer get(String path) throws IOException {
        return exchange(request(path).GET().build());
    }

    /// @param piece as a script of the page would ask, or else as a plain form
    Answer post(String path, Map<String, String> fields, boolean piece) throws IOException {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("csrf", csrf);
        var body =
                all.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return post(path, body, piece);
    }

    /// @param body as it is
    Answer post(String path, String body, boolean piece) throws IOException {
        var request =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return exchange((piece ? request.header("HX-Request", "true") : request).build());
    }

    String csrf() {
        return csrf;
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(server.get() + path))
                        .timeout(Duration.ofSeconds(10));
        return cookies.isEmpty() ? request : request.header("Cookie", cookieHeader());
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Answer exchange(HttpRequest request) throws IOException {
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            var location = response.headers().firstValue("location").orElse(null);
            boolean taken = response.headers().firstValue("x-taken").orElse("no").equals("yes");
            return new Answer(response.statusCode(), response.body(), location, taken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void keep(String setCookie) {
        var cookie = setCookie.substring(0, (setCookie + ";").indexOf(';'));
        int equals = cookie.indexOf('=');
        cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
    }

    private String find(Pattern pattern, String page) throws IOException {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IOException("not on the page: " + pattern);
        }
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescape(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
