package org.convenor.web;

import gg.jte.Content;
import java.io.IOException;
import java.util.List;
import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;

/// What people do in a room: press, fill in, write, invite.
final class Acts {
    private static final String COMMAND = "/convene";

    private final Backend backend;
    private final Pages pages;

    Acts(Backend backend, Pages pages) {
        this.backend = backend;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/room/*/press", this::press),
                Route.post("/room/*/say", this::say),
                Route.post("/room/*/invite", this::invite));
    }

    private void press(Call call) throws IOException {
        var form = call.form();
        var values = form.answers();
        var press = Press.parse(form.text("press"));
        var reply = backend.press(call.member(), call.sourceKey(), press, values);
        answer(call, reply, values.isEmpty() ? "" : call.words().say("reply.saved"));
    }

    private void say(Call call) throws IOException {
        var words = call.form().text("words").strip();
        if (words.isEmpty()) {
            answer(call, new Reply.Nothing(), "");
        } else if (words.equals(COMMAND) || words.startsWith(COMMAND + " ")) {
            var reply = backend.type(call.member(), call.sourceKey(), call.room(), words);
            answer(call, reply, "");
        } else {
            answer(call, write(call, words), "");
        }
    }

    private Reply write(Call call, String words) {
        var session = call.form().text("session");
        if (session.isBlank()) {
            throw HttpProblem.of(422, "problem.nothing-runs", call.words());
        }
        return backend.write(
                call.member(),
                call.sourceKey(),
                call.room(),
                new SessionId(session),
                visit(call.form().text("visit")),
                words);
    }

    private static int visit(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private void invite(Call call) throws IOException {
        var link = call.link("/join/" + backend.invite(call.member(), call.room()));
        var invite = new Invite(pages.shell(call, call.words().say("invite.title")), link);
        if (call.wantsPiece()) {
            call.html(200, pages.render("invite", invite));
        } else {
            page(call, pages.render("invite", invite));
        }
    }

    /// Errors of fields go back into the form that was sent, everything else to where the page
    /// shows replies. The page learns by a header whether what was typed is safe.
    private void answer(Call call, Reply reply, String whenNothing) throws IOException {
        var html =
                reply instanceof Reply.Nothing && !whenNothing.isEmpty()
                        ? ReplyHtml.done(whenNothing)
                        : ReplyHtml.render(reply, reading(call));
        if (!call.wantsPiece()) {
            page(call, html);
            return;
        }
        call.response().setHeader("X-Taken", isTaken(reply) ? "yes" : "no");
        if (!(reply instanceof Reply.FieldErrors)) {
            call.response().setHeader("HX-Retarget", "#reply");
        }
        call.html(200, html);
    }

    /// Whether the page may forget what was typed.
    private static boolean isTaken(Reply reply) {
        return switch (reply) {
            case Reply.Nothing _, Reply.Notice _, Reply.Handed _, Reply.FormOpened _ -> true;
            case Reply.FieldErrors _, Reply.Refused _, Reply.Moved _ -> false;
        };
    }

    /// Without scripts the reply is a page of its own, with the way back.
    private void page(Call call, String html) throws IOException {
        if (html.isEmpty()) {
            call.seeOther(back(call));
            return;
        }
        var shell = pages.shell(call, call.words().say("reply.title"));
        call.html(200, pages.render("reply", new ReplyPage(shell, back(call), html)));
    }

    private static String back(Call call) {
        return "/room/" + call.room() + Reading.query(call.heard());
    }

    private Reading reading(Call call) {
        try {
            return Room.reading(pages, call, backend.room(call.room(), call.member()));
        } catch (ProblemException unknownOrNotTheirs) {
            throw HttpProblem.notHere(call.words());
        }
    }

    /// A link to pass on.
    record Invite(Shell shell, String link) {}

    /// A reply as a page.
    ///
    /// @param back where the way back leads
    record ReplyPage(Shell shell, String back, String html) {
        Content content() {
            return output -> output.writeContent(html);
        }
    }
}
