package org.convenor.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.convenor.chat.ProblemException;
import org.convenor.chat.SessionId;

/// Hands out the record of a session as a file.
final class Records {
    private final Backend backend;

    Records(Backend backend) {
        this.backend = backend;
    }

    List<Route> routes() {
        return List.of(Route.get("/session/*/record.md", this::download));
    }

    private void download(Call call) throws IOException {
        var export = export(call);
        var name = export.fileName().replaceAll("[^\\p{L}\\p{N}._ -]", "-");
        var plain = name.replaceAll("[^\\x20-\\x7e]", "-");
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        call.response().setContentType("text/markdown; charset=utf-8");
        call.response()
                .setHeader(
                        "Content-Disposition",
                        "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                                .formatted(plain, encoded));
        call.send(export.markdown().getBytes(StandardCharsets.UTF_8));
    }

    private Backend.Export export(Call call) {
        try {
            return backend.export(call.member(), new SessionId(call.path().getFirst()));
        } catch (ProblemException unknownOrNotTheirs) {
            throw HttpProblem.notHere(call.words());
        }
    }
}
