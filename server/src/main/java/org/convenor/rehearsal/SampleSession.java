package org.convenor.rehearsal;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.convenor.chat.ChannelId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.Bot;
import org.jspecify.annotations.Nullable;

/// A whole session of the sample network in the browser room, with nobody watching: the bot stands
/// still between two moments, and the clock is set from one to the next.
public final class SampleSession {
    /// When it begins: a Tuesday morning.
    public static final Instant START = Instant.parse("2026-10-06T14:00:00Z");

    private final Bot bot;
    private final SettableClock clock;
    private final RandomGenerator random;

    /// How it went.
    ///
    /// @param outcome in one word, or null if it did not end
    /// @param acknowledged what the room said it has taken, by the name of who sent it
    /// @param record what people take away, in Markdown
    public record Played(
            List<Cast.Person> people,
            @Nullable String outcome,
            int steps,
            Map<String, List<String>> acknowledged,
            List<Transcript.Entry> transcript,
            String record) {
        public Played {
            people = List.copyOf(people);
            acknowledged = Map.copyOf(acknowledged);
            transcript = List.copyOf(transcript);
        }
    }

    /// @param bot not started; its clock is `clock`
    public SampleSession(Bot bot, SettableClock clock, RandomGenerator random) {
        this.bot = bot;
        this.clock = clock;
        this.random = random;
    }

    /// Plays it to its end.
    ///
    /// @param server where the bot's browser room is
    /// @param setupCode lets the first person in
    public Played play(URI server, String setupCode, Protocol protocol) {
        try (var guests = Guests.arrive(server, setupCode)) {
            var lines = new Lines(true);
            var leader = guests.facilitator();
            var lead = guests.seat(leader);
            var roles =
                    Opening.call(
                            lead, protocol.id(), Mode.LIVE, List.of(guests.presenter()), lines);
            var room = new ChannelId(lead.room());
            var member = Objects.requireNonNull(Seats.member(bot, lead));
            var session = Objects.requireNonNull(bot.rooms().look(room, member).session());
            Company.of(guests.seats(), roles, leader, protocol, Mode.LIVE, lines, random)
                    .playToTheEnd(bot, clock, session, () -> true);
            var end = bot.session(session);
            var thread = bot.rooms().thread(room, member, 0, Integer.MAX_VALUE);
            var zone = bot.rooms().look(room, member).me().zone();
            return new Played(
                    guests.people(),
                    end.outcome() == null ? null : end.outcome().name().toLowerCase(Locale.ROOT),
                    end.past().size(),
                    acknowledged(guests),
                    Transcript.of(thread, end, START, zone),
                    end.isOver() ? lead.record() : "");
        }
    }

    private static Map<String, List<String>> acknowledged(Guests guests) {
        var all = new LinkedHashMap<String, List<String>>();
        guests.seats().forEach((person, seat) -> all.put(person.name(), seat.acknowledged()));
        return all;
    }
}
