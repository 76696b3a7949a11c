package org.convenor.session;

import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// The open floor: what people write in the session's thread.
public final class Floor {
    private Floor() {}

    /// Whether what people write in the thread belongs to the step.
    public static boolean isOpen(Step step) {
        return switch (step) {
            case Step.Turn _, Step.Talk _, Step.Round _ -> true;
            case Step.Say _,
                    Step.Ask _,
                    Step.Display _,
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
                    false;
        };
    }

    /// Whether a step keeps what people write in the thread. A round that opens together does not:
    /// in the thread it could be read before its time, so it is written in a form.
    static boolean takesWords(Mode mode, Step step) {
        var ask = Questions.main(mode, step);
        return isOpen(step) && (ask == null || ask.reveal() == Reveal.AS_THEY_ARRIVE);
    }

    /// Whether the people of a track can write in the thread now.
    public static boolean takesWords(Track track, Mode mode, Step step) {
        return !track.isApart()
                && !(track.progress() instanceof Progress.Arrived)
                && takesWords(mode, step);
    }

    /// Words written in the thread.
    static Decision speak(Session session, SessionEvent.Spoke event) {
        var seat = session.seat(event.member());
        if (seat == null || !seat.isHere()) {
            return Decision.refused(session, Line.of("problem.not-joined"));
        }
        var track = session.tracks().get(event.track());
        if (track != null && isOpenFor(session, track, event)) {
            return speakNow(session, event, track, seat);
        }
        var closed = lastClosed(session, event);
        if (closed != null) {
            var transition = new Transition(session);
            keepWords(
                    transition,
                    closed.group(),
                    event.member(),
                    closed.step(),
                    closed.visit(),
                    true);
            return transition.accepted();
        }
        return Decision.refused(session, Line.of("problem.floor-closed"));
    }

    private static boolean isOpenFor(Session session, Track track, SessionEvent.Spoke event) {
        return session.phase() == Session.Phase.RUNNING
                && session.here(track).anyMatch(seat -> seat.member().equals(event.member()))
                && (event.visit() == 0 || event.visit() == track.visit())
                && takesWords(track, session.mode(), session.stepOf(track));
    }

    /// The visit that words were for which come a little late, or null if it is too late for any.
    private static Session.@Nullable Past lastClosed(Session session, SessionEvent.Spoke event) {
        var past = session.past();
        for (int index = past.size() - 1; index >= 0; index--) {
            var visit = past.get(index);
            if (event.at().isAfter(visit.closedAt().plus(Times.LATE_WORDS))) {
                return null;
            }
            if (isTheirs(session, event.member(), visit.group())) {
                boolean meant = event.visit() == 0 || event.visit() == visit.visit();
                var step = session.protocol().steps().get(visit.step());
                return meant && takesWords(session.mode(), step) ? visit : null;
            }
        }
        return null;
    }

    private static boolean isTheirs(Session session, MemberId member, int id) {
        var group = session.groups().get(id);
        return id == 0 || (group != null && group.members().contains(member));
    }

    private static Decision speakNow(
            Session session, SessionEvent.Spoke event, Track track, Seat seat) {
        var transition = new Transition(session);
        var ask = Questions.main(session.mode(), session.stepOf(track));
        if (ask == null) {
            keepWords(
                    transition, track.group(), event.member(), track.step(), track.visit(), false);
        } else {
            answerInThread(transition, event, track, ask);
        }
        nudgeListener(transition, track, event.member());
        var unit = Turns.awaited(session, track, seat);
        if (unit != null && session.stepOf(track) instanceof Step.Round) {
            Turns.spoke(transition, track, unit, event.at());
        }
        Walk.advanceIfComplete(transition, track.id(), event.at());
        return transition.accepted();
    }

    /// In a written round the first words are the answer; what follows is kept beside it.
    private static void answerInThread(
            Transition transition, SessionEvent.Spoke event, Track track, Step.Ask ask) {
        var session = transition.session();
        var unit = Circle.unitOf(session, track, ask.who(), event.member());
        if (unit == null || Questions.given(session, track, ask).containsKey(unit.key())) {
            keepWords(
                    transition, track.group(), event.member(), track.step(), track.visit(), false);
            return;
        }
        var answered =
                new SessionEvent.Answered(
                        event.at(), event.member(), track.id(), track.visit(), ask.title(), 1);
        int number = Answering.store(transition, answered, ask, unit);
        say(transition, track, event.member(), number, false);
    }

    private static void keepWords(
            Transition transition, int group, MemberId member, int step, int visit, boolean late) {
        int number = transition.newContributions(1);
        transition.emit(
                new Effect.Store(
                        number, step, visit, null, member, Audience.ALL, true, true, late, null));
        say(transition, group, member, number, late);
    }

    static void say(Transition transition, Track track, MemberId member, int number, boolean late) {
        say(transition, track.group(), member, number, late);
    }

    private static void say(
            Transition transition, int group, MemberId member, int number, boolean late) {
        transition.emit(
                new Effect.Say(
                        "c" + number,
                        Line.of(late ? "said.late" : "said")
                                .with("who", new Arg.Person(member))
                                .with("words", new Arg.Words(number)),
                        group));
    }

    /// In private: you are listening now. Nothing is refused or deleted. The key is the same all
    /// through the visit, so that the inbox keeps it once.
    private static void nudgeListener(Transition transition, Track track, MemberId member) {
        var role = transition.step(track.id()).listening();
        if (role != null && Circle.holds(transition.session(), member, role)) {
            transition.whisper(
                    member,
                    "v" + track.visit() + ".listening",
                    Transition.line("nudge.listening", track.step()));
        }
    }

    /// "I am done": hands the floor on.
    static Decision giveFloor(Session session, SessionEvent.GaveFloor event) {
        var track = session.track(event.track());
        var seat = session.seat(event.member());
        if (seat == null || !seat.isHere()) {
            return Decision.refused(session, Line.of("problem.not-joined"));
        }
        var unit = Turns.awaited(session, track, seat);
        if (unit == null) {
            return Decision.refused(session, Line.of("problem.no-turn"));
        }
        var transition = new Transition(session);
        Turns.spoke(transition, track, unit, event.at());
        return transition.accepted();
    }

    /// Whether somebody may end a step before its time.
    public static boolean mayEndEarly(Session session, Track track, MemberId member) {
        var role = session.stepOf(track).endedEarlyBy();
        return role != null
                && session.here(track).anyMatch(seat -> seat.member().equals(member))
                && Circle.holds(session, member, role);
    }

    static Decision endEarly(Session session, SessionEvent.EndedEarly event) {
        var track = session.track(event.track());
        if (!mayEndEarly(session, track, event.member())) {
            return Decision.refused(session, Line.of("problem.no-early-end"));
        }
        var transition = new Transition(session);
        Walk.advance(transition, track.id(), event.at(), false);
        return transition.accepted();
    }

    /// The time is up: the facilitator may let them finish, and whose turn it is knows.
    static void announceEnd(Transition transition, Track track) {
        if (isOpen(transition.step(track.id()))) {
            Turns.remind(transition, track, "turn.over");
            transition.whisper(
                    transition.session().facilitator(),
                    transition.newKey(track, "floor.time-up"),
                    Transition.line("floor.time-up", track.step()));
        }
    }
}
