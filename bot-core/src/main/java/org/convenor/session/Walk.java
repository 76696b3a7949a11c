package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Walks a track from step to step.
final class Walk {
    private Walk() {}

    /// Ends the current step and opens the next one that takes time.
    static void advance(Transition transition, int trackId, Instant at, boolean skipped) {
        int step = transition.track(trackId).step();
        close(transition, trackId, at, skipped);
        open(transition, trackId, step + 1, at);
    }

    /// Goes on if nobody is awaited any more.
    static void advanceIfComplete(Transition transition, int trackId, Instant at) {
        var session = transition.session();
        var track = session.tracks().get(trackId);
        if (session.phase() == Session.Phase.RUNNING
                && track != null
                && !track.isHeld()
                && isComplete(session, track)) {
            advance(transition, trackId, at, false);
        }
    }

    private static boolean isComplete(Session session, Track track) {
        var step = session.stepOf(track);
        boolean mainDone =
                switch (track.progress()) {
                    case Progress.Plain _, Progress.Gathering _ -> false;
                    case Progress.Speaking speaking -> speaking.now() == null;
                    case Progress.Asked asked -> {
                        var ask = Questions.main(session.mode(), step);
                        yield ask != null && Questions.isComplete(session, ask, asked);
                    }
                };
        var beside = Questions.beside(step);
        var meanwhile = track.meanwhile();
        return mainDone
                && (beside == null
                        || meanwhile == null
                        || Questions.missing(session, beside, meanwhile).isEmpty());
    }

    private static void close(Transition transition, int trackId, Instant at, boolean skipped) {
        var track = transition.track(trackId);
        Questions.all(transition.session().mode(), transition.step(trackId))
                .forEach(ask -> Questions.close(transition, ask));
        if (skipped) {
            transition.say(
                    "v" + track.visit() + ".skipped",
                    Transition.line("step.skipped", track.step()));
        }
        var past = new ArrayList<>(transition.session().past());
        past.add(new Session.Past(track.step(), track.visit(), track.openedAt(), at, skipped));
        transition.become(transition.session().past(past));
    }

    /// Opens the first step from `index` on that takes time; what takes none is done on the way.
    /// Ends the session behind the last one.
    static void open(Transition transition, int trackId, int index, Instant at) {
        var steps = transition.session().protocol().steps();
        for (int next = index; next < steps.size(); next++) {
            if (opens(transition, trackId, next, at)) {
                return;
            }
        }
        finish(transition, Session.Outcome.FINISHED, at);
    }

    /// Opens one step, unless it takes no time or nobody is there to do it.
    private static boolean opens(Transition transition, int trackId, int index, Instant at) {
        var session = transition.session();
        var step = session.protocol().steps().get(index);
        if (step instanceof Step.Keep keep) {
            keep(transition, index, keep);
            return false;
        }
        if (step instanceof Step.Ask ask && ask.before()) {
            return false;
        }
        if (Times.isFolded(session.mode(), step)) {
            fold(transition, index, step);
            return false;
        }
        if (step instanceof Step.Ask ask && Circle.of(session, ask.who()).isEmpty()) {
            transition.say(
                    "v" + transition.newVisit() + ".nobody", Transition.line("step.nobody", index));
            return false;
        }
        enter(transition, trackId, index, at, "step.opened");
        return true;
    }

    private static void keep(Transition transition, int index, Step.Keep keep) {
        var session = transition.session();
        var questions =
                keep.saved().stream()
                        .flatMap(name -> Questions.savedAs(session, name).stream())
                        .map(Step.Ask::title)
                        .filter(title -> !session.given(title).isEmpty())
                        .toList();
        int visit = transition.newVisit();
        if (questions.isEmpty()) {
            transition.say("v" + visit + ".kept", Transition.line("step.nothing-kept", index));
            return;
        }
        transition.emit(new Effect.Keep(index, keep.becomes(), questions));
        transition.say("v" + visit + ".kept", Transition.line("step.kept", index));
    }

    private static void fold(Transition transition, int index, Step step) {
        if (Times.passesByItself(step)) {
            transition.say(
                    "v" + transition.newVisit() + ".said", Transition.line("step.said", index));
        }
    }

    /// Enters a step: a new visit, a clock, and one line in the thread.
    private static void enter(
            Transition transition, int trackId, int index, Instant at, String template) {
        var session = transition.session();
        var step = session.protocol().steps().get(index);
        var before = session.track(trackId);
        int visit = transition.newVisit();
        boolean again = template.equals("step.reopened");
        var planned = Times.planned(session, step, at);
        var track =
                new Track(
                        trackId,
                        index,
                        visit,
                        Track.Stage.OPEN,
                        at,
                        planned.isZero() ? null : at.plus(planned),
                        null,
                        planned,
                        null,
                        progress(session, step, at, again),
                        meanwhile(session, step, again),
                        before.progress() instanceof Progress.Gathering
                                ? null
                                : new Track.Closed(before.step(), before.visit(), at));
        transition.put(track);
        transition.say("v" + visit, opening(track, step, template));
        Floor.tellSpeaker(transition, trackId);
        holdWithoutSpeaker(transition, trackId, step, at);
    }

    private static Progress progress(Session session, Step step, Instant at, boolean again) {
        var ask = Questions.main(session.mode(), step);
        if (ask != null) {
            return again ? reopened() : Questions.opened(session, ask);
        }
        return step instanceof Step.Turn || step instanceof Step.Round
                ? Floor.opened(session, step, at)
                : new Progress.Plain();
    }

    private static Progress.@Nullable Asked meanwhile(Session session, Step step, boolean again) {
        var beside = Questions.beside(step);
        if (beside == null) {
            return null;
        }
        return again ? reopened() : Questions.opened(session, beside);
    }

    /// Nobody is awaited twice: it stays open until its time is up or the facilitator goes on.
    private static Progress.Asked reopened() {
        return new Progress.Asked(Set.of(), Set.of());
    }

    private static Line opening(Track track, Step step, String template) {
        var line =
                Transition.line(template, track.step())
                        .with("number", new Arg.Count(track.step() + 1L));
        if (track.deadline() != null) {
            line = line.with("until", new Arg.Time(track.deadline().toEpochMilli()));
        }
        boolean names = step instanceof Step.Turn || step instanceof Step.Round;
        if (names
                && track.progress() instanceof Progress.Speaking speaking
                && speaking.now() != null) {
            line = line.with("who", Transition.who(speaking.now()));
        }
        return line;
    }

    private static void holdWithoutSpeaker(
            Transition transition, int trackId, Step step, Instant at) {
        boolean nobody =
                step instanceof Step.Turn
                        && transition.track(trackId).progress()
                                instanceof Progress.Speaking speaking
                        && speaking.now() == null;
        if (nobody) {
            Leading.holdForPresenter(transition, trackId, at);
        }
    }

    /// Opens a step again, for whoever is here now.
    static void reopen(Transition transition, int trackId, int index, Instant at) {
        enter(transition, trackId, index, at, "step.reopened");
    }

    /// The nearest earlier step that took time, or -1.
    static int stepBefore(Session session, int index) {
        var steps = session.protocol().steps();
        for (int earlier = index - 1; earlier >= 0; earlier--) {
            var step = steps.get(earlier);
            boolean before = step instanceof Step.Ask ask && ask.before();
            if (!before && !(step instanceof Step.Keep) && !Times.isFolded(session.mode(), step)) {
                return earlier;
            }
        }
        return -1;
    }

    /// Ends the session. What was hidden and never opened stays hidden.
    static void finish(Transition transition, Session.Outcome outcome, Instant at) {
        var session = transition.session();
        var main = session.main();
        transition.become(
                session.tracks(Map.of(Session.MAIN, main.timed(null, Duration.ZERO).due(null))));
        transition.become(transition.session().phase(Session.Phase.ENDED, outcome));
        transition.say(
                "end" + session.lastVisit(),
                Line.of(
                                switch (outcome) {
                                    case FINISHED -> "session.finished";
                                    case STOPPED -> "session.stopped";
                                    case FELL_SILENT -> "session.silent";
                                })
                        .with("at", new Arg.Time(at.toEpochMilli())));
    }

    /// The questions that are answered before the beginning, by step index.
    static List<Integer> workBefore(Session session) {
        var found = new ArrayList<Integer>();
        var steps = session.protocol().steps();
        for (int index = 0; index < steps.size(); index++) {
            if (steps.get(index) instanceof Step.Ask ask && ask.before()) {
                found.add(index);
            }
        }
        return List.copyOf(found);
    }
}
