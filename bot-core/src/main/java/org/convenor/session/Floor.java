package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Turns, rounds and the open floor.
public final class Floor {
    /// A speaker's own time is kept from this length on. Shorter turns are handed over by voice;
    /// only the whole is timed.
    static final Duration SHORTEST_KEPT_TURN = Duration.ofMinutes(1);

    private Floor() {}

    /// Whether what people write in the thread belongs to the step.
    public static boolean isOpen(Step step) {
        return switch (step) {
            case Step.Turn _, Step.Talk _, Step.Round _ -> true;
            case Step.Say _, Step.Ask _, Step.Display _, Step.Quiet _, Step.Keep _ -> false;
        };
    }

    /// Whether what people write in the thread could be read before its time: a round that opens
    /// together is written in a form.
    public static boolean takesWords(Mode mode, Step step) {
        var ask = Questions.main(mode, step);
        return isOpen(step) && (ask == null || ask.reveal() == Reveal.AS_THEY_ARRIVE);
    }

    static Progress.Speaking opened(Session session, Step step, Instant at) {
        var order = Circle.of(session, whoSpeaks(step));
        return new Progress.Speaking(
                order, Set.of(), List.of(), false, turnEnds(session, step, at), false);
    }

    private static Who whoSpeaks(Step step) {
        return switch (step) {
            case Step.Turn turn -> turn.who();
            case Step.Round round -> round.who();
            case Step.Say _, Step.Ask _, Step.Display _, Step.Talk _, Step.Quiet _, Step.Keep _ ->
                    throw new IllegalArgumentException(
                            "nobody takes turns in “%s”".formatted(step.title()));
        };
    }

    /// Role that listens during a step, or null.
    public static @Nullable String listening(Step step) {
        return switch (step) {
            case Step.Turn turn -> turn.listening();
            case Step.Talk talk -> talk.listening();
            case Step.Round round -> round.listening();
            case Step.Say _, Step.Ask _, Step.Display _, Step.Quiet _, Step.Keep _ -> null;
        };
    }

    private static @Nullable Instant turnEnds(Session session, Step step, Instant at) {
        boolean kept =
                session.mode() == Mode.LIVE
                        && step instanceof Step.Round round
                        && round.each() != null
                        && round.each().compareTo(SHORTEST_KEPT_TURN) >= 0;
        return kept ? at.plus(((Step.Round) step).each()) : null;
    }

    /// Words written in the thread.
    static Decision speak(Session session, SessionEvent.Spoke event) {
        var track = session.track(event.track());
        boolean current = event.visit() == 0 || event.visit() == track.visit();
        if (current
                && takesWords(session.mode(), session.stepOf(track))
                && session.phase() == Session.Phase.RUNNING) {
            return speakNow(session, event, track);
        }
        var previous = track.previous();
        if (previous != null && isStillInTime(session, event, previous)) {
            var transition = new Transition(session);
            keepWords(transition, event.member(), previous.step(), previous.visit(), true);
            return transition.accepted();
        }
        return Decision.refused(session, Line.of("problem.floor-closed"));
    }

    private static boolean isStillInTime(
            Session session, SessionEvent.Spoke event, Track.Closed previous) {
        return (event.visit() == 0 || event.visit() == previous.visit())
                && takesWords(session.mode(), session.protocol().steps().get(previous.step()))
                && !event.at().isAfter(previous.at().plus(Times.LATE_WORDS));
    }

    private static Decision speakNow(Session session, SessionEvent.Spoke event, Track track) {
        var ask = Questions.main(session.mode(), session.stepOf(track));
        if (ask != null) {
            return Questions.answer(
                    session,
                    new SessionEvent.Answered(
                            event.at(), event.member(), track.id(), track.visit(), ask.title(), 1));
        }
        var transition = new Transition(session);
        keepWords(transition, event.member(), track.step(), track.visit(), false);
        nudgeListener(transition, track, event.member());
        if (transition.step(track.id()) instanceof Step.Round) {
            hadTurn(transition, track, event.member(), event.at());
        }
        return transition.accepted();
    }

    private static void keepWords(
            Transition transition, MemberId member, int step, int visit, boolean late) {
        int number = transition.newContribution();
        transition.emit(
                new Effect.Store(
                        number, step, visit, null, member, Audience.ALL, true, true, late));
        transition.say(
                "c" + number,
                Line.of(late ? "said.late" : "said")
                        .with("who", new Arg.Person(member))
                        .with("words", new Arg.Words(number)));
    }

    /// Once per visit, in private: you are listening now. Nothing is ever refused or deleted.
    private static void nudgeListener(Transition transition, Track track, MemberId member) {
        var role = listening(transition.step(track.id()));
        if (role != null && Circle.holds(transition.session(), member, role)) {
            transition.whisper(
                    member,
                    "v" + track.visit() + ".listening",
                    Transition.line("nudge.listening", track.step()));
        }
    }

    static Decision giveFloor(Session session, SessionEvent.GaveFloor event) {
        var track = session.track(event.track());
        var transition = new Transition(session);
        hadTurn(transition, track, event.member(), event.at());
        return transition.accepted();
    }

    private static void hadTurn(Transition transition, Track track, MemberId member, Instant at) {
        var session = transition.session();
        var seat = session.seat(member);
        if (seat == null || !(track.progress() instanceof Progress.Speaking speaking)) {
            return;
        }
        speaking.order().stream()
                .filter(unit -> unit.includes(seat))
                .findFirst()
                .ifPresent(unit -> goOn(transition, track.id(), unit, false, at));
    }

    static Decision pass(Session session, SessionEvent.Passed event) {
        var track = session.track(event.track());
        var seat = session.seat(event.member());
        var transition = new Transition(session);
        if (seat != null && track.progress() instanceof Progress.Speaking speaking) {
            speaking.order().stream()
                    .filter(unit -> unit.includes(seat))
                    .findFirst()
                    .ifPresent(unit -> goOn(transition, track.id(), unit, true, event.at()));
        }
        return transition.accepted();
    }

    /// Takes a unit out of the order and gives the floor to whoever is next; those who passed are
    /// asked once more at the end.
    static void goOn(Transition transition, int trackId, Unit done, boolean passed, Instant at) {
        var track = transition.track(trackId);
        if (!(track.progress() instanceof Progress.Speaking speaking)) {
            return;
        }
        boolean hadFloor = done.equals(speaking.now());
        var order = new ArrayList<>(speaking.order());
        order.remove(done);
        var passers = new ArrayList<>(speaking.passed());
        var spoken = new HashSet<>(speaking.spoken());
        if (passed && !speaking.again()) {
            passers.add(done);
        } else if (!passed) {
            spoken.add(done);
        }
        boolean again = speaking.again();
        if (order.isEmpty() && !again && !passers.isEmpty() && !spoken.isEmpty()) {
            order.addAll(passers);
            passers.clear();
            again = true;
        }
        boolean handsOver = hadFloor || again != speaking.again();
        var step = transition.step(trackId);
        var ends = handsOver ? turnEnds(transition.session(), step, at) : speaking.turnEnds();
        var next =
                new Progress.Speaking(
                        order,
                        spoken,
                        passers,
                        again,
                        order.isEmpty() ? null : ends,
                        !handsOver && speaking.turnOver());
        transition.put(track.progress(next));
        if (handsOver) {
            tellSpeaker(transition, trackId);
        }
        Walk.advanceIfComplete(transition, trackId, at);
    }

    /// Tells whoever has the floor now, in private and once.
    static void tellSpeaker(Transition transition, int trackId) {
        var track = transition.track(trackId);
        if (track.progress() instanceof Progress.Speaking speaking && speaking.now() != null) {
            var template = speaking.again() ? "turn.again" : "turn.yours";
            transition.whisper(
                    speaking.now(),
                    "v%d.%s.%s".formatted(track.visit(), template, speaking.now().key()),
                    Transition.line(template, track.step()));
        }
    }

    /// The speaker's own time is up: first a private word, then the floor goes on. Nobody is cut
    /// off.
    static void speakerIsDue(
            Transition transition, Track track, Progress.Speaking speaking, Instant at) {
        var now = speaking.now();
        if (now == null
                || !(transition.step(track.id()) instanceof Step.Round round)
                || round.each() == null) {
            return;
        }
        if (speaking.turnOver()) {
            goOn(transition, track.id(), now, false, at);
            return;
        }
        transition.whisper(
                now,
                "v%d.over.%s".formatted(track.visit(), now.key()),
                Transition.line("turn.over", track.step()));
        transition.put(
                track.progress(
                        new Progress.Speaking(
                                speaking.order(),
                                speaking.spoken(),
                                speaking.passed(),
                                speaking.again(),
                                at.plus(Times.overtime(round.each())),
                                true)));
    }

    /// Passes the turns of those who are no longer here.
    static void withoutAbsent(Transition transition, int trackId, Instant at) {
        if (transition.track(trackId).progress() instanceof Progress.Speaking speaking) {
            for (var unit : speaking.order()) {
                if (!Circle.isHere(transition.session(), unit)
                        && isAt(transition, trackId, speaking)) {
                    goOn(transition, trackId, unit, true, at);
                    withoutAbsent(transition, trackId, at);
                    return;
                }
            }
            var passers =
                    speaking.passed().stream()
                            .filter(unit -> Circle.isHere(transition.session(), unit))
                            .toList();
            if (passers.size() < speaking.passed().size()) {
                var track = transition.track(trackId);
                transition.put(
                        track.progress(
                                new Progress.Speaking(
                                        speaking.order(),
                                        speaking.spoken(),
                                        passers,
                                        speaking.again(),
                                        speaking.turnEnds(),
                                        speaking.turnOver())));
            }
        }
    }

    private static boolean isAt(Transition transition, int trackId, Progress.Speaking speaking) {
        return transition.track(trackId).progress().equals(speaking);
    }
}
