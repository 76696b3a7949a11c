package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Questions that are answered before the beginning, each on a track of its own.
final class WorkBefore {
    private WorkBefore() {}

    /// Their step indexes.
    static List<Integer> steps(Session session) {
        var found = new ArrayList<Integer>();
        var steps = session.protocol().steps();
        for (int index = 0; index < steps.size(); index++) {
            if (steps.get(index) instanceof Step.Ask ask && ask.before()) {
                found.add(index);
            }
        }
        return List.copyOf(found);
    }

    private static Step.Ask ask(Session session, int step) {
        return (Step.Ask) session.protocol().steps().get(step);
    }

    static void open(Transition transition, Instant at) {
        int track = Session.MAIN;
        for (int step : steps(transition.session())) {
            track++;
            int visit = transition.newVisit();
            transition.putAsDue(
                    new Track(
                            track,
                            0,
                            0,
                            0,
                            List.of(),
                            step,
                            visit,
                            Track.Stage.OPEN,
                            at,
                            null,
                            reminder(transition.session(), step, at),
                            Duration.ZERO,
                            null,
                            new Progress.Asked(Set.of(), Set.of()),
                            null));
        }
        askNewcomers(transition, at);
    }

    /// Asks those who were not asked yet: people join one by one, and roles are named late.
    static void askNewcomers(Transition transition, Instant at) {
        for (var track : List.copyOf(transition.session().tracks().values())) {
            if (track.progress() instanceof Progress.Asked asked) {
                askNewcomers(transition, track, asked, at);
            }
        }
    }

    private static void askNewcomers(
            Transition transition, Track track, Progress.Asked asked, Instant at) {
        var session = transition.session();
        var ask = ask(session, track.step());
        var newcomers = new ArrayList<>(Circle.of(session, track, ask.who()));
        newcomers.removeAll(asked.asked());
        if (newcomers.isEmpty()) {
            return;
        }
        var next = track.progress(asked.with(newcomers));
        transition.putAsDue(
                next.dueAt() == null ? next.due(reminder(session, track.step(), at)) : next);
        newcomers.removeIf(unit -> Questions.given(session, track, ask).containsKey(unit.key()));
        var key = transition.newKey(track, "before");
        newcomers.forEach(unit ->
                transition.whisper(unit, key, Transition.line("before.asked", track.step())));
    }

    /// Work before a live session takes days too.
    private static @Nullable Instant reminder(Session session, int step, Instant at) {
        var window = ask(session, step).heading().timing().async();
        return window == null ? null : session.calendar().plus(at, window);
    }

    /// The time is over and the work is not there: a private reminder, once.
    static void remind(Transition transition, Track track) {
        Questions.remind(transition, track, "before.reminder");
        transition.putAsDue(track.due(null));
    }

    /// The first of them that somebody here still owes, as a step index, or null if none.
    static @Nullable Integer missing(Session session) {
        for (var track : session.tracks().values()) {
            if (track.id() != Session.MAIN
                    && track.progress() instanceof Progress.Asked asked
                    && !Questions.missing(session, track, ask(session, track.step()), asked)
                            .isEmpty()) {
                return track.step();
            }
        }
        return null;
    }
}
