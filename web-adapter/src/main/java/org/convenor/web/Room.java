package org.convenor.web;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.ProblemException;
import org.convenor.people.Right;
import org.convenor.view.Heard;
import org.jspecify.annotations.Nullable;

/// Shows a room and its parts.
final class Room {
    /// Lines fetched at once.
    private static final int PAGE = 500;

    /// Older lines stand in the record; a page of thousands would only be slow.
    private static final int SHOWN = 300;

    /// Looked at this often even if nobody signals: what happened on another server counts too.
    private static final int LOOK_SECONDS = 15;

    private static final Backend.Lines NO_LINES = new Backend.Lines(List.of(), 0);

    private final Backend backend;
    private final Pages pages;
    private final EventStream streams;

    Room(Backend backend, Pages pages, EventStream streams) {
        this.backend = backend;
        this.pages = pages;
        this.streams = streams;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/room/*", this::page),
                Route.get("/room/*/thread", this::thread),
                Route.get("/room/*/part/*", this::part),
                Route.get("/room/*/events", this::events),
                Route.get("/room/*/stage", this::stage));
    }

    private void page(Call call) throws IOException {
        var view = view(call);
        call.html(200, pages.render("room", model(call, view, latest(call, view))));
    }

    private Backend.Lines latest(Call call, Backend.RoomView view) {
        return backend.latest(view.channel().id(), call.member(), call.heard(), SHOWN);
    }

    /// What follows a line. The header says up to where, which may be behind the last line: others'
    /// stand between.
    private void thread(Call call) throws IOException {
        var view = view(call);
        var after = number(call.parameter("after"));
        var lines = backend.thread(view.channel().id(), call.member(), call.heard(), after, PAGE);
        call.response().setHeader("X-Up-To", Long.toString(lines.upTo()));
        call.html(200, pages.render("thread", model(call, view, lines)));
    }

    private void part(Call call) throws IOException {
        var part = call.path().getLast();
        if (!List.of("board", "panel", "inbox", "people", "talk").contains(part)) {
            throw HttpProblem.notHere(call.words());
        }
        var view = view(call);
        var lines = part.equals("talk") ? latest(call, view) : NO_LINES;
        call.html(200, pages.render(part, model(call, view, lines)));
    }

    private void stage(Call call) {
        call.seeOther("/stage/" + backend.stageCode(call.member(), view(call).channel().id()));
    }

    private void events(Call call) throws IOException {
        var room = view(call).channel().id();
        var reader = call.member();
        var changed = new Semaphore(0);
        var returned = call.request().getHeader("Last-Event-ID");
        var since = returned == null ? call.parameter("since") : returned;
        var heard = call.heard();
        try (var _ = watch(room, changed)) {
            streams.run(call, changed, LOOK_SECONDS, since, id -> look(room, reader, heard, id));
        }
    }

    private Watch watch(ChannelId room, Semaphore changed) {
        var watch = backend.watch(room, changed::release);
        return () -> {
            try {
                watch.close();
            } catch (Exception e) {
                throw new IllegalStateException("a watch could not be ended", e);
            }
        };
    }

    private EventStream.Told look(
            ChannelId room, MemberId reader, @Nullable Heard heard, String since) {
        var seen = Marks.parse(since);
        var later = backend.thread(room, reader, heard, seen.thread(), PAGE);
        var now = Marks.of(backend.room(room, reader), later.upTo());
        return new EventStream.Told(seen.differing(now, !later.lines().isEmpty()), now.encode());
    }

    private Backend.RoomView view(Call call) {
        return view(backend, call);
    }

    /// The room that the path names, if it is the reader's.
    static Backend.RoomView view(Backend backend, Call call) {
        try {
            return backend.room(call.room(), call.member());
        } catch (ProblemException unknownOrNotTheirs) {
            throw HttpProblem.notHere(call.words());
        }
    }

    private RoomPage model(Call call, Backend.RoomView view, Backend.Lines lines) {
        var room = view.channel().id();
        var shell = pages.shell(call, view.channel().name());
        return new RoomPage(
                shell,
                view,
                reading(pages, call, view),
                lines.lines(),
                Marks.of(view, lines.upTo()),
                backend.may(view.me().id(), room, Right.INVITE),
                backend.may(view.me().id(), room, Right.PUBLISH_PROTOCOL),
                view.session() != null && backend.may(view.me().id(), room, Right.EXPORT_SESSION));
    }

    static Reading reading(Pages pages, Call call, Backend.RoomView view) {
        return new Reading(
                call.words(),
                view.me().zone(),
                pages.clock().instant(),
                view.channel().id(),
                call.visitor().csrf(),
                call.heard());
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /// A watch whose end cannot fail.
    @FunctionalInterface
    private interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
