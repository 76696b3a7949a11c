package org.convenor.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Choice;
import org.convenor.protocol.Condition;
import org.convenor.protocol.Method;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Decisions: what a vote comes to, and whether enough took part.
public final class Ballots {
    /// Name of the field that holds the vote.
    public static final String VOTE = "vote";

    /// Name of the field that holds the reason for it.
    public static final String REASON = "reason";

    private Ballots() {}

    /// Counts the votes of one asking.
    ///
    /// @param points by name of the choice or id of the card, the best first, or as the file has
    ///   them where choices have an order; for a rank the Borda count, for every other method votes
    /// @param voted how many voted
    public record Tally(Map<String, Integer> points, int voted) {
        /// Those with the most points, as long as they have any.
        List<String> best() {
            int most = points.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            return points.entrySet().stream()
                    .filter(option -> most > 0 && option.getValue() == most)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /// @param asking key of the asking
    public static Tally tally(Session session, Step.Decide decide, String asking) {
        var points = new TreeMap<String, Integer>();
        decide.choices().forEach(choice -> points.put(choice.name(), 0));
        var given = session.given(asking).values();
        for (var vote : given) {
            vote.marks().forEach(option -> points.merge(option, 1, Integer::sum));
        }
        if (decide.method() == Method.RANK) {
            points.replaceAll((option, _) -> borda(given, option, points.size()));
        }
        boolean hasOrder =
                decide.method() == Method.CONSENT || decide.method() == Method.FIST_TO_FIVE;
        return new Tally(hasOrder ? asWritten(decide, points) : bestFirst(points), given.size());
    }

    /// One point for each option that stands behind this one; those nobody placed stand last.
    /// Source: Jean-Charles de Borda, 1781.
    private static int borda(Collection<Given> votes, String option, int options) {
        return votes.stream()
                .map(vote -> vote.marks().indexOf(option))
                .mapToInt(place -> place < 0 ? 0 : options - 1 - place)
                .sum();
    }

    /// Choices that have an order of their own keep it.
    private static Map<String, Integer> asWritten(Step.Decide decide, Map<String, Integer> points) {
        var sorted = new LinkedHashMap<String, Integer>();
        decide.choices()
                .forEach(
                        choice -> sorted.put(choice.name(), points.getOrDefault(choice.name(), 0)));
        return sorted;
    }

    private static Map<String, Integer> bestFirst(Map<String, Integer> points) {
        var sorted = new LinkedHashMap<String, Integer>();
        points.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(option -> sorted.put(option.getKey(), option.getValue()));
        return sorted;
    }

    /// Whether a vote stands against a decision.
    public static boolean objects(Step.Decide decide, Given given) {
        return switch (decide.method()) {
            case CONSENT -> given.marks().contains(Choice.OBJECTION);
            case FIST_TO_FIVE ->
                    given.marks().stream()
                            .anyMatch(fingers -> Integer.parseInt(fingers) < Method.ENOUGH_FINGERS);
            case DOTS, RANK, MAJORITY -> false;
        };
    }

    /// Keeps what a decision came to when it closes.
    ///
    /// @param byHand the facilitator went on without those who are missing
    static void close(Transition transition, Track track, Step.Decide decide, boolean byHand) {
        var session = transition.session();
        var asking = Questions.asking(track, decide.title()).key();
        int voted = session.given(asking).size();
        int needed = byHand && voted > 0 ? voted : needed(session, track, decide);
        transition.become(
                session.with(asking, result(session, decide, asking, track.visit(), needed)));
    }

    private static Result result(
            Session session, Step.Decide decide, String asking, int visit, int needed) {
        var tally = tally(session, decide, asking);
        int objections =
                (int)
                        session.given(asking).values().stream()
                                .filter(given -> objects(decide, given))
                                .count();
        var winners = winners(decide, tally);
        boolean enough = tally.voted() > 0 && tally.voted() >= needed;
        boolean decided =
                enough
                        && switch (decide.method()) {
                            case CONSENT, FIST_TO_FIVE -> objections == 0;
                            case DOTS, RANK -> !winners.isEmpty();
                            case MAJORITY -> winners.size() == 1;
                        };
        return new Result(visit, decided, objections, winners, tally.voted(), needed);
    }

    private static List<String> winners(Step.Decide decide, Tally tally) {
        return switch (decide.method()) {
            case CONSENT, FIST_TO_FIVE -> List.of();
            case DOTS, RANK -> tally.best();
            case MAJORITY ->
                    tally.best().stream()
                            .filter(best ->
                                    2 * tally.points().getOrDefault(best, 0) > tally.voted())
                            .toList();
        };
    }

    /// How many must vote for it to count. Who came after the step opened may, and never has to.
    public static int needed(Session session, Track track, Step.Decide decide) {
        return decide.quorum().of(Math.max(1, asked(session, track, decide)));
    }

    private static int asked(Session session, Track track, Step.Decide decide) {
        return track.progress() instanceof Progress.Asked(var asked, _, _)
                ? (int)
                        Circle.of(session, track, decide.who()).stream()
                                .filter(asked::contains)
                                .count()
                : Circle.of(session, track, decide.who()).size();
    }

    /// Whether a decision would close although too few have voted and some still could.
    static boolean isShort(Session session, Track track) {
        if (!(session.stepOf(track) instanceof Step.Decide decide)
                || !(track.progress() instanceof Progress.Asked asked)) {
            return false;
        }
        var ask = Questions.of(decide);
        int voted = session.given(Questions.asking(track, decide.title()).key()).size();
        return voted < needed(session, track, decide)
                && !Questions.missing(session, track, ask, asked).isEmpty();
    }

    /// Whether a vote that waited for more votes has enough of them now.
    static boolean hasEnough(Session session, Track track) {
        return session.stepOf(track) instanceof Step.Decide decide
                && Times.isWaiting(track)
                && !decide.until().waitsForFacilitator()
                && !isShort(session, track);
    }

    /// Time alone does not decide without those who are missing: whoever leads is asked.
    static void waitForVotes(Transition transition, int trackId, Instant at) {
        var track = transition.track(trackId);
        transition.putAsDue(
                track.timed(null, track.planned())
                        .stage(
                                Track.Stage.WAITING,
                                Times.offerToCoFacilitators(transition.session(), at)));
        transition.whisper(
                transition.session().facilitator(),
                transition.newKey(track, "short"),
                Transition.line("wait.votes", track.step()));
    }

    /// Reminds those who are waited for.
    static Decision nudge(Session session, SessionEvent.Nudged event) {
        var track = session.track(event.track());
        var transition = new Transition(session);
        Questions.remind(transition, track, "ask.nudge");
        return transition.accepted();
    }

    /// Those who stood against the latest pass of a decision.
    static List<Unit> objectors(Session session, Track track, Who who) {
        var title = who.decision();
        var decide = title == null ? null : decide(session, title);
        var asking = title == null ? null : Questions.latest(session, track, title);
        if (decide == null || asking == null) {
            return List.of();
        }
        var found = new ArrayList<Unit>();
        session.given(asking.key())
                .forEach((key, given) -> {
                    var unit = new Unit(key);
                    if (objects(decide, given) && Circle.isOn(session, track, unit)) {
                        found.add(unit);
                    }
                });
        return List.copyOf(found);
    }

    static Step.@Nullable Decide decide(Session session, String title) {
        for (var step : session.protocol().steps()) {
            if (step instanceof Step.Decide decide && decide.title().equals(title)) {
                return decide;
            }
        }
        return null;
    }

    /// Whether something a protocol asks of what happened so far holds on a track.
    static boolean holds(Session session, Track track, Condition condition) {
        return switch (condition.test()) {
            case OBJECTIONS -> objections(session, track, condition.name()) > 0;
            case NO_OBJECTIONS -> {
                var result = latestResult(session, track, condition.name());
                yield result != null && !result.isTooFew() && result.objections() == 0;
            }
            case DECIDED -> isDecided(session, track, condition.name());
            case UNDECIDED -> !isDecided(session, track, condition.name());
            case ANSWERED -> isAnswered(session, condition.name());
            case NOT_ANSWERED -> !isAnswered(session, condition.name());
        };
    }

    private static int objections(Session session, Track track, String title) {
        var result = latestResult(session, track, title);
        return result == null ? 0 : result.objections();
    }

    private static boolean isDecided(Session session, Track track, String title) {
        var result = latestResult(session, track, title);
        return result != null && result.decided();
    }

    private static boolean isAnswered(Session session, String saved) {
        return Questions.savedAs(session, saved).stream()
                .anyMatch(ask -> !Questions.askings(session, ask.title()).isEmpty());
    }

    private static @Nullable Result latestResult(Session session, Track track, String title) {
        return session.results().keySet().stream()
                .map(Asking::parse)
                .filter(asking -> asking.question().equals(title))
                .filter(asking -> session.isWithin(track, asking.group()))
                .max(Comparator.naturalOrder())
                .map(asking -> session.results().get(asking.key()))
                .orElse(null);
    }

    /// The question a decision puts to people.
    static Answer answer(Step.Decide decide) {
        var vote = new Answer.Field(VOTE, kind(decide));
        return decide.method() == Method.CONSENT || !decide.reasonFor().isEmpty()
                ? new Answer(List.of(vote, new Answer.Field(REASON, new Answer.Kind.Text())))
                : new Answer(List.of(vote));
    }

    private static Answer.Kind kind(Step.Decide decide) {
        var use =
                switch (decide.method()) {
                    case CONSENT, FIST_TO_FIVE, MAJORITY -> new Answer.Use.PickUpTo(1);
                    case DOTS -> new Answer.Use.PickUpTo(decide.most());
                    case RANK -> new Answer.Use.PutInOrder();
                };
        var from = decide.from();
        return from == null
                ? new Answer.Kind.Vote(decide.choices(), use, decide.reasonFor())
                : new Answer.Kind.Cards(from, use);
    }
}
