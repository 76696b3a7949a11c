package org.convenor.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.ProblemException;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Rooms;
import org.convenor.session.Session;
import org.convenor.session.Unit;
import org.convenor.web.Watchers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leads the simulated people around one newcomer, at the newcomer's pace: while they are needed
/// the clock runs as everywhere; while they only read, lines come every few seconds and the clock
/// jumps to each.
public final class Director {
    private static final Logger LOG = LoggerFactory.getLogger(Director.class);

    /// How often the room is looked at if nobody signals.
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Bot bot;
    private final DemoClock clock;
    private final Onlooker onlooker;
    private final Watchers watchers;
    private final Guests guests;
    private final Protocol protocol;
    private final RandomGenerator random;
    private final Pace pace = new Pace();
    private final Semaphore changed = new Semaphore(0);
    private String told = "";
    private long lastLine;

    /// Who is told how the demo goes.
    public interface Onlooker {
        /// @param line what the newcomer may do next; said whenever it changes
        void guide(String line);

        void jumped(Instant to);
    }

    /// @param bot started; its clock is `clock`
    public Director(
            Bot bot,
            DemoClock clock,
            Onlooker onlooker,
            Watchers watchers,
            Guests guests,
            Protocol protocol,
            RandomGenerator random) {
        this.bot = bot;
        this.clock = clock;
        this.onlooker = onlooker;
        this.watchers = watchers;
        this.guests = guests;
        this.protocol = protocol;
        this.random = random;
    }

    /// Goes on until interrupted, from session to session.
    public void play(Newcomer newcomer) throws InterruptedException {
        try (var _ = watchers.watch(newcomer.room(), changed::release)) {
            call(newcomer);
            while (true) {
                tell(newcomer);
                var session = look(newcomer).session();
                if (session != null && !bot.session(session).isOver()) {
                    play(newcomer, session);
                }
                await();
            }
        }
    }

    /// A simulated facilitator calls the session at once; a newcomer in that seat calls it.
    private void call(Newcomer newcomer) {
        var leader = guests.facilitator();
        if (!newcomer.person().equals(leader)) {
            Opening.call(
                    guests.seat(leader),
                    protocol.id(),
                    Mode.LIVE,
                    List.of(guests.presenter()),
                    new Lines(false));
        }
    }

    private void play(Newcomer newcomer, SessionId id) throws InterruptedException {
        var company = company(newcomer, bot.session(id));
        while (!bot.session(id).isOver()) {
            tell(newcomer);
            move(newcomer, company, bot.session(id));
            await();
        }
    }

    private void tell(Newcomer newcomer) {
        var line = newcomer.guide(bot, look(newcomer));
        if (!line.equals(told)) {
            told = line;
            onlooker.guide(line);
        }
    }

    private Rooms.Look look(Newcomer newcomer) {
        return bot.rooms().look(newcomer.room(), newcomer.member());
    }

    private void await() throws InterruptedException {
        var _ = changed.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        changed.drainPermits();
    }

    private Company company(Newcomer newcomer, Session session) {
        var seats = new LinkedHashMap<>(guests.seats());
        seats.remove(newcomer.person());
        var roles = roles(session);
        boolean presenterIsSimulated =
                roles.keySet().stream().anyMatch(person -> !person.equals(newcomer.person()));
        var leader = newcomer.role() == Newcomer.Role.FACILITATOR ? null : guests.facilitator();
        return Company.of(
                seats,
                roles,
                leader,
                session.protocol(),
                session.mode(),
                new Lines(presenterIsSimulated),
                random);
    }

    private Map<Cast.Person, String> roles(Session session) {
        var roles = new HashMap<Cast.Person, String>();
        guests.seats()
                .forEach((person, seat) -> {
                    var member = Objects.requireNonNull(Seats.member(bot, seat));
                    session.roles().entrySet().stream()
                            .filter(role -> isHeldBy(role.getValue(), member, seat))
                            .forEach(role -> roles.put(person, role.getKey()));
                });
        return roles;
    }

    private boolean isHeldBy(List<Unit> holders, MemberId member, HttpPlace seat) {
        var team = bot.rooms().look(new ChannelId(seat.room()), member).me().team();
        return holders.contains(Unit.of(member)) || holders.contains(Unit.ofTeam(team.id()));
    }

    /// One move at most: somebody acts whose time has come, or the clock jumps to what is next.
    private void move(Newcomer newcomer, Company company, Session session) {
        var glance = Glance.of(look(newcomer));
        var now = clock.instant();
        var plans = company.plans(now);
        pace.see(glance, session);
        listen(newcomer);
        var first = plans.entrySet().stream().min(Map.Entry.comparingByValue());
        if (first.isPresent() && !first.get().getValue().isAfter(now)) {
            act(first.get().getKey(), now);
            return;
        }
        boolean isNeeded = pace.isNeeded(newcomer, session, glance, !plans.isEmpty());
        if (!isNeeded && pace.isRead(newcomer, session, glance, !plans.isEmpty())) {
            jump(plans.values().stream().min(Comparator.naturalOrder()).orElse(null));
        }
    }

    /// Who has just said something may want to go on.
    private void listen(Newcomer newcomer) {
        var lines = bot.rooms().thread(newcomer.room(), newcomer.member(), lastLine, 500);
        if (lines.stream().anyMatch(Rooms.Spoken::mine)) {
            pace.heard();
        }
        if (!lines.isEmpty()) {
            lastLine = lines.getLast().seq();
        }
    }

    private void act(Player player, Instant now) {
        boolean aloud = player.isAboutToSpeak();
        try {
            player.act(now);
        } catch (ProblemException refused) {
            // The newcomer was faster: what was planned is no longer asked for.
            LOG.debug("a simulated person came too late", refused);
        }
        pace.acted(aloud);
    }

    private void jump(@Nullable Instant planned) {
        var due = bot.nextDue();
        var next = planned == null || (due != null && due.isBefore(planned)) ? due : planned;
        if (next != null && next.isAfter(clock.instant())) {
            clock.jump(next);
            onlooker.jumped(next);
            bot.wake();
            watchers.changedEverywhere();
        }
    }
}
