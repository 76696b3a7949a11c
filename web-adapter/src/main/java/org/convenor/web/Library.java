package org.convenor.web;

import gg.jte.Content;
import java.io.IOException;
import java.util.List;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.people.Right;
import org.convenor.view.ProtocolCard;
import org.jspecify.annotations.Nullable;

/// The protocols of a room, to read and to take copies of.
final class Library {
    private final Backend backend;
    private final Pages pages;

    Library(Backend backend, Pages pages) {
        this.backend = backend;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/room/*/protocols", this::all),
                Route.get("/room/*/protocols/read/*", call -> one(call, "", null)),
                Route.get("/room/*/protocols/file/*", this::file),
                Route.post("/room/*/protocols/copy/*", this::copy),
                Route.post("/room/*/take-away", this::takeAway));
    }

    private void all(Call call) throws IOException {
        var desk = Desk.of(backend, pages, call, call.words().say("library.title"));
        var all = backend.protocols().all(call.member(), call.room());
        call.html(200, pages.render("library", new All(desk, all)));
    }

    /// @param as the name that was typed for a copy
    /// @param problem why there is none, or null
    private void one(Call call, String as, @Nullable Problem problem) throws IOException {
        var sheet = sheet(call);
        var desk = Desk.of(backend, pages, call, sheet.card().name());
        int status = problem == null ? 200 : 422;
        call.html(status, pages.render("protocol", new One(desk, sheet, as, problem)));
    }

    private ProtocolCard.Sheet sheet(Call call) {
        try {
            return backend.protocols().sheet(call.member(), call.room(), call.path().get(1));
        } catch (ProblemException unknown) {
            throw HttpProblem.notHere(call.words());
        }
    }

    private void file(Call call) throws IOException {
        Downloads.send(call, sheet(call).file());
    }

    /// The copy as a file, or in the editor.
    private void copy(Call call) throws IOException {
        var as = call.form().text("as").strip();
        try {
            var file = backend.protocols().copy(call.member(), call.room(), call.path().get(1), as);
            if (call.form().text("here").isEmpty()) {
                Downloads.send(call, file);
            } else {
                Checking.page(backend, pages, call, 200, Checking.Look.at(file.text()));
            }
        } catch (ProblemException stop) {
            one(call, as, stop.problem());
        }
    }

    /// Hands back, as a file, what a page of ours sent along.
    private void takeAway(Call call) throws IOException {
        Downloads.send(call, call.form().text("name"), call.form().text("text"));
    }

    /// The list.
    record All(Desk desk, List<ProtocolCard> all) {}

    /// One protocol.
    record One(Desk desk, ProtocolCard.Sheet sheet, String as, @Nullable Problem problem) {
        boolean mayMake() {
            return desk.mayPublish();
        }
    }

    /// What all pages about protocols have.
    ///
    /// @param title of the room
    record Desk(Shell shell, String room, String title, Reading reading, boolean mayPublish) {
        static Desk of(Backend backend, Pages pages, Call call, String title) {
            var view = Room.view(backend, call);
            var may = backend.may(call.member(), call.room(), Right.PUBLISH_PROTOCOL);
            return new Desk(
                    pages.shell(call, title),
                    "/room/" + call.room(),
                    view.channel().name(),
                    Room.reading(pages, call, view),
                    may);
        }

        String at(String path) {
            return room + "/protocols" + path;
        }

        Content markdown(String text) {
            var html = Markdown.render(text);
            return output -> output.writeContent(html);
        }
    }
}
