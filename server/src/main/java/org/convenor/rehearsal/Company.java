package org.convenor.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.Bot;
import org.jspecify.annotations.Nullable;

/// The invented people of one session. Not thread-safe.
final class Company {
    /// More moves than any protocol needs: beyond it something does not end.
    private static final int MOST_MOVES = 50_000;

    private final List<Player> players;
    private final Cast.@Nullable Person latecomer;

    private Company(List<Player> players, Cast.@Nullable Person latecomer) {
        this.players = List.copyOf(players);
        this.latecomer = latecomer;
    }

    /// @param seats who sits where
    /// @param roles who was named for which role of the protocol
    /// @param leader who facilitates, or null if none of them does
    static Company of(
            Map<Cast.Person, ? extends Place> seats,
            Map<Cast.Person, String> roles,
            Cast.@Nullable Person leader,
            Protocol protocol,
            Mode mode,
            Lines lines,
            RandomGenerator random) {
        var people = List.copyOf(seats.keySet());
        var late = latecomer(people, roles, leader, protocol, random);
        var away = whoGoesAway(people, leader, late, random);
        var teams = people.stream().map(Cast.Person::district).distinct().toList();
        var players = new ArrayList<Player>();
        seats.forEach((person, place) ->
                players.add(
                        new Player(
                                new Player.Part(
                                        roles.get(person),
                                        person.equals(leader),
                                        person.equals(late),
                                        person.equals(away),
                                        teams.indexOf(person.district())),
                                place,
                                protocol,
                                mode,
                                lines,
                                random)));
        return new Company(players, late);
    }

    /// Now and then somebody is late, if the others are enough to begin.
    private static Cast.@Nullable Person latecomer(
            List<Cast.Person> people,
            Map<Cast.Person, String> roles,
            Cast.@Nullable Person leader,
            Protocol protocol,
            RandomGenerator random) {
        var least = protocol.people().least();
        boolean enough = people.size() > (least == null ? 2 : least);
        if (random.nextInt(3) > 0 || !enough) {
            return null;
        }
        return people.stream()
                .filter(person -> !person.equals(leader) && !roles.containsKey(person))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    /// Now and then somebody has to leave for a while.
    private static Cast.@Nullable Person whoGoesAway(
            List<Cast.Person> people,
            Cast.@Nullable Person leader,
            Cast.@Nullable Person late,
            RandomGenerator random) {
        var candidates =
                people.stream()
                        .filter(person -> !person.equals(leader) && !person.equals(late))
                        .toList();
        return random.nextInt(4) > 0 || candidates.size() < 2
                ? null
                : candidates.get(random.nextInt(candidates.size()));
    }

    /// Who comes after the others began, or null if nobody does.
    Cast.@Nullable Person latecomer() {
        return latecomer;
    }

    /// When each of them wants to act, those who only wait left out.
    Map<Player, Instant> plans(Instant now) {
        var plans = new LinkedHashMap<Player, Instant>();
        for (var player : players) {
            var at = player.plan(now);
            if (at != null) {
                plans.put(player, at);
            }
        }
        return plans;
    }

    /// Plays to the session's end, from moment to moment: whoever is first acts, a person or the
    /// clock.
    ///
    /// @param goesOn asked before each move
    /// @return how many moves it took
    int playToTheEnd(Bot bot, SettableClock clock, SessionId session, BooleanSupplier goesOn) {
        int move = 0;
        for (; move < MOST_MOVES && goesOn.getAsBoolean(); move++) {
            bot.doDue();
            if (bot.session(session).isOver()) {
                return move;
            }
            var plans = plans(clock.instant());
            var next =
                    Stream.concat(plans.values().stream(), Stream.ofNullable(bot.nextDue()))
                            .min(Comparator.naturalOrder());
            if (next.isEmpty()) {
                return move;
            }
            clock.set(next.get());
            bot.doDue();
            plans.entrySet().stream()
                    .filter(plan -> !plan.getValue().isAfter(clock.instant()))
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(plan -> plan.getKey().act(clock.instant()));
        }
        return move;
    }
}
