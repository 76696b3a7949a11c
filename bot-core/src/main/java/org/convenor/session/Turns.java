package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.jspecify.annotations.Nullable;

/// Who has the floor in a turn or a round, and who has it next.
final class Turns {
    /// A speaker's own time is kept from this length on. Shorter turns are handed over by voice;
    /// only the whole is timed.
    private static final Duration SHORTEST_KEPT_TURN = Duration.ofMinutes(1);

    private Turns() {}

    static Progress.Speaking opened(Session session, Track track, Step step, Instant at) {
        var order = Circle.of(session, track, whoSpeaks(step));
        return new Progress.Speaking(
                order, Set.of(), List.of(), false, turnEnds(session, step, at), false);
    }

    private static Who whoSpeaks(Step step) {
        var who = step.who();
        if (who == null) {
            throw new IllegalArgumentException(
                    "nobody takes turns in “%s”".formatted(step.title()));
        }
        return who;
    }

    private static @Nullable Instant turnEnds(Session session, Step step, Instant at) {
        var each = session.mode() == Mode.LIVE ? keptTurn(step) : null;
        return each == null ? null : at.plus(each);
    }

    /// How long each speaker's own clock runs, or null where there is none.
    private static @Nullable Duration keptTurn(Step step) {
        boolean kept =
                step instanceof Step.Round round
                        && round.each() != null
                        && round.each().compareTo(SHORTEST_KEPT_TURN) >= 0;
        return kept ? ((Step.Round) step).each() : null;
    }

    /// Whom a member speaks for in the order of a track, or null if for nobody who is awaited.
    static @Nullable Unit awaited(Session session, Track track, Seat seat) {
        return track.progress() instanceof Progress.Speaking speaking
                ? Circle.of(session, track, whoSpeaks(session.stepOf(track))).stream()
                        .filter(unit -> session.includes(unit, seat) && speaking.awaits(unit))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    static void spoke(Transition transition, Track track, Unit unit, Instant at) {
        if (track.progress() instanceof Progress.Speaking speaking) {
            goOn(transition, track, speaking, speaking.afterWordsOf(unit), at);
        }
    }

    static Decision pass(Session session, SessionEvent.Passed event) {
        var track = session.track(event.track());
        var seat = session.seat(event.member());
        var unit = seat == null || !seat.isHere() ? null : awaited(session, track, seat);
        if (unit == null
                || !(track.progress() instanceof Progress.Speaking speaking)
                || !speaking.order().contains(unit)) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session);
        goOn(transition, track, speaking, speaking.afterPassOf(unit), event.at());
        return transition.accepted();
    }

    /// Passes the turns of those who are no longer here, or in another group now.
    static void withoutAbsent(Transition transition, int trackId, Instant at) {
        var track = transition.track(trackId);
        if (!(track.progress() instanceof Progress.Speaking speaking)) {
            return;
        }
        var next = speaking;
        for (var unit : speaking.order()) {
            next = Circle.isOn(transition.session(), track, unit) ? next : next.without(unit);
        }
        for (var unit : speaking.passed()) {
            next = Circle.isOn(transition.session(), track, unit) ? next : next.without(unit);
        }
        if (!next.equals(speaking)) {
            goOn(transition, track, speaking, next, at);
        }
    }

    private static void goOn(
            Transition transition,
            Track track,
            Progress.Speaking before,
            Progress.Speaking left,
            Instant at) {
        var next = left.orOnceMore();
        boolean handsOver =
                !Objects.equals(next.now(), before.now()) || next.again() != before.again();
        if (handsOver) {
            var step = transition.step(track.id());
            var ends = next.now() == null ? null : turnEnds(transition.session(), step, at);
            next = next.timed(ends, false);
        }
        transition.put(track.progress(next));
        if (handsOver) {
            tellSpeaker(transition, track.id());
        }
        Walk.advanceIfComplete(transition, track.id(), at);
    }

    /// Tells whoever has the floor now, in private.
    static void tellSpeaker(Transition transition, int trackId) {
        var track = transition.track(trackId);
        if (track.progress() instanceof Progress.Speaking speaking) {
            tell(transition, track, speaking.again() ? "turn.again" : "turn.yours");
        }
    }

    /// Tells the one whose turn a step is how the time stands. A round keeps each speaker's own
    /// clock instead, or is handed over by voice.
    static void remind(Transition transition, Track track, String template) {
        if (transition.step(track.id()) instanceof Step.Turn) {
            tell(transition, track, template);
        }
    }

    private static void tell(Transition transition, Track track, String template) {
        if (track.progress() instanceof Progress.Speaking speaking && speaking.now() != null) {
            transition.whisper(
                    speaking.now(),
                    transition.newKey(track, template),
                    Transition.line(template, track.step()));
        }
    }

    /// The speaker's own time is up: first a private word, then the floor goes on. Nobody is cut
    /// off.
    static void speakerIsDue(
            Transition transition, Track track, Progress.Speaking speaking, Instant at) {
        if (speaking.turnOver() && speaking.now() != null) {
            spoke(transition, track, speaking.now(), at);
            return;
        }
        tell(transition, track, "turn.over");
        transition.put(patient(transition.session(), track, at));
    }

    /// Gives the speaker whose own time is up as long as it takes to finish.
    static Track patient(Session session, Track track, Instant at) {
        var each = keptTurn(session.stepOf(track));
        return each != null && track.progress() instanceof Progress.Speaking speaking
                ? track.progress(speaking.timed(at.plus(Times.overtime(each)), true))
                : track;
    }

    /// After a pause the speaker's own clock starts anew, so that nobody loses words to it. A turn
    /// that nobody was here for begins with whoever is here now.
    static Track rested(Session session, Track track, Instant at) {
        if (!(track.progress() instanceof Progress.Speaking speaking)) {
            return track;
        }
        var step = session.stepOf(track);
        if (speaking.now() == null && speaking.spoken().isEmpty() && step instanceof Step.Turn) {
            return track.progress(opened(session, track, step, at));
        }
        return speaking.now() == null
                ? track
                : track.progress(speaking.timed(turnEnds(session, step, at), false));
    }

    /// Moves the speaker's own clock.
    static Track later(Track track, Duration by) {
        return track.progress() instanceof Progress.Speaking speaking && speaking.turnEnds() != null
                ? track.progress(speaking.timed(speaking.turnEnds().plus(by), speaking.turnOver()))
                : track;
    }

    /// Whether a step is one person's turn and that person is away.
    static boolean speakerIsAway(Session session, Track track) {
        return session.stepOf(track) instanceof Step.Turn
                && track.progress() instanceof Progress.Speaking speaking
                && speaking.spoken().isEmpty()
                && speaking.order().stream().noneMatch(unit -> Circle.isOn(session, track, unit));
    }
}
