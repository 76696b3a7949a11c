package org.convenor.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What needs nobody: scripts, styles, the icon, and the sign that the server lives.
final class Plain {
    private final Assets assets;

    Plain(Assets assets) {
        this.assets = assets;
    }

    List<Route> routes() {
        return List.of(Route.get("/healthz", Plain::alive), Route.get("/assets/*", this::asset));
    }

    private static void alive(Call call) throws IOException {
        call.response().setContentType("text/plain; charset=utf-8");
        call.send("ok\n".getBytes(StandardCharsets.UTF_8));
    }

    private void asset(Call call) throws IOException {
        var asset = assets.find(call.path().getFirst());
        if (asset == null) {
            throw HttpProblem.notHere(call.words());
        }
        call.response().setContentType(asset.contentType());
        // The address changes with the content.
        call.response().setHeader("Cache-Control", "public, max-age=31536000, immutable");
        call.send(asset.bytes());
    }
}
