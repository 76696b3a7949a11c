package org.convenor.session;

import java.util.List;
import java.util.stream.IntStream;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Takes answers, and lets them out.
final class Answering {
    private Answering() {}

    static Decision answer(Session session, SessionEvent.Answered event) {
        var track = session.track(event.track());
        var ask = Questions.named(session, track, event.question());
        if (ask == null || event.fields() < 1 || event.fields() > ask.answer().fields().size()) {
            return Decision.moved(session);
        }
        var unit = Circle.unitOf(session, track, ask.who(), event.member());
        if (unit == null) {
            return Decision.refused(session, notAsked(ask));
        }
        boolean isFinal = ask.names() == Names.ANONYMOUS;
        boolean isFirst = !Questions.given(session, track, ask).containsKey(unit.key());
        if (isFinal && !isFirst) {
            return Decision.refused(session, Line.of("problem.final"));
        }
        var transition = new Transition(session);
        if (isFinal) {
            storeAnonymous(transition, event, ask, unit);
        } else {
            int number = store(transition, event, ask, unit);
            if (isFirst && isTurnInWriting(session, track, ask)) {
                Floor.say(transition, track, event.member(), number, false);
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
        var track = transition.track(event.track());
        var asking = Questions.asking(track, ask.title()).key();
        var before = transition.session().given(asking).get(unit.key());
        int fields = ask.answer().fields().size();
        int first = before == null ? transition.newContributions(fields) : before.first();
        int visit = before == null ? event.visit() : before.visit();
        var session = transition.session();
        boolean late = session.revealed().contains(asking);
        var named = namedPerson(ask, event);
        var consent = consent(before, named, event);
        var given = new Given(event.member(), first, fields, visit, late, event.marks(), consent);
        transition.become(session.with(asking, unit, given));
        transition.emit(
                new Effect.Store(
                        first,
                        track.step(),
                        visit,
                        asking,
                        event.member(),
                        audience(session, track, ask, unit, event.member()),
                        late || isOutAtOnce(ask),
                        ask.names() == Names.SHOWN,
                        late));
        if (named != null && consent == Given.Consent.ASKED) {
            transition.whisper(
                    named,
                    transition.newKey(track, "consent"),
                    Transition.line("consent.asked", track.step())
                            .with("who", new Arg.Person(event.member())));
        }
        return first;
    }

    /// Who was named for something and must say yes, or null.
    private static @Nullable MemberId namedPerson(Step.Ask ask, SessionEvent.Answered event) {
        boolean asks =
                ask.answer().fields().stream()
                        .anyMatch(field ->
                                field.kind() instanceof Answer.Kind.Person(boolean accepts)
                                        && accepts);
        return asks && !event.marks().isEmpty() ? new MemberId(event.marks().getFirst()) : null;
    }

    /// Whoever names themselves has said yes; the same person is not asked twice.
    private static Given.@Nullable Consent consent(
            @Nullable Given before, @Nullable MemberId named, SessionEvent.Answered event) {
        if (named == null) {
            return null;
        }
        if (named.equals(event.member())) {
            return Given.Consent.ACCEPTED;
        }
        boolean hasAccepted =
                before != null
                        && before.marks().equals(event.marks())
                        && before.consent() == Given.Consent.ACCEPTED;
        return hasAccepted ? Given.Consent.ACCEPTED : Given.Consent.ASKED;
    }

    /// The person who was named says yes or no.
    static Decision consent(Session session, SessionEvent.Consented event) {
        for (var asking : session.answers().entrySet()) {
            for (var given : asking.getValue().entrySet()) {
                if (given.getValue().first() == event.first()) {
                    var unit = new Unit(given.getKey());
                    return consent(session, event, asking.getKey(), unit, given.getValue());
                }
            }
        }
        return Decision.moved(session);
    }

    private static Decision consent(
            Session session, SessionEvent.Consented event, String asking, Unit unit, Given given) {
        boolean isAsked = given.consent() != null && given.marks().contains(event.member().value());
        if (!isAsked || session.isOver()) {
            return Decision.moved(session);
        }
        var answer = event.yes() ? Given.Consent.ACCEPTED : Given.Consent.DECLINED;
        if (answer == given.consent()) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session.with(asking, unit, given.consent(answer)));
        var by = given.by();
        if (by != null) {
            var template = event.yes() ? "consent.given" : "consent.refused";
            transition.whisper(
                    by,
                    transition.newKey(template),
                    Line.of(template).with("who", new Arg.Person(event.member())));
        }
        List.copyOf(session.tracks().keySet())
                .forEach(track -> Walk.advanceIfComplete(transition, track, event.at()));
        return transition.accepted();
    }

    /// A round that is written is a round all the same: what comes by the form is heard in the
    /// thread like what is said there.
    private static boolean isTurnInWriting(Session session, Track track, Step.Ask ask) {
        var step = session.stepOf(track);
        return Floor.takesWords(session.mode(), step)
                && ask.equals(Questions.main(session.mode(), step));
    }

    private static void storeAnonymous(
            Transition transition, SessionEvent.Answered event, Step.Ask ask, Unit unit) {
        var session = transition.session();
        var track = session.track(event.track());
        var asking = Questions.asking(track, ask.title()).key();
        boolean late = session.revealed().contains(asking);
        var given = new Given(null, 0, ask.answer().fields().size(), event.visit(), late);
        transition.become(session.with(asking, unit, given));
        transition.emit(
                new Effect.StoreAnonymous(
                        track.step(),
                        asking,
                        event.member(),
                        audience(session, track, ask, unit, event.member()),
                        false));
    }

    /// Inside a group, "everyone" means its people; what a whole team or group says there is for
    /// all.
    private static Audience audience(
            Session session, Track track, Step.Ask ask, Unit unit, MemberId by) {
        var ofTrack =
                track.group() == 0 || unit.isCollective()
                        ? Audience.ALL
                        : Audience.group(track.group());
        return switch (ask.reveal()) {
            case AS_THEY_ARRIVE, TOGETHER -> ofTrack;
            case TO_THE_PRESENTER -> Audience.role(Circle.PRESENTER);
            case TO_FACILITATORS -> Audience.FACILITATORS;
            case TO_THE_OWN_GROUP ->
                    track.group() == 0 ? Audience.AUTHOR : Audience.group(track.group());
            case TO_THE_NEXT_GROUP -> nextGroup(session, track, ask, by);
            case NEVER -> Audience.AUTHOR;
            case TO_THE_OWN_TEAM -> {
                var seat = session.seat(by);
                yield seat == null ? Audience.AUTHOR : Audience.team(seat.team());
            }
        };
    }

    /// Until the next group is formed it is nobody's but the author's.
    private static Audience nextGroup(Session session, Track track, Step.Ask ask, MemberId by) {
        boolean isShared = session.revealed().contains(Questions.asking(track, ask.title()).key());
        return isShared ? Audience.group(session.lastGroupOf(by)) : Audience.AUTHOR;
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
        var ask = Questions.named(session, track, event.question());
        if (ask == null) {
            return track.progress() instanceof Progress.Speaking
                    ? Turns.pass(session, event)
                    : Decision.moved(session);
        }
        var unit = Circle.unitOf(session, track, ask.who(), event.member());
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
    static void close(Transition transition, Track track, Step.Ask ask) {
        var asking = Questions.asking(track, ask.title());
        boolean waitsForOthers =
                track.group() > 0 && ask.who().isCollective() && ask.reveal() == Reveal.TOGETHER;
        if (!waitsForOthers && opensAtClose(ask, asking)) {
            open(transition, ask, asking, track.visit());
        }
    }

    private static boolean opensAtClose(Step.Ask ask, Asking asking) {
        return switch (ask.reveal()) {
            case NEVER, TO_THE_NEXT_GROUP -> false;
            case TO_THE_OWN_GROUP -> asking.group() > 0;
            case AS_THEY_ARRIVE, TOGETHER, TO_THE_PRESENTER, TO_THE_OWN_TEAM, TO_FACILITATORS ->
                    !isOutAtOnce(ask);
        };
    }

    /// @param visit the one that ends
    private static void open(Transition transition, Step.Ask ask, Asking asking, int visit) {
        var session = transition.session();
        if (mayOpen(session, ask, asking.key(), visit)) {
            transition.become(session.reveal(asking.key()));
            transition.emit(new Effect.Reveal(asking.key()));
        }
    }

    /// Anonymous answers come out only in company: also those that were added after the others.
    private static boolean mayOpen(Session session, Step.Ask ask, String asking, int visit) {
        boolean isOut = session.revealed().contains(asking);
        if (ask.names() != Names.ANONYMOUS) {
            return !isOut;
        }
        long fresh =
                session.given(asking).values().stream()
                        .filter(given -> !isOut || (given.afterReveal() && given.visit() == visit))
                        .count();
        return fresh >= Questions.FEWEST_ANONYMOUS;
    }

    /// The groups of a track meet: what each of them answered as one comes out together.
    static void openOfGroups(Transition transition, Track parent) {
        var session = transition.session();
        for (var step : session.protocol().steps()) {
            var ask = Questions.main(session.mode(), step);
            if (ask != null && ask.reveal() == Reveal.TOGETHER && ask.who().isCollective()) {
                for (var asking : Questions.askings(session, ask.title())) {
                    var group = session.groups().get(asking.group());
                    if (group != null && group.track() == parent.id()) {
                        open(transition, ask, asking, parent.visit());
                    }
                }
            }
        }
    }

    /// New groups were formed: each may read what its people were promised to share with it. Once:
    /// what was shared with two is not shared with four.
    static void shareWith(Transition transition, List<Group> groups) {
        for (var step : transition.session().protocol().steps()) {
            if (step instanceof Step.Ask ask && ask.reveal() == Reveal.TO_THE_NEXT_GROUP) {
                for (var asking : Questions.askings(transition.session(), ask.title())) {
                    if (!transition.session().revealed().contains(asking.key())) {
                        groups.forEach(group -> share(transition, group, asking));
                        transition.become(transition.session().reveal(asking.key()));
                    }
                }
            }
        }
    }

    private static void share(Transition transition, Group group, Asking asking) {
        var numbers =
                transition.session().given(asking.key()).values().stream()
                        .filter(given -> given.by() != null && given.first() > 0)
                        .filter(given -> group.members().contains(given.by()))
                        .flatMap(given ->
                                IntStream.range(given.first(), given.first() + given.fields())
                                        .boxed())
                        .toList();
        if (!numbers.isEmpty()) {
            transition.emit(new Effect.Share(numbers, Audience.group(group.id())));
        }
    }

    private static Line notAsked(Step.Ask ask) {
        return Line.of("problem.not-asked").with("question", new Arg.Label(ask.title()));
    }
}
