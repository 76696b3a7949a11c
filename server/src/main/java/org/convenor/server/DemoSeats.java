package org.convenor.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.rehearsal.Guests;
import org.convenor.rehearsal.Newcomer;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Rooms;
import org.convenor.web.Backend;
import org.jspecify.annotations.Nullable;

/// The seats of a demo: the first who picks one has it. Thread-safe.
final class DemoSeats implements Newcomers {
    private final Bot bot;
    private final CompletableFuture<Newcomer> taken = new CompletableFuture<>();
    private volatile @Nullable Guests guests;
    private volatile String clockJumped = "";

    DemoSeats(Bot bot) {
        this.bot = bot;
    }

    /// Offers the seats; before that there are none.
    void open(Guests arrived) {
        guests = arrived;
    }

    /// Who sat down, once somebody has.
    Future<Newcomer> newcomer() {
        return taken;
    }

    /// Tells everybody that the clock is ahead.
    ///
    /// @param time of day, as people read it
    void clockJumped(String time) {
        clockJumped = time;
    }

    @Override
    public List<Backend.SeatView> seats() {
        var here = guests;
        if (here == null) {
            return List.of();
        }
        return Stream.of(Newcomer.Role.values())
                .filter(role -> !taken.isDone() || taken.resultNow().role() == role)
                .map(role ->
                        new Backend.SeatView(
                                role.name().toLowerCase(Locale.ROOT),
                                role.title(),
                                role.about(),
                                role.person(here).toString()))
                .toList();
    }

    /// The same seat may be taken again, from another browser.
    @Override
    public synchronized Backend.SignedIn take(String key) {
        var here = guests;
        var role =
                Stream.of(Newcomer.Role.values())
                        .filter(one -> one.name().equalsIgnoreCase(key))
                        .findFirst()
                        .orElse(null);
        if (here == null || role == null || isTakenBy(role)) {
            throw new ProblemException(
                    new Problem(
                            "This seat is not free.",
                            "Somebody sits there, or the demo has another seat for you.",
                            "Open the front page and pick a seat there."));
        }
        var newcomer = Newcomer.sit(bot, here, role);
        taken.complete(newcomer);
        return new Backend.SignedIn(newcomer.member(), newcomer.token(), newcomer.room());
    }

    private boolean isTakenBy(Newcomer.Role role) {
        return taken.isDone() && taken.resultNow().role() != role;
    }

    /// The line about the clock also makes pages read the clock anew.
    @Override
    public Message board(Rooms.Look look) {
        if (clockJumped.isEmpty()) {
            return look.board();
        }
        var parts = new ArrayList<>(look.board().parts());
        parts.add(
                new Part.Text(
                        "*Demo: the clock jumped ahead to %s, because nobody waited for you.*"
                                .formatted(clockJumped)));
        return new Message(look.board().summary(), parts);
    }

    @Override
    public Message panel(Rooms.Look look, MemberId reader) {
        if (!taken.isDone() || !taken.resultNow().member().equals(reader)) {
            return look.panel();
        }
        var guide = taken.resultNow().guide(bot, look);
        var parts = new ArrayList<Part>(List.of(new Part.Text("**" + guide + "**")));
        parts.addAll(look.panel().parts());
        return new Message(look.panel().summary(), parts);
    }
}
