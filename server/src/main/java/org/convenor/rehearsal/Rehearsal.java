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
import org.convenor.chat.SessionId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.Bot;
import org.convenor.runtime.ProtocolShelf;
import org.convenor.runtime.Workbench;
import org.convenor.session.Session;
import org.convenor.store.Database;
import org.convenor.web.Watchers;
import org.convenor.web.WebPlatform;
import org.jspecify.annotations.Nullable;

/// A whole session with invented people on a virtual clock: the real bot on a real database file,
/// only faster.
public final class Rehearsal {
    /// A Tuesday morning, so that a session over days begins within working hours.
    private static final Instant START = Instant.parse("2026-10-06T14:00:00Z");

    private static final int SMALL_COMPANY = 6;
    private static final int USUAL_TEAMS = 3;

    private final Cue cue;
    private final Duration patience;

    /// What is to be rehearsed.
    ///
    /// @param people how many, the facilitator among them
    /// @param teams from how many districts
    /// @param seed fixes everything that is drawn by lot
    public record Cue(ProtocolShelf.Shelved protocol, int people, int teams, Mode mode, long seed) {
        public Cue {
            demandFits(protocol.protocol(), people, teams, mode);
        }
    }

    /// How it went.
    ///
    /// @param ended whether the session came to its end
    /// @param outcome in one word, or null while open
    /// @param steps how many steps were done
    /// @param contributions how many answers and words were stored
    /// @param cast who took part, none of whom exists; the first one facilitated
    /// @param latecomer who came after the others had begun, or null
    /// @param transcript what was said, in order
    public record Result(
            boolean ended,
            @Nullable String outcome,
            int steps,
            int contributions,
            Duration virtualTime,
            List<Cast.Person> cast,
            Cast.@Nullable Person latecomer,
            List<Transcript.Entry> transcript) {
        public Result {
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

    /// How many people suit a protocol best if nobody says.
    public static int usualPeople(Protocol protocol) {
        var range = protocol.people();
        int least = Math.max(SMALL_COMPANY, Math.max(orOne(range.least()), leastOfTeams(range)));
        return range.most() == null ? least : Math.min(least, range.most());
    }

    /// From how many districts they come if nobody says.
    public static int usualTeams(Protocol protocol, int people) {
        var range = protocol.people();
        int teams = Math.max(USUAL_TEAMS, orOne(range.leastTeams()));
        return Math.min(
                people, range.mostTeams() == null ? teams : Math.min(teams, range.mostTeams()));
    }

    private static int leastOfTeams(PeopleRange range) {
        return range.leastTeams() == null
                ? 1
                : range.leastTeams() * Math.max(orOne(range.leastEach()), 1);
    }

    private static int orOne(@Nullable Integer number) {
        return number == null ? 1 : number;
    }

    private static void demandFits(Protocol protocol, int people, int teams, Mode mode) {
        PeopleRange range = protocol.people();
        boolean tooFew = range.least() != null && people < range.least();
        boolean tooMany = range.most() != null && people > range.most();
        if (tooFew || tooMany) {
            throw new ProblemException(
                    new Problem(
                            "“%s” is made for %s people, not for %d."
                                    .formatted(
                                            protocol.name(),
                                            span(range.least(), range.most()),
                                            people),
                            "Some roles or steps would have nobody to do them.",
                            "Choose another number with --people."));
        }
        if (teams < 1 || teams > people) {
            throw new ProblemException(
                    new Problem(
                            "%d people cannot come from %d districts.".formatted(people, teams),
                            "Every district needs at least one person.",
                            "Choose another number with --teams."));
        }
        boolean fewTeams = range.leastTeams() != null && teams < range.leastTeams();
        boolean manyTeams = range.mostTeams() != null && teams > range.mostTeams();
        if (fewTeams || manyTeams) {
            throw new ProblemException(
                    new Problem(
                            "“%s” is made for %s teams, not for %d."
                                    .formatted(
                                            protocol.name(),
                                            span(range.leastTeams(), range.mostTeams()),
                                            teams),
                            "Teams could not meet as the protocol means it.",
                            "Choose another number with --teams, and enough people with --people."));
        }
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

    private static String span(@Nullable Integer least, @Nullable Integer most) {
        if (most == null) {
            return least + " or more";
        }
        return least == null ? "up to " + most : least + " to " + most;
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
        var cast = Cast.of(cue.people(), cue.teams());
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
        company.playToTheEnd(bot, clock, session, () -> System.nanoTime() - end < 0);
        return result(bot, clock, room, lead.member(), session, company.latecomer());
    }

    private static InProcessPlace place(Bot bot, ChannelId room, MemberId member) {
        return new InProcessPlace(bot.rooms(), bot.convener(), room, member);
    }

    private Result result(
            Bot bot,
            SettableClock clock,
            ChannelId room,
            MemberId reader,
            SessionId id,
            Cast.@Nullable Person latecomer) {
        Session session = bot.session(id);
        var thread = bot.rooms().thread(room, reader, 0, Integer.MAX_VALUE);
        var zone = bot.rooms().look(room, reader).me().zone();
        return new Result(
                session.isOver(),
                session.outcome() == null
                        ? null
                        : session.outcome().name().toLowerCase(Locale.ROOT),
                session.past().size(),
                bot.contributions(id),
                Duration.between(START, clock.instant()),
                Cast.of(cue.people(), cue.teams()),
                latecomer,
                Transcript.of(thread, START, cue.mode(), zone));
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
