package org.convenor.session;

import java.util.LinkedHashSet;
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
                    Step.Keep _ ->
                    null;
        };
    }

    /// The question beside a step, or null.
    public static Step.@Nullable Ask beside(Step step) {
        return switch (step) {
            case Step.Round round -> round.meanwhile();
            case Step.Talk talk -> talk.meanwhile();
            case Step.Ask _, Step.Say _, Step.Display _, Step.Turn _, Step.Quiet _, Step.Keep _ ->
                    null;
        };
    }

    /// All questions a step puts to people.
    public static List<Step.Ask> all(Mode mode, Step step) {
        return Stream.of(main(mode, step), beside(step)).filter(Objects::nonNull).toList();
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
        return new Progress.Asked(new LinkedHashSet<>(Circle.of(session, ask.who())), Set.of());
    }

    /// Those asked who are still here and have neither answered nor passed.
    public static List<Unit> missing(Session session, Step.Ask ask, Progress.Asked asked) {
        var given = session.given(ask.title());
        return asked.asked().stream()
                .filter(unit -> !given.containsKey(unit.key()))
                .filter(unit -> !asked.passed().contains(unit))
                .filter(unit -> Circle.isHere(session, unit))
                .toList();
    }

    /// Whether nothing more is awaited. A question that was opened again has an empty quorum: it
    /// ends by time or by hand.
    static boolean isComplete(Session session, Step.Ask ask, Progress.Asked asked) {
        var enough = ask.until().answers();
        if (enough != null && session.given(ask.title()).size() >= enough) {
            return true;
        }
        return ask.until().everyone()
                && !asked.asked().isEmpty()
                && missing(session, ask, asked).isEmpty();
    }

    static Decision answer(Session session, SessionEvent.Answered event) {
        var track = session.track(event.track());
        var ask = named(session, track, event.question());
        if (ask == null) {
            return Decision.moved(session);
        }
        var unit = Circle.unitOf(session, ask.who(), event.member());
        if (unit == null) {
            return Decision.refused(session, notAsked(ask));
        }
        var before = session.given(ask.title()).get(unit.key());
        if (before != null && ask.names() == Names.ANONYMOUS) {
            return Decision.refused(session, Line.of("problem.final"));
        }
        var transition = new Transition(session);
        if (ask.names() == Names.ANONYMOUS) {
            storeAnonymous(transition, event, ask, unit);
        } else {
            store(transition, event, ask, unit, before);
        }
        Walk.advanceIfComplete(transition, event.track(), event.at());
        return transition.accepted();
    }

    private static void store(
            Transition transition,
            SessionEvent.Answered event,
            Step.Ask ask,
            Unit unit,
            @Nullable Given before) {
        var session = transition.session();
        boolean out = session.revealed().contains(ask.title());
        int first =
                before != null && before.fields() == event.fields()
                        ? before.first()
                        : session.lastContribution() + 1;
        var given = new Given(event.member(), first, event.fields(), event.visit(), out);
        transition.become(session.with(ask.title(), unit, given));
        transition.emit(
                new Effect.Store(
                        first,
                        session.track(event.track()).step(),
                        event.visit(),
                        ask.title(),
                        event.member(),
                        audience(session, ask, event),
                        out || isOutAtOnce(ask.reveal()),
                        ask.names() == Names.SHOWN,
                        out));
    }

    private static void storeAnonymous(
            Transition transition, SessionEvent.Answered event, Step.Ask ask, Unit unit) {
        var session = transition.session();
        boolean out = session.revealed().contains(ask.title());
        transition.become(
                session.with(
                        ask.title(), unit, new Given(null, 0, event.fields(), event.visit(), out)));
        transition.emit(
                new Effect.StoreAnonymous(
                        session.track(event.track()).step(),
                        ask.title(),
                        event.member(),
                        audience(session, ask, event),
                        out || isOutAtOnce(ask.reveal())));
    }

    private static Audience audience(Session session, Step.Ask ask, SessionEvent.Answered event) {
        return switch (ask.reveal()) {
            case AS_THEY_ARRIVE, TOGETHER -> Audience.ALL;
            case TO_THE_PRESENTER -> Audience.role(Circle.PRESENTER);
            case TO_FACILITATORS -> Audience.FACILITATORS;
            case NEVER -> Audience.AUTHOR;
            case TO_THE_OWN_TEAM -> {
                var seat = session.seat(event.member());
                yield seat == null ? Audience.AUTHOR : Audience.team(seat.team());
            }
        };
    }

    private static boolean isOutAtOnce(Reveal reveal) {
        return switch (reveal) {
            case AS_THEY_ARRIVE, TO_THE_PRESENTER, TO_FACILITATORS -> true;
            case TOGETHER, TO_THE_OWN_TEAM, NEVER -> false;
        };
    }

    static Decision pass(Session session, SessionEvent.Passed event) {
        var track = session.track(event.track());
        var ask = named(session, track, event.question());
        if (ask == null) {
            return track.progress() instanceof Progress.Speaking
                    ? Floor.pass(session, event)
                    : Decision.moved(session);
        }
        var unit = Circle.unitOf(session, ask.who(), event.member());
        if (unit == null) {
            return Decision.refused(session, notAsked(ask));
        }
        var transition = new Transition(session);
        var meanwhile = track.meanwhile();
        if (track.progress() instanceof Progress.Asked asked
                && ask.equals(main(session.mode(), session.stepOf(track)))) {
            transition.put(track.progress(asked.pass(unit)));
        } else if (meanwhile != null) {
            transition.put(track.meanwhile(meanwhile.pass(unit)));
        }
        Walk.advanceIfComplete(transition, event.track(), event.at());
        return transition.accepted();
    }

    /// Lets the answers of a question out, if closing it does that.
    static void close(Transition transition, Step.Ask ask) {
        boolean opens = ask.reveal() == Reveal.TOGETHER || ask.reveal() == Reveal.TO_THE_OWN_TEAM;
        if (opens && !transition.session().revealed().contains(ask.title())) {
            transition.become(transition.session().reveal(ask.title()));
            transition.emit(new Effect.Reveal(ask.title()));
        }
    }

    /// Tells those who have not answered that the question closes soon, each in private.
    static void lastCall(Transition transition, Track track, String template) {
        var session = transition.session();
        for (var ask : all(session.mode(), session.stepOf(track))) {
            var asked =
                    ask.equals(beside(session.stepOf(track)))
                            ? track.meanwhile()
                            : track.progress();
            if (asked instanceof Progress.Asked quorum) {
                for (var unit : missing(session, ask, quorum)) {
                    transition.whisper(
                            unit,
                            "v" + track.visit() + "." + template,
                            Transition.line(template, track.step()));
                }
            }
        }
    }

    private static Line notAsked(Step.Ask ask) {
        return Line.of("problem.not-asked").with("question", new Arg.Label(ask.title()));
    }
}
