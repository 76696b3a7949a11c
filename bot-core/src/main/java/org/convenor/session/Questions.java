package org.convenor.session;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Asking and answering.
public final class Questions {
    /// Fewer anonymous answers than this stay closed: in a small circle people would guess.
    public static final int FEWEST_ANONYMOUS = 5;

    private Questions() {}

    /// The question a step puts to people, or null. A round that is written at once is a question
    /// too, and so are every round that takes days, every decision, and what is done with cards.
    public static Step.@Nullable Ask main(Mode mode, Step step) {
        return switch (step) {
            case Step.Ask ask -> ask;
            case Step.Round round when round.atOnce() || mode == Mode.ASYNC -> written(round);
            case Step.Decide decide -> of(decide);
            case Step.Deal deal ->
                    counted(
                            deal,
                            deal.who(),
                            Cards.answer(deal.cards(), new Answer.Use.Rate(deal.scale())),
                            deal.saveAs(),
                            deal.reveal());
            case Step.Sort sort ->
                    counted(
                            sort,
                            sort.who(),
                            Cards.answer(
                                    sort.cards(),
                                    new Answer.Use.PutOnPiles(sort.piles(), sort.setting())),
                            sort.saveAs(),
                            sort.reveal());
            case Step.Round _,
                    Step.Say _,
                    Step.Display _,
                    Step.Turn _,
                    Step.Talk _,
                    Step.Quiet _,
                    Step.Keep _,
                    Step.Group _,
                    Step.Swap _,
                    Step.Repeat _,
                    Step.When _,
                    Step.Stop _ ->
                    null;
        };
    }

    /// All questions a step puts to people.
    public static List<Step.Ask> all(Mode mode, Step step) {
        return Stream.of(main(mode, step), step.meanwhile()).filter(Objects::nonNull).toList();
    }

    /// Every question of the protocol whose answers are kept under a name.
    public static List<Step.Ask> savedAs(Session session, String name) {
        return session.protocol().steps().stream()
                .flatMap(step -> all(session.mode(), step).stream())
                .filter(ask -> name.equals(ask.saveAs()))
                .toList();
    }

    static boolean isAsked(Session session, Step step) {
        return main(session.mode(), step) != null;
    }

    private static Step.Ask written(Step.Round round) {
        return new Step.Ask(
                round.heading(),
                round.who(),
                Answer.of(new Answer.Kind.Text()),
                round.show(),
                null,
                round.reveal(),
                Names.SHOWN,
                round.until(),
                false,
                round.mayPass());
    }

    static Step.Ask of(Step.Decide decide) {
        return new Step.Ask(
                decide.heading(),
                decide.who(),
                Ballots.answer(decide),
                decide.show(),
                decide.saveAs(),
                decide.reveal(),
                decide.names(),
                decide.until(),
                false,
                decide.mayPass());
    }

    /// A question about cards, whose answers are counted and shown without names.
    private static Step.Ask counted(
            Step step, Who who, Answer answer, @Nullable String saveAs, Reveal reveal) {
        return new Step.Ask(
                step.heading(),
                who,
                answer,
                null,
                saveAs,
                reveal,
                Names.HIDDEN,
                step.until(),
                false,
                true);
    }

    static Step.@Nullable Ask named(Session session, Track track, String title) {
        return all(session.mode(), session.stepOf(track)).stream()
                .filter(ask -> ask.title().equals(title))
                .findFirst()
                .orElse(null);
    }

    /// Every question of the protocol with a title: one, or none.
    public static List<Step.Ask> named(Session session, String title) {
        return session.protocol().steps().stream()
                .flatMap(step -> all(session.mode(), step).stream())
                .filter(ask -> ask.title().equals(title))
                .toList();
    }

    /// The time at which a track asks a question now.
    public static Asking asking(Track track, String title) {
        return new Asking(title, track.passNumbers(), track.group());
    }

    /// Who has answered the question a track asks now, by unit key.
    public static Map<String, Given> given(Session session, Track track, Step.Ask ask) {
        return session.given(asking(track, ask.title()).key());
    }

    /// All times a question was answered, pass by pass and group by group.
    public static List<Asking> askings(Session session, String title) {
        return session.answerKeys(title).stream()
                .map(Asking::parse)
                .filter(asking -> asking.question().equals(title))
                .sorted()
                .toList();
    }

    /// The last time a question was asked of the people of a track, or null if it never was.
    static @Nullable Asking latest(Session session, Track track, String title) {
        return askings(session, title).stream()
                .filter(asking -> session.isWithin(track, asking.group()))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    static Progress.Asked opened(Session session, Track track, Step step, Step.Ask ask) {
        var asked = new TreeSet<>(Circle.of(session, track, ask.who()));
        boolean beside = ask.equals(step.meanwhile());
        var cards = beside ? Map.<String, List<String>>of() : Cards.onTable(session, track, step);
        // Whoever got no card is not waited for.
        asked.removeIf(unit -> cards.getOrDefault(unit.key(), List.of("any")).isEmpty());
        return new Progress.Asked(asked, Set.of(), cards);
    }

    /// Those asked who are still meant and have neither answered nor passed.
    public static List<Unit> missing(
            Session session, Track track, Step.Ask ask, Progress.Asked asked) {
        var given = given(session, track, ask);
        return Circle.of(session, track, ask.who()).stream()
                .filter(asked.asked()::contains)
                .filter(unit -> isOpen(given.get(unit.key())))
                .filter(unit -> !asked.passed().contains(unit))
                .toList();
    }

    /// Whether nothing was answered, or the person who was named said no.
    private static boolean isOpen(@Nullable Given given) {
        return given == null || given.consent() == Given.Consent.DECLINED;
    }

    /// Whether nothing more is awaited. Only what was given during this visit can complete it: a
    /// question that is opened again, or that everybody left, ends by time or by hand.
    static boolean isComplete(Session session, Track track, Step.Ask ask, Progress.Asked asked) {
        var given = given(session, track, ask).values();
        long fresh = given.stream().filter(one -> one.visit() == track.visit()).count();
        var enough = ask.until().answers();
        if (enough != null && fresh > 0 && fresh >= enough) {
            return true;
        }
        return ask.until().everyone()
                && fresh + asked.passed().size() > 0
                && given.stream().noneMatch(one -> one.consent() == Given.Consent.ASKED)
                && missing(session, track, ask, asked).isEmpty();
    }

    /// What is counted for a question on a track, or null if it is not open there.
    public static Progress.@Nullable Asked progress(Session session, Track track, Step.Ask ask) {
        boolean beside = ask.equals(session.stepOf(track).meanwhile());
        var progress = beside ? track.meanwhile() : track.progress();
        return progress instanceof Progress.Asked asked ? asked : null;
    }

    /// Tells those who have not answered how the time stands, each in private.
    static void remind(Transition transition, Track track, String template) {
        var session = transition.session();
        for (var ask : all(session.mode(), session.stepOf(track))) {
            var quorum = progress(session, track, ask);
            if (quorum != null) {
                var key = transition.newKey(track, template);
                var line = Line.of(template).with("step", new Arg.Label(ask.title()));
                for (var unit : missing(session, track, ask, quorum)) {
                    transition.whisper(unit, key, line);
                }
            }
        }
    }

    /// Whether everybody on a track may read the answers of an asking.
    static boolean isReadable(Session session, Track track, Step.Ask ask, Asking asking) {
        return switch (ask.reveal()) {
            case AS_THEY_ARRIVE -> isForAll(session, asking, ask, track);
            case TOGETHER ->
                    isForAll(session, asking, ask, track)
                            && session.revealed().contains(asking.key());
            case TO_THE_OWN_GROUP ->
                    session.isWithin(track, asking.group())
                            && session.revealed().contains(asking.key());
            case TO_THE_PRESENTER, TO_THE_OWN_TEAM, TO_THE_NEXT_GROUP, TO_FACILITATORS, NEVER ->
                    false;
        };
    }

    private static boolean isForAll(Session session, Asking asking, Step.Ask ask, Track track) {
        return session.isWithin(track, asking.group()) || ask.who().isCollective();
    }

    /// Whether a question was answered without names by so few that nobody may read it.
    public static boolean isWithheld(Session session, Step.Ask ask, Asking asking) {
        return ask.names() == Names.ANONYMOUS
                && ask.reveal() != Reveal.NEVER
                && !isOpen(session, ask, asking)
                && !session.given(asking.key()).isEmpty()
                && !session.revealed().contains(asking.key());
    }

    private static boolean isOpen(Session session, Step.Ask ask, Asking asking) {
        return !session.isOver()
                && session.tracks().values().stream()
                        .filter(track -> !(track.progress() instanceof Progress.Gathering))
                        .filter(track -> named(session, track, ask.title()) != null)
                        .anyMatch(track -> asking(track, ask.title()).equals(asking));
    }
}
