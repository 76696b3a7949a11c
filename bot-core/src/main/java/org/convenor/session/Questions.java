package org.convenor.session;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Asking and answering.
public final class Questions {
    /// Fewer anonymous answers than this stay closed: in a small circle people would guess.
    public static final int FEWEST_ANONYMOUS = 5;

    private Questions() {}

    /// The question a step puts to people, or null. A round that is written at once is a question
    /// too, and so is every round that takes days.
    public static Step.@Nullable Ask main(Mode mode, Step step) {
        return switch (step) {
            case Step.Ask ask -> ask;
            case Step.Round round when round.atOnce() || mode == Mode.ASYNC -> written(round);
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
                    Step.Stop _,
                    Step.Decide _,
                    Step.Deal _,
                    Step.Sort _ ->
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

    static Step.@Nullable Ask named(Session session, Track track, String title) {
        return all(session.mode(), session.stepOf(track)).stream()
                .filter(ask -> ask.title().equals(title))
                .findFirst()
                .orElse(null);
    }

    static Progress.Asked opened(Session session, Step.Ask ask) {
        return new Progress.Asked(Set.copyOf(Circle.of(session, ask.who())), Set.of());
    }

    /// Those asked who are still meant and have neither answered nor passed.
    public static List<Unit> missing(Session session, Step.Ask ask, Progress.Asked asked) {
        var given = session.given(ask.title());
        return Circle.of(session, ask.who()).stream()
                .filter(asked.asked()::contains)
                .filter(unit -> !given.containsKey(unit.key()))
                .filter(unit -> !asked.passed().contains(unit))
                .toList();
    }

    /// Whether nothing more is awaited. Only what was given during this visit can complete it: a
    /// question that is opened again, or that everybody left, ends by time or by hand.
    static boolean isComplete(Session session, Step.Ask ask, Progress.Asked asked, int visit) {
        long fresh =
                session.given(ask.title()).values().stream()
                        .filter(given -> given.visit() == visit)
                        .count();
        var enough = ask.until().answers();
        if (enough != null && fresh > 0 && fresh >= enough) {
            return true;
        }
        return ask.until().everyone()
                && fresh + asked.passed().size() > 0
                && missing(session, ask, asked).isEmpty();
    }

    static Decision answer(Session session, SessionEvent.Answered event) {
        var track = session.track(event.track());
        var ask = named(session, track, event.question());
        if (ask == null || event.fields() < 1 || event.fields() > ask.answer().fields().size()) {
            return Decision.moved(session);
        }
        var unit = Circle.unitOf(session, ask.who(), event.member());
        if (unit == null) {
            return Decision.refused(session, notAsked(ask));
        }
        boolean isFinal = ask.names() == Names.ANONYMOUS;
        boolean isFirst = !session.given(ask.title()).containsKey(unit.key());
        if (isFinal && !isFirst) {
            return Decision.refused(session, Line.of("problem.final"));
        }
        var transition = new Transition(session);
        if (isFinal) {
            storeAnonymous(transition, event, ask, unit);
        } else {
            int number = store(transition, event, ask, unit);
            if (isFirst && isTurnInWriting(session, track, ask)) {
                Floor.say(transition, event.member(), number, false);
            }
        }
        Walk.advanceIfComplete(transition, event.track(), event.at());
        return transition.accepted();
    }

    /// Stores an answer, or changes the one that is there. As many numbers are kept for it as the
    /// question has fields, so that a change always finds its place.
    ///
    /// @return the number of the first field
    static int store(Transition transition, SessionEvent.Answered event, Step.Ask ask, Unit unit) {
        var before = transition.session().given(ask.title()).get(unit.key());
        int fields = ask.answer().fields().size();
        int first = before == null ? transition.newContributions(fields) : before.first();
        int visit = before == null ? event.visit() : before.visit();
        var session = transition.session();
        boolean late = session.revealed().contains(ask.title());
        var given = new Given(event.member(), first, fields, visit, late);
        transition.become(session.with(ask.title(), unit, given));
        transition.emit(
                new Effect.Store(
                        first,
                        session.track(event.track()).step(),
                        visit,
                        ask.title(),
                        event.member(),
                        audience(session, ask, event),
                        late || isOutAtOnce(ask),
                        ask.names() == Names.SHOWN,
                        late));
        return first;
    }

    /// A round that is written is a round all the same: what comes by the form is heard in the
    /// thread like what is said there.
    private static boolean isTurnInWriting(Session session, Track track, Step.Ask ask) {
        var step = session.stepOf(track);
        return Floor.takesWords(session.mode(), step) && ask.equals(main(session.mode(), step));
    }

    private static void storeAnonymous(
            Transition transition, SessionEvent.Answered event, Step.Ask ask, Unit unit) {
        var session = transition.session();
        boolean late = session.revealed().contains(ask.title());
        var given = new Given(null, 0, ask.answer().fields().size(), event.visit(), late);
        transition.become(session.with(ask.title(), unit, given));
        transition.emit(
                new Effect.StoreAnonymous(
                        session.track(event.track()).step(),
                        ask.title(),
                        event.member(),
                        audience(session, ask, event),
                        false));
    }

    private static Audience audience(Session session, Step.Ask ask, SessionEvent.Answered event) {
        return switch (ask.reveal()) {
            case AS_THEY_ARRIVE, TOGETHER -> Audience.ALL;
            case TO_THE_PRESENTER -> Audience.role(Circle.PRESENTER);
            case TO_THE_OWN_GROUP, TO_THE_NEXT_GROUP -> Audience.AUTHOR;
            case TO_FACILITATORS -> Audience.FACILITATORS;
            case NEVER -> Audience.AUTHOR;
            case TO_THE_OWN_TEAM -> {
                var seat = session.seat(event.member());
                yield seat == null ? Audience.AUTHOR : Audience.team(seat.team());
            }
        };
    }

    /// Anonymous answers never are: the moment one arrives would tell whose it is.
    private static boolean isOutAtOnce(Step.Ask ask) {
        return ask.names() != Names.ANONYMOUS
                && switch (ask.reveal()) {
                    case AS_THEY_ARRIVE, TO_THE_PRESENTER, TO_FACILITATORS -> true;
                    case TOGETHER, TO_THE_OWN_TEAM, TO_THE_OWN_GROUP, TO_THE_NEXT_GROUP, NEVER ->
                            false;
                };
    }

    static Decision pass(Session session, SessionEvent.Passed event) {
        var track = session.track(event.track());
        var ask = named(session, track, event.question());
        if (ask == null) {
            return track.progress() instanceof Progress.Speaking
                    ? Turns.pass(session, event)
                    : Decision.moved(session);
        }
        var unit = Circle.unitOf(session, ask.who(), event.member());
        if (unit == null) {
            return Decision.refused(session, notAsked(ask));
        }
        var transition = new Transition(session);
        var meanwhile = track.meanwhile();
        if (meanwhile != null && ask.equals(session.stepOf(track).meanwhile())) {
            transition.put(track.meanwhile(meanwhile.pass(unit)));
        } else if (track.progress() instanceof Progress.Asked asked) {
            transition.put(track.progress(asked.pass(unit)));
        }
        Walk.advanceIfComplete(transition, event.track(), event.at());
        return transition.accepted();
    }

    /// Lets the answers of a question out, if closing it does that.
    ///
    /// @param visit the one that ends
    static void close(Transition transition, Step.Ask ask, int visit) {
        var session = transition.session();
        if (ask.reveal() != Reveal.NEVER && !isOutAtOnce(ask) && mayOpen(session, ask, visit)) {
            transition.become(session.reveal(ask.title()));
            transition.emit(new Effect.Reveal(ask.title()));
        }
    }

    /// Anonymous answers come out only in company: also those that were added after the others.
    private static boolean mayOpen(Session session, Step.Ask ask, int visit) {
        boolean isOut = session.revealed().contains(ask.title());
        if (ask.names() != Names.ANONYMOUS) {
            return !isOut;
        }
        long fresh =
                session.given(ask.title()).values().stream()
                        .filter(given -> !isOut || (given.afterReveal() && given.visit() == visit))
                        .count();
        return fresh >= FEWEST_ANONYMOUS;
    }

    /// Whether a question was answered without names by so few that nobody may read it.
    public static boolean isWithheld(Session session, Step.Ask ask) {
        boolean isOpen =
                !session.isOver()
                        && session.tracks().values().stream()
                                .filter(track -> !(track.progress() instanceof Progress.Gathering))
                                .anyMatch(track -> named(session, track, ask.title()) != null);
        return ask.names() == Names.ANONYMOUS
                && ask.reveal() != Reveal.NEVER
                && !isOpen
                && !session.given(ask.title()).isEmpty()
                && !session.revealed().contains(ask.title());
    }

    /// Tells those who have not answered how the time stands, each in private.
    static void remind(Transition transition, Track track, String template) {
        var session = transition.session();
        var step = session.stepOf(track);
        for (var ask : all(session.mode(), step)) {
            var asked = ask.equals(step.meanwhile()) ? track.meanwhile() : track.progress();
            if (asked instanceof Progress.Asked quorum) {
                var key = transition.newKey(track, template);
                var line = Line.of(template).with("step", new Arg.Label(ask.title()));
                for (var unit : missing(session, ask, quorum)) {
                    transition.whisper(unit, key, line);
                }
            }
        }
    }

    private static Line notAsked(Step.Ask ask) {
        return Line.of("problem.not-asked").with("question", new Arg.Label(ask.title()));
    }
}
