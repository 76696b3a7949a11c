package org.convenor.web;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.convenor.chat.Channel;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.people.Right;
import org.jspecify.annotations.Nullable;

/// Everything before one sits in a room: arriving, signing in, choosing and making rooms.
final class Lobby {
    private static final Pattern CODE = Pattern.compile("(?:.*/join/)?([A-Za-z0-9_.-]{1,80})/?");

    private final Backend backend;
    private final Pages pages;
    private final Logins logins;
    private final Attempts attempts;

    Lobby(Backend backend, Pages pages, Logins logins, Attempts attempts) {
        this.backend = backend;
        this.pages = pages;
        this.logins = logins;
        this.attempts = attempts;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", this::home),
                Route.get("/setup", call -> setup(call, Entry.EMPTY)),
                Route.post("/setup", this::claim),
                Route.get("/join", this::code),
                Route.get("/join/*", call -> invitation(call, Entry.EMPTY)),
                Route.post("/join/*", this::join),
                Route.post("/enter/*", this::enter),
                Route.post("/seat/*", this::sit),
                Route.post("/rooms", this::makeRoom),
                Route.post("/device", this::deviceCode),
                Route.get("/device/*", this::device),
                Route.post("/device/*", this::signIn),
                Route.post("/sign-out", this::signOut));
    }

    private void home(Call call) throws IOException {
        var member = call.visitor().member();
        var words = call.words();
        if (member == null && !backend.seats().isEmpty()) {
            var seats = new Seats(pages.shell(call, words.say("seats.title")), backend.seats());
            call.html(200, pages.render("seats", seats));
            return;
        }
        if (member == null) {
            call.html(
                    200,
                    pages.render(
                            "welcome",
                            new Welcome(pages.shell(call, words.say("welcome.title")), null)));
            return;
        }
        var home =
                new Home(
                        pages.shell(call, words.say("home.title")),
                        backend.rooms(member),
                        backend.may(member, null, Right.MAKE_ROOM));
        call.html(200, pages.render("home", home));
    }

    private void setup(Call call, Entry entry) throws IOException {
        var shell = pages.shell(call, call.words().say("setup.title"));
        call.html(entry.status(), pages.render("setup", new Setup(shell, entry)));
    }

    private void claim(Call call) throws IOException {
        attempts.check(call.address(), call.words());
        var entry = Entry.sent(call.form());
        try {
            var login = backend.claimSetup(entry.code(), entry.name(), entry.district());
            logins.signIn(call.request(), call.response(), login.token());
            call.seeOther("/room/" + login.room());
        } catch (ProblemException stop) {
            attempts.failed(call.address());
            setup(call, entry.with(stop.problem()));
        }
    }

    /// What people paste here is a code or the whole link.
    private void code(Call call) throws IOException {
        var found = CODE.matcher(call.parameter("code").strip());
        if (found.matches()) {
            call.seeOther("/join/" + found.group(1));
            return;
        }
        var problem = HttpProblem.of(422, "problem.no-code", call.words()).problem();
        var shell = pages.shell(call, call.words().say("welcome.title"));
        call.html(422, pages.render("welcome", new Welcome(shell, problem)));
    }

    private void invitation(Call call, Entry entry) throws IOException {
        attempts.check(call.address(), call.words());
        try {
            var code = call.path().getFirst();
            var invitation = backend.invitation(code);
            var title = call.words().say("join.title", "room", invitation.roomName());
            var join = new Join(pages.shell(call, title), code, invitation, entry);
            call.html(entry.status(), pages.render("join", join));
        } catch (ProblemException stop) {
            attempts.failed(call.address());
            throw new HttpProblem(404, stop.problem());
        }
    }

    private void join(Call call) throws IOException {
        attempts.check(call.address(), call.words());
        var entry = Entry.sent(call.form());
        try {
            var login = backend.join(call.path().getFirst(), entry.name(), entry.district());
            logins.signIn(call.request(), call.response(), login.token());
            call.seeOther("/room/" + login.room());
        } catch (ProblemException stop) {
            attempts.failed(call.address());
            invitation(call, entry.with(stop.problem()));
        }
    }

    private void enter(Call call) {
        attempts.check(call.address(), call.words());
        try {
            call.seeOther("/room/" + backend.enter(call.member(), call.path().getFirst()));
        } catch (ProblemException stop) {
            attempts.failed(call.address());
            throw stop;
        }
    }

    private void sit(Call call) {
        var login = backend.takeSeat(call.path().getFirst());
        logins.signIn(call.request(), call.response(), login.token());
        call.seeOther("/room/" + login.room());
    }

    private void makeRoom(Call call) {
        call.seeOther("/room/" + backend.makeRoom(call.member(), call.form().text("name").strip()));
    }

    private void deviceCode(Call call) throws IOException {
        var link = call.link("/device/" + backend.deviceCode(call.member()));
        var shell = pages.shell(call, call.words().say("device.title"));
        call.html(200, pages.render("device", new Device(shell, link)));
    }

    /// Only the press uses the code up: some programs follow every link that they see.
    private void device(Call call) throws IOException {
        var shell = pages.shell(call, call.words().say("device.title"));
        call.html(200, pages.render("signin", new Device(shell, call.path().getFirst())));
    }

    private void signIn(Call call) {
        attempts.check(call.address(), call.words());
        try {
            var login = backend.signIn(call.path().getFirst());
            logins.signIn(call.request(), call.response(), login.token());
            call.seeOther("/room/" + login.room());
        } catch (ProblemException stop) {
            attempts.failed(call.address());
            throw stop;
        }
    }

    private void signOut(Call call) {
        logins.signOut(call.request(), call.response());
        call.seeOther("/");
    }

    /// What somebody typed to come in, kept when it has to be typed again.
    record Entry(String code, String name, String district, @Nullable Problem problem) {
        static final Entry EMPTY = new Entry("", "", "", null);

        static Entry sent(FormBody form) {
            return new Entry(
                    form.text("code").strip(),
                    form.text("name").strip(),
                    form.text("district").strip(),
                    null);
        }

        Entry with(Problem why) {
            return new Entry(code, name, district, why);
        }

        int status() {
            return problem == null ? 200 : 422;
        }
    }

    /// The page for whoever is not signed in.
    record Welcome(Shell shell, @Nullable Problem problem) {}

    /// The page on which one picks a seat.
    record Seats(Shell shell, List<Backend.SeatView> seats) {}

    /// Signing in on one more device.
    ///
    /// @param code the code, or the whole link to it
    record Device(Shell shell, String code) {}

    /// My rooms.
    record Home(Shell shell, List<Channel> rooms, boolean mayMakeRoom) {}

    /// The first operator's page.
    record Setup(Shell shell, Entry entry) {}

    /// The page behind an invitation.
    record Join(Shell shell, String code, Backend.InviteView invitation, Entry entry) {}
}
