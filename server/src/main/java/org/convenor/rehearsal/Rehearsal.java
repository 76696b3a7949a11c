package org.convenor.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.Bot;
import org.convenor.runtime.ProtocolShelf;
import org.convenor.runtime.Workbench;
import org.convenor.store.Database;
import org.convenor.web.Watchers;
import org.convenor.web.WebPlatform;
import org.jspecify.annotations.Nullable;

/// A whole session with invented people on a virtual clock: the real bot on a real database file,
/// only faster.
public final class Rehearsal {
    /// A Tuesday morning, so that a session over days begins within working hours.
    private static final Instant START = Instant.parse("2026-10-06T14:00:00Z");

    private final Cue cue;
    private final Duration patience;

    /// What is to be rehearsed.
    ///
    /// @param seed fixes everything that is drawn by lot
    public record Cue(ProtocolShelf.Shelved protocol, Turnout turnout, Mode mode, long seed) {
        public Cue {
            turnout.demandFits(protocol.protocol());
            demandRuns(protocol.protocol(), mode);
        }
    }

    /// How it went.
    ///
    /// @param ended whether the session came to its end
    /// @param outcome in one word, or null while open
    /// @param steps titles of the steps that were done, in order; those of groups beside each other
    /// @param contributions how many answers and words were stored
    /// @param acknowledged how many of them people were told are safe
    /// @param moves how often somebody acted, or time did
    /// @param cast who took part, none of whom exists; the first one facilitated
    /// @param latecomer who came after the others had begun, or null
    /// @param transcript what was said, in order
    public record Result(
            boolean ended,
            @Nullable String outcome,
            List<String> steps,
            int contributions,
            int acknowledged,
            int moves,
            Duration virtualTime,
            List<Cast.Person> cast,
            Cast.@Nullable Person latecomer,
            List<Transcript.Entry> transcript) {
        public Result {
            steps = List.copyOf(steps);
            cast = List.copyOf(cast);
            transcript = List.copyOf(transcript);
        }
    }

    public Rehearsal(Cue cue) {
        this(cue, Duration.ofDays(1));
    }

    /// @param patience how long playing may take; then it stops where it is
    public Rehearsal(Cue cue, Duration patience) {
        this.cue = cue;
        this.patience = patience;
    }

    private static void demandRuns(Protocol protocol, Mode mode) {
        if (!protocol.modes().contains(mode)) {
            throw new ProblemException(
                    new Problem(
                            "“%s” does not run %s."
                                    .formatted(
                                            protocol.name(),
                                            mode == Mode.LIVE ? "live" : "over days"),
                            "Its file names the speeds it is made for under “modes”.",
                            "Choose the other one with --mode."));
        }
    }

    /// Plays it. Uses a database file of its own, which is gone afterwards.
    public Result play() {
        var folder = temporaryFolder();
        try {
            var clock = new SettableClock(START);
            var random = new Random(cue.seed());
            var database = Database.sqlite(folder.resolve("rehearsal.db"));
            try (var bot =
                    new Bot(
                            database,
                            Workbench.only(new OneProtocol(cue.protocol())),
                            clock,
                            random,
                            "rehearsal")) {
                bot.connect(List.of(new WebPlatform(bot::keepLine, new Watchers())));
                return play(bot, clock, random);
            }
        } finally {
            delete(folder);
        }
    }

    private Result play(Bot bot, SettableClock clock, Random random) {
        var cast = Cast.of(cue.turnout());
        var seats = new LinkedHashMap<Cast.Person, InProcessPlace>();
        var leader = cast.getFirst();
        var code = Objects.requireNonNull(bot.lobby().setupCode());
        var lead = bot.lobby().claimSetup(code, leader.name(), leader.district());
        var room = lead.room();
        var invitation = bot.lobby().invite(lead.member(), room);
        seats.put(leader, place(bot, room, lead.member()));
        for (var person : cast.subList(1, cast.size())) {
            var guest = bot.lobby().join(invitation, person.name(), person.district());
            seats.put(person, place(bot, room, guest.member()));
        }
        var protocol = cue.protocol().protocol();
        var lines = new Lines(true);
        var others = cast.size() > 1 ? cast.subList(1, cast.size()) : cast;
        var roles =
                Opening.call(
                        Objects.requireNonNull(seats.get(leader)),
                        protocol.id(),
                        cue.mode(),
                        others,
                        lines);
        var session = Objects.requireNonNull(bot.rooms().look(room, lead.member()).session());
        var company = Company.of(seats, roles, leader, protocol, cue.mode(), lines, random);
        long end = System.nanoTime() + patience.toNanos();
        int moves = company.playToTheEnd(bot, clock, session, () -> System.nanoTime() - end < 0);
        int acknowledged =
                seats.values().stream().mapToInt(seat -> seat.acknowledged().contributions()).sum();
        var after = bot.session(session);
        var thread = bot.rooms().thread(room, lead.member(), 0, Integer.MAX_VALUE);
        var zone = bot.rooms().look(room, lead.member()).me().zone();
        return new Result(
                after.isOver(),
                after.outcome() == null ? null : after.outcome().name().toLowerCase(Locale.ROOT),
                after.past().stream()
                        .map(visit -> protocol.steps().get(visit.step()).title())
                        .toList(),
                bot.contributions(session),
                acknowledged,
                moves,
                Duration.between(START, clock.instant()),
                cast,
                company.latecomer(),
                Transcript.of(thread, after, START, zone));
    }

    private static InProcessPlace place(Bot bot, ChannelId room, MemberId member) {
        return new InProcessPlace(bot.rooms(), bot.convener(), room, member);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("convenor-rehearsal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A shelf with one protocol on it, whatever it is called for.
    private record OneProtocol(Shelved only) implements ProtocolShelf {
        @Override
        public List<Shelved> all() {
            return List.of(only);
        }

        @Override
        public Shelved find(String name) {
            return only;
        }

        @Override
        public @Nullable String nearest(String misspelt) {
            return null;
        }
    }
}
