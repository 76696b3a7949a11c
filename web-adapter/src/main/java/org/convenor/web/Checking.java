package org.convenor.web;

import gg.jte.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.convenor.chat.Form;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.chat.TextFile;
import org.convenor.runtime.ProtocolFiles.Remark;
import org.convenor.runtime.Workshop;
import org.convenor.web.Library.Desk;
import org.jspecify.annotations.Nullable;

/// Where a facilitator's own protocol is checked, rehearsed and published. Plain pages and forms;
/// no script takes part.
final class Checking {
    private static final int MOST_BYTES = 1_000_000;

    private final Backend backend;
    private final Pages pages;

    Checking(Backend backend, Pages pages) {
        this.backend = backend;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/room/*/protocols/check", call -> page(call, 200, Look.EMPTY)),
                Route.post("/room/*/protocols/check", this::check),
                Route.post("/room/*/protocols/rehearse", this::rehearse),
                Route.post("/room/*/protocols/publish", this::publish));
    }

    private void page(Call call, int status, Look look) throws IOException {
        page(backend, pages, call, status, look);
    }

    static void page(Backend backend, Pages pages, Call call, int status, Look look)
            throws IOException {
        var title = call.words().say("check.title");
        var desk = Desk.of(backend, pages, call, title);
        var page = new Page(desk, UUID.randomUUID().toString(), look);
        call.html(status, pages.render("check", page));
    }

    private void check(Call call) throws IOException {
        var form = call.form();
        var bytes = Form.Input.File.decode(form.answers().getOrDefault("file", ""));
        var table = new Table(form.text("name").strip(), form.text("purpose").strip());
        if (bytes == null || bytes.length == 0) {
            page(call, 422, Look.EMPTY.with(problem(call, "problem.no-file")));
            return;
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            page(call, 422, Look.EMPTY.with(problem(call, "problem.large-file")));
            return;
        }
        try {
            var found =
                    backend.protocols()
                            .check(
                                    call.member(),
                                    call.room(),
                                    call.sourceKey(),
                                    bytes,
                                    table.name(),
                                    table.purpose());
            page(call, 200, look(text, found, table));
        } catch (ProblemException stop) {
            page(call, 422, Look.at(text).with(stop.problem()));
        }
    }

    /// A table with mistakes is shown as it was sent, so that it can be mended; without any, the
    /// protocol that was made of it.
    private static Look look(String sent, Workshop.@Nullable Inspected found, Table table) {
        if (found == null) {
            return new Look(sent, null, null, table);
        }
        return found.isFine() || table.name().isEmpty()
                ? new Look(found.checked().text(), found, null, null)
                : new Look(sent, found, null, table);
    }

    private static Problem problem(Call call, String key) {
        return HttpProblem.of(422, key, call.words()).problem();
    }

    private void rehearse(Call call) throws IOException {
        var draft = call.form().text("draft");
        var name = call.form().text("name");
        var desk = Desk.of(backend, pages, call, call.words().say("rehearsal.title"));
        var played =
                draft.isEmpty()
                        ? backend.protocols().rehearse(call.member(), call.room(), name)
                        : backend.protocols().rehearseDraft(call.member(), call.room(), draft);
        call.html(200, pages.render("rehearsal", new Played(desk, played, draft)));
    }

    /// Asks first: what is published cannot be taken back.
    private void publish(Call call) throws IOException {
        var draft = call.form().text("draft");
        var desk = Desk.of(backend, pages, call, call.words().say("publish.title"));
        var name = call.form().text("name");
        if (call.form().text("sure").isEmpty()) {
            var ask = new Ask(desk, UUID.randomUUID().toString(), draft, name);
            call.html(200, pages.render("publish", ask));
            return;
        }
        var done = backend.protocols().publish(call.member(), call.room(), call.sourceKey(), draft);
        if (done == null) {
            call.seeOther(desk.at(""));
            return;
        }
        call.html(200, pages.render("published", new Done(desk, done)));
    }

    /// What a table does not say of its protocol, as far as it was typed.
    record Table(String name, String purpose) {}

    /// What the checking page shows.
    ///
    /// @param text to go on with, or empty
    /// @param found what the checker said, or null before
    /// @param problem why nothing was checked, or null
    /// @param table what was typed about a table, or null if it is none
    record Look(
            String text,
            Workshop.@Nullable Inspected found,
            @Nullable Problem problem,
            @Nullable Table table) {
        static final Look EMPTY = new Look("", null, null, null);

        static Look at(String text) {
            return new Look(text, null, null, null);
        }

        Look with(Problem why) {
            return new Look(text, found, why, table);
        }
    }

    /// The checking page.
    ///
    /// @param id the same for every try of the form
    record Page(Desk desk, String id, Look look) {
        Workshop.@Nullable Inspected found() {
            return look.found();
        }

        List<Remark> remarks() {
            return look.found() == null ? List.of() : look.found().checked().remarks();
        }

        long errors() {
            return remarks().stream().filter(Remark::isError).count();
        }

        /// The text, line by line; empty if it was none.
        List<SourceLine> lines() {
            return SourceLine.of(look.text(), remarks());
        }

        String protocolName() {
            var found = look.found();
            var protocol = found == null ? null : found.checked().protocol();
            return protocol == null ? "" : protocol.name();
        }
    }

    /// A rehearsal that is over.
    record Played(Desk desk, Workshop.Rehearsed rehearsed, String draft) {
        Content takeAway() {
            var name = rehearsed.id() + "-rehearsal";
            var file = TextFile.plain(name, rehearsed.played().transcript());
            var html = FileHtml.takeAway(file, desk.reading());
            return output -> output.writeContent(html);
        }
    }

    /// The question before publishing.
    record Ask(Desk desk, String id, String draft, String name) {}

    /// What was published.
    record Done(Desk desk, Workshop.Publication done) {}
}
