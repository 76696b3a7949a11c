package org.convenor.web;

import java.io.IOException;
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
        Downloads.send(call, export.fileName(), "text/markdown", export.markdown());
    }

    private Backend.Export export(Call call) {
        try {
            return backend.export(call.member(), new SessionId(call.path().getFirst()));
        } catch (ProblemException unknownOrNotTheirs) {
            throw HttpProblem.notHere(call.words());
        }
    }
}
