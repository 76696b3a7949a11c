package org.convenor.web;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.convenor.chat.ProblemException;
import org.convenor.view.StageView;

/// The page for the shared screen. Whoever has its address may look; it shows nothing private and
/// has no controls. Its code is too long to guess, so wrong ones are not counted: an old page that
/// keeps asking must not shut others out.
final class Stage {
    private static final int LOOK_SECONDS = 1;

    private final Backend backend;
    private final Pages pages;
    private final EventStream streams;

    Stage(Backend backend, Pages pages, EventStream streams) {
        this.backend = backend;
        this.pages = pages;
        this.streams = streams;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/stage/*", call -> show(call, "stage")),
                Route.get("/stage/*/now", call -> show(call, "stagenow")),
                Route.get("/stage/*/events", this::events));
    }

    private void show(Call call, String template) throws IOException {
        var view = view(call);
        var shell = pages.shell(call, view.title());
        call.html(200, pages.render(template, new StagePage(shell, call.path().getFirst(), view)));
    }

    private void events(Call call) throws IOException {
        var code = call.path().getFirst();
        view(call);
        // Nobody signals by code; the few stages there are may look.
        streams.run(call, new Semaphore(0), LOOK_SECONDS, "", since -> look(code, since));
    }

    private EventStream.Told look(String code, String since) {
        var mark = Integer.toHexString(backend.stage(code).hashCode());
        return new EventStream.Told(mark.equals(since) ? List.of() : List.of("stage"), mark);
    }

    private StageView view(Call call) {
        try {
            return backend.stage(call.path().getFirst());
        } catch (ProblemException unknown) {
            throw HttpProblem.notHere(call.words());
        }
    }
}
