package org.convenor.session;

import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Names;
import org.convenor.protocol.Step;

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
        var named = Consents.namedPerson(ask, event);
        var consent = Consents.of(before, named, event);
        var given = new Given(event.member(), first, fields, visit, late, event.marks(), consent);
        transition.become(session.with(asking, unit, given));
        transition.emit(
                new Effect.Store(
                        first,
                        track.step(),
                        visit,
                        asking,
                        event.member(),
                        audience(session, track, ask, event.member()),
                        late || Reveals.isOutAtOnce(ask),
                        ask.names() == Names.SHOWN,
                        late,
                        unit.isCollective() ? unit : null));
        if (named != null && consent == Given.Consent.ASKED) {
            transition.whisper(
                    named,
                    transition.newKey(track, "consent"),
                    Transition.line("consent.asked", track.step())
                            .with("who", new Arg.Person(event.member())));
        }
        return first;
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
                        audience(session, track, ask, event.member()),
                        false));
    }

    /// Inside a group, "everyone" means its people; what a whole team or group says there is for
    /// all, and so is what stands in the group's thread.
    private static Audience audience(Session session, Track track, Step.Ask ask, MemberId by) {
        var ofTrack =
                track.group() == 0 || ask.who().isCollective()
                        ? Audience.ALL
                        : Audience.group(track.group());
        return switch (ask.reveal()) {
            case AS_THEY_ARRIVE -> isTurnInWriting(session, track, ask) ? Audience.ALL : ofTrack;
            case TOGETHER -> ofTrack;
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

    private static Line notAsked(Step.Ask ask) {
        return Line.of("problem.not-asked").with("question", new Arg.Label(ask.title()));
    }
}
