package org.convenor.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.MemberId;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Input;
import org.convenor.runtime.ProtocolShelf;
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

    /// More moves than any protocol needs: beyond it something does not end.
    private static final int MOST_MOVES = 50_000;

    private final Cue cue;

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
    /// @param transcript what was said, in order
    public record Result(
            boolean ended,
            @Nullable String outcome,
            int steps,
            int contributions,
            Duration virtualTime,
            List<Transcript.Entry> transcript) {
        public Result {
            transcript = List.copyOf(transcript);
        }
    }

    public Rehearsal(Cue cue) {
        this.cue = cue;
    }

    /// How many people suit a protocol best if nobody says.
    public static int usualPeople(Protocol protocol) {
        var range = protocol.people();
        int least = range.least() == null ? 6 : Math.max(range.least(), 6);
        return range.most() == null ? least : Math.min(least, range.most());
    }

    private static void demandFits(Protocol protocol, int people, int teams, Mode mode) {
        PeopleRange range = protocol.people();
        boolean tooFew = range.least() != null && people < range.least();
        boolean tooMany = range.most() != null && people > range.most();
        if (tooFew || tooMany) {
            throw new ProblemException(
                    new Problem(
                            "“%s” is made for %s people, not for %d."
                                    .formatted(protocol.name(), span(range), people),
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

    private static String span(PeopleRange range) {
        if (range.most() == null) {
            return range.least() + " or more";
        }
        return range.least() == null
                ? "up to " + range.most()
                : range.least() + " to " + range.most();
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
                            new OneProtocol(cue.protocol()),
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
        var code = Objects.requireNonNull(bot.lobby().setupCode());
        var lead = bot.lobby().claimSetup(code, cast.getFirst().name(), cast.getFirst().district());
        var room = lead.room();
        var invitation = bot.lobby().invite(lead.member(), room);
        var members = new ArrayList<MemberId>(List.of(lead.member()));
        for (var person : cast.subList(1, cast.size())) {
            members.add(bot.lobby().join(invitation, person.name(), person.district()).member());
        }
        var named = call(bot, room, members);
        var players = players(bot, room, members, cast, named, random);
        var session = Objects.requireNonNull(bot.rooms().look(room, lead.member()).session());
        run(bot, clock, players, session);
        return result(bot, clock, room, lead.member(), session);
    }

    /// The facilitator starts the session with the form everybody uses.
    ///
    /// @return who was named for which role
    private Map<MemberId, String> call(Bot bot, ChannelId room, List<MemberId> members) {
        var place = new InProcessPlace(bot.rooms(), bot.convener(), room, members.getFirst());
        var command = "start " + cue.protocol().protocol().id();
        if (!(place.handle(new Input.Typed(members.getFirst(), room, command))
                instanceof Reply.FormOpened(var form))) {
            throw new IllegalStateException("the form to start did not open");
        }
        var named = new HashMap<MemberId, String>();
        var values = new HashMap<String, String>();
        for (var field : form.fields()) {
            values.put(field.name(), startValue(field, members, named));
        }
        place.press(form.submit(), values);
        return named;
    }

    private String startValue(
            Form.Field field, List<MemberId> members, Map<MemberId, String> named) {
        if (field.name().startsWith("role:")) {
            var holder = members.get(Math.min(1 + named.size(), members.size() - 1));
            named.put(holder, field.name().substring("role:".length()));
            return "m:" + holder;
        }
        if (field.name().equals("mode")) {
            return cue.mode().name();
        }
        if (field.name().equals("co") || !field.value().isEmpty()) {
            return field.value();
        }
        return new Lines().pick(0, field.label(), "topic");
    }

    private List<Player> players(
            Bot bot,
            ChannelId room,
            List<MemberId> members,
            List<Cast.Person> cast,
            Map<MemberId, String> named,
            Random random) {
        var players = new ArrayList<Player>();
        for (int index = 0; index < members.size(); index++) {
            var member = members.get(index);
            players.add(
                    new Player(
                            cast.get(index),
                            new InProcessPlace(bot.rooms(), bot.convener(), room, member),
                            cue.protocol().protocol(),
                            cue.mode(),
                            named.get(member),
                            index == 0,
                            index,
                            new Random(random.nextLong())));
        }
        return players;
    }

    /// From moment to moment: whoever is first acts, a person or the clock.
    private static void run(Bot bot, SettableClock clock, List<Player> players, SessionId session) {
        for (int move = 0; move < MOST_MOVES; move++) {
            bot.doDue();
            if (bot.session(session).isOver()) {
                return;
            }
            var now = clock.instant();
            var plans = new HashMap<Player, Instant>();
            for (var player : players) {
                var at = player.plan(now);
                if (at != null) {
                    plans.put(player, at);
                }
            }
            var next =
                    Stream.concat(plans.values().stream(), Stream.ofNullable(bot.nextDue()))
                            .min(Comparator.naturalOrder());
            if (next.isEmpty()) {
                return;
            }
            clock.set(next.get());
            bot.doDue();
            players.stream()
                    .filter(player ->
                            plans.containsKey(player)
                                    && !plans.get(player).isAfter(clock.instant()))
                    .findFirst()
                    .ifPresent(player -> player.act(clock.instant()));
        }
    }

    private Result result(
            Bot bot, SettableClock clock, ChannelId room, MemberId reader, SessionId id) {
        Session session = bot.session(id);
        var thread = bot.rooms().thread(room, reader, 0, Integer.MAX_VALUE);
        return new Result(
                session.isOver(),
                session.outcome() == null
                        ? null
                        : session.outcome().name().toLowerCase(Locale.ROOT),
                session.past().size(),
                bot.contributions(id),
                Duration.between(START, clock.instant()),
                Transcript.of(thread, START));
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
