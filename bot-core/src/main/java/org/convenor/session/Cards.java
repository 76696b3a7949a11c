package org.convenor.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Saved answers as things that can be chosen, dealt and sorted. A card's id is the number of its
/// contribution, with a dot and a number behind it where one answer holds several texts.
public final class Cards {
    private Cards() {}

    /// A card with whoever wrote it.
    private record Card(String id, String owner) {}

    /// The contribution of a card.
    public static int contribution(String card) {
        int dot = card.indexOf('.');
        return Integer.parseInt(dot < 0 ? card : card.substring(0, dot));
    }

    /// Which of several texts in one answer a card is, from 1; 0 where it is the whole answer.
    public static int item(String card) {
        int dot = card.indexOf('.');
        return dot < 0 ? 0 : Integer.parseInt(card.substring(dot + 1));
    }

    /// The cards that people have before them while a question is open: fixed when it opens.
    static Map<String, List<String>> onTable(Session session, Track track, Step step) {
        return switch (step) {
            case Step.Decide decide when decide.from() != null ->
                    Map.of(Progress.Asked.FOR_ALL, ids(session, track, decide.from()));
            case Step.Sort sort ->
                    Map.of(Progress.Asked.FOR_ALL, ids(session, track, sort.cards()));
            case Step.Deal deal -> dealt(session, track, deal);
            case Step.Decide _,
                    Step.Say _,
                    Step.Ask _,
                    Step.Display _,
                    Step.Turn _,
                    Step.Talk _,
                    Step.Quiet _,
                    Step.Round _,
                    Step.Keep _,
                    Step.Group _,
                    Step.Swap _,
                    Step.Repeat _,
                    Step.When _,
                    Step.Stop _ ->
                    Map.of();
        };
    }

    private static List<String> ids(Session session, Track track, String saved) {
        return of(session, track, saved).stream().map(Card::id).toList();
    }

    /// All cards under a name that everybody on the track may read, in the order they were written.
    private static List<Card> of(Session session, Track track, String saved) {
        var cards = new TreeMap<Integer, List<Card>>();
        for (var ask : Questions.savedAs(session, saved)) {
            for (var asking : Questions.askings(session, ask.title())) {
                if (Questions.isReadable(session, track, ask, asking)) {
                    session.given(asking.key())
                            .forEach((owner, given) -> {
                                if (given.first() > 0) {
                                    cards.put(given.first(), cards(ask, owner, given));
                                }
                            });
                }
            }
        }
        return cards.values().stream().flatMap(List::stream).toList();
    }

    private static List<Card> cards(Step.Ask ask, String owner, Given given) {
        boolean several = ask.answer().fields().getFirst().kind() instanceof Answer.Kind.Several;
        if (!several || given.marks().isEmpty()) {
            return List.of(new Card(Integer.toString(given.first()), owner));
        }
        return given.marks().stream()
                .map(item -> new Card(given.first() + "." + item, owner))
                .toList();
    }

    /// Everybody gets so many cards that are not their own, each card as often as every other.
    private static Map<String, List<String>> dealt(Session session, Track track, Step.Deal deal) {
        var cards = of(session, track, deal.cards());
        var times = new LinkedHashMap<String, Integer>();
        cards.forEach(card -> times.put(card.id(), 0));
        var hands = new TreeMap<String, List<String>>();
        int offset = 0;
        for (var unit : Circle.of(session, track, deal.who())) {
            hands.put(unit.key(), hand(session, cards, times, unit, deal.each(), offset++));
        }
        return hands;
    }

    /// The cards dealt least often come first; among those everybody begins at another one.
    private static List<String> hand(
            Session session,
            List<Card> cards,
            Map<String, Integer> times,
            Unit unit,
            int most,
            int offset) {
        var hand = new ArrayList<String>();
        while (hand.size() < most) {
            var next = next(session, cards, times, unit, hand, offset);
            if (next == null) {
                break;
            }
            times.merge(next, 1, Integer::sum);
            hand.add(next);
        }
        return List.copyOf(hand);
    }

    private static @Nullable String next(
            Session session,
            List<Card> cards,
            Map<String, Integer> times,
            Unit unit,
            List<String> hand,
            int offset) {
        String best = null;
        for (int index = 0; index < cards.size(); index++) {
            var card = cards.get((index + offset) % cards.size());
            boolean free = !hand.contains(card.id()) && !isOwn(session, card, unit);
            if (free && (best == null || times(times, card.id()) < times(times, best))) {
                best = card.id();
            }
        }
        return best;
    }

    private static int times(Map<String, Integer> times, String card) {
        return times.getOrDefault(card, 0);
    }

    private static boolean isOwn(Session session, Card card, Unit unit) {
        var owner = new Unit(card.owner());
        return owner.equals(unit)
                || Circle.members(session, unit)
                        .map(session::seat)
                        .anyMatch(seat -> seat != null && session.includes(owner, seat));
    }

    /// The question that dealing or sorting puts to people.
    static Answer answer(String cards, Answer.Use use) {
        return new Answer(
                List.of(new Answer.Field(Ballots.VOTE, new Answer.Kind.Cards(cards, use))));
    }

    /// How a card was rated.
    ///
    /// @param sum of all its numbers
    /// @param times how often it was rated, 1 or more
    public record Rating(String card, int sum, int times) {
        public double mean() {
            return (double) sum / times;
        }
    }

    /// The rated cards of one asking, the best mean first.
    public static List<Rating> ratings(Session session, String asking) {
        var sums = new TreeMap<String, Rating>();
        forEachMark(
                session,
                asking,
                (card, value) ->
                        sums.merge(
                                card,
                                new Rating(card, Integer.parseInt(value), 1),
                                (one, other) ->
                                        new Rating(
                                                card, one.sum() + other.sum(), one.times() + 1)));
        return sums.values().stream()
                .sorted((one, other) -> Double.compare(other.mean(), one.mean()))
                .toList();
    }

    /// The cards on each pile; a card lies where most put it, and under an empty name where they
    /// are even.
    public static Map<String, List<String>> piles(Session session, String asking) {
        var votes = new TreeMap<String, Map<String, Integer>>();
        forEachMark(
                session,
                asking,
                (card, pile) ->
                        votes.computeIfAbsent(card, _ -> new TreeMap<>())
                                .merge(pile, 1, Integer::sum));
        var piles = new TreeMap<String, List<String>>();
        votes.forEach((card, byPile) ->
                piles.computeIfAbsent(favourite(byPile), _ -> new ArrayList<>()).add(card));
        return piles;
    }

    private static String favourite(Map<String, Integer> byPile) {
        int most = byPile.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var best =
                Set.copyOf(
                        byPile.entrySet().stream()
                                .filter(pile -> pile.getValue() == most)
                                .map(Map.Entry::getKey)
                                .toList());
        return best.size() == 1 ? best.iterator().next() : "";
    }

    private interface Marked {
        void see(String card, String value);
    }

    private static void forEachMark(Session session, String asking, Marked marked) {
        for (var given : session.given(asking).values()) {
            for (var mark : given.marks()) {
                int equals = mark.indexOf('=');
                if (equals > 0) {
                    marked.see(mark.substring(0, equals), mark.substring(equals + 1));
                }
            }
        }
    }
}
