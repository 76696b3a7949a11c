package org.convenor.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Scripts, styles and the icon, from the jar. Their addresses change with their content, so they
/// are kept by browsers for good.
final class Assets {
    private static final Map<String, String> OURS =
            Map.of(
                    "app.css", "text/css",
                    "message.css", "text/css",
                    "room.css", "text/css",
                    "stage.css", "text/css",
                    "protocols.css", "text/css",
                    "clock.js", "text/javascript",
                    "forms.js", "text/javascript",
                    "live.js", "text/javascript",
                    "icon.svg", "image/svg+xml");

    private final Map<String, Asset> assets = new TreeMap<>();

    Assets() {
        OURS.forEach((name, type) -> add(name, type, bytes("/org/convenor/web/assets/" + name)));
        add("htmx.js", "text/javascript", bytes(htmx()));
    }

    private void add(String name, String type, byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        assets.put(name, new Asset(type, bytes, Long.toHexString(sum.getValue())));
    }

    @Nullable Asset find(String name) {
        return assets.get(name);
    }

    String url(String name) {
        var asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return "/assets/" + name + "?v=" + asset.version();
    }

    /// The version is part of the path inside the library's jar.
    private static String htmx() {
        var properties = new Properties();
        try (var in = open("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/htmx.org/%s/dist/htmx.min.js"
                .formatted(properties.getProperty("version"));
    }

    private static byte[] bytes(String path) {
        try (var in = open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        var in = Assets.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("not in the jar: " + path);
        }
        return in;
    }

    /// One file as it is sent.
    @SuppressWarnings("ArrayRecordComponent") // written once, sent as it is, never compared
    record Asset(String type, byte[] bytes, String version) {
        String contentType() {
            return type + "; charset=" + StandardCharsets.UTF_8;
        }
    }
}
