package org.convenor.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One person's browser without a screen: keeps cookies, reads forms out of pages and sends them.
final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    Browser(WebServer server) {
        this.base = "http://127.0.0.1:" + server.port();
    }

    static Browser of(WebServer server, Backend.SignedIn login) {
        var browser = new Browser(server);
        var cookie = new HttpCookie("convenor", login.token());
        cookie.setPath("/");
        cookie.setVersion(0);
        browser.cookies.getCookieStore().add(URI.create(browser.base), cookie);
        return browser;
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    HttpClient http() {
        return http;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    /// Sends a form as the page's script does, with the token of a page that was opened first.
    HttpResponse<String> post(String page, String path, String... fields) {
        return send(form(page, path, fields).header("HX-Request", "true").build());
    }

    /// Sends a form as a browser without scripts does.
    HttpResponse<String> submit(String page, String path, String... fields) {
        return send(form(page, path, fields).build());
    }

    HttpRequest.Builder form(String page, String path, String... fields) {
        var all = new LinkedHashMap<String, String>();
        all.put("csrf", csrf(page));
        all.put("rid", UUID.randomUUID().toString());
        for (var i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return raw(path, encode(all));
    }

    HttpRequest.Builder raw(String path, String body) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    String csrf(String page) {
        var matcher = CSRF.matcher(get(page).body());
        return matcher.find() ? matcher.group(1) : "none";
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Opens a stream of events; the lines come as they are sent.
    Stream<String> events(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(at(path));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body();
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
