package org.convenor.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.protocol.Protocol;
import org.convenor.rehearsal.Chair;
import org.convenor.rehearsal.Guests;
import org.convenor.rehearsal.Newcomer;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Rooms;
import org.convenor.web.Backend;
import org.jspecify.annotations.Nullable;

/// The seats of a demo: the first who picks one has it. Thread-safe.
final class DemoSeats implements Newcomers {
    private final Bot bot;
    private final Protocol protocol;
    private final CompletableFuture<Newcomer> taken = new CompletableFuture<>();
    private volatile @Nullable Guests guests;
    private volatile String clockJumped = "";

    DemoSeats(Bot bot, Protocol protocol) {
        this.bot = bot;
        this.protocol = protocol;
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
        return Chair.of(protocol).stream()
                .filter(chair -> !isTakenByAnother(chair))
                .map(chair ->
                        new Backend.SeatView(
                                chair.key(),
                                chair.title(),
                                chair.about(),
                                chair.person(here).toString()))
                .toList();
    }

    /// The same seat may be taken again, from another browser.
    @Override
    public synchronized Backend.SignedIn take(String key) {
        var here = guests;
        var chair =
                Chair.of(protocol).stream()
                        .filter(one -> one.key().equalsIgnoreCase(key))
                        .findFirst()
                        .orElse(null);
        if (here == null || chair == null || isTakenByAnother(chair)) {
            throw new ProblemException(
                    new Problem(
                            "This seat is not free.",
                            "Somebody sits there, or the demo has another seat for you.",
                            "Open the front page and pick a seat there."));
        }
        var newcomer = Newcomer.sit(bot, here, protocol, chair);
        taken.complete(newcomer);
        return new Backend.SignedIn(newcomer.member(), newcomer.token(), newcomer.room());
    }

    /// Whether somebody sits already, in another seat.
    private boolean isTakenByAnother(Chair chair) {
        return taken.isDone() && !taken.resultNow().chair().equals(chair);
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
