package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
                    case Progress.Speaking speaking -> isComplete(step, speaking);
                    case Progress.Asked asked -> {
                        var ask = Questions.main(session.mode(), step);
                        yield ask != null
                                && Questions.isComplete(session, ask, asked, track.visit());
                    }
                };
        var beside = step.meanwhile();
        var meanwhile = track.meanwhile();
        return mainDone
                && (beside == null
                        || meanwhile == null
                        || Questions.missing(session, beside, meanwhile).isEmpty());
    }

    private static boolean isComplete(Step step, Progress.Speaking speaking) {
        var until = step.until();
        if (until.answers() != null && speaking.spoken().size() >= until.answers()) {
            return true;
        }
        return speaking.now() == null && (until.everyone() || !until.waitsForFacilitator());
    }

    private static void close(Transition transition, int trackId, Instant at, boolean skipped) {
        var track = transition.track(trackId);
        Questions.all(transition.session().mode(), transition.step(trackId))
                .forEach(ask -> Questions.close(transition, ask, track.visit()));
        if (skipped) {
            transition.say(
                    "v" + track.visit() + ".skipped",
                    Transition.line("step.skipped", track.step()));
        }
        leave(transition, track, at, skipped);
    }

    private static void leave(Transition transition, Track track, Instant at, boolean skipped) {
        var visit = new Session.Past(track.step(), track.visit(), track.openedAt(), at, skipped);
        transition.become(transition.session().with(visit));
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
        if (isForNobody(session, step)) {
            transition.say(
                    "v" + transition.newVisit() + ".nobody", Transition.line("step.nobody", index));
            return false;
        }
        enter(transition, trackId, index, at, "step.opened");
        return true;
    }

    /// A turn that nobody is here for is waited for instead.
    private static boolean isForNobody(Session session, Step step) {
        return switch (step) {
            case Step.Ask ask -> Circle.of(session, ask.who()).isEmpty();
            case Step.Round round -> Circle.of(session, round.who()).isEmpty();
            case Step.Say _,
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
                    false;
        };
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
        var planned = Times.planned(session, step, at);
        var track =
                new Track(
                        trackId,
                        index,
                        visit,
                        Track.Stage.OPEN,
                        at,
                        at.plus(planned),
                        null,
                        planned,
                        null,
                        progress(session, step, at),
                        meanwhile(session, step),
                        before.progress() instanceof Progress.Gathering
                                ? null
                                : new Track.Closed(before.step(), before.visit(), at));
        transition.put(track);
        transition.say("v" + visit, opening(track, step, template));
        Turns.tellSpeaker(transition, trackId);
        if (Turns.speakerIsAway(transition.session(), transition.track(trackId))) {
            Leading.holdForPresenter(transition, trackId, at);
        }
    }

    private static Progress progress(Session session, Step step, Instant at) {
        var ask = Questions.main(session.mode(), step);
        if (ask != null) {
            return Questions.opened(session, ask);
        }
        return step instanceof Step.Turn || step instanceof Step.Round
                ? Turns.opened(session, step, at)
                : new Progress.Plain();
    }

    private static Progress.@Nullable Asked meanwhile(Session session, Step step) {
        var beside = step.meanwhile();
        return beside == null ? null : Questions.opened(session, beside);
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

    /// Opens a step again, for whoever is here now. What is hidden stays hidden, what is out stays
    /// out.
    static void reopen(Transition transition, int trackId, int index, Instant at) {
        enter(transition, trackId, index, at, "step.reopened");
    }

    /// Leaves a step in the middle for one that is opened again.
    static void leaveFor(Transition transition, int trackId, int index, Instant at) {
        leave(transition, transition.track(trackId), at, false);
        reopen(transition, trackId, index, at);
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

    /// Ends the session in the middle of a step. What was hidden and never opened stays hidden.
    static void breakOff(Transition transition, Session.Outcome outcome, Instant at) {
        var session = transition.session();
        if (session.phase() == Session.Phase.RUNNING) {
            leave(transition, session.main(), at, false);
        }
        finish(transition, outcome, at);
    }

    private static void finish(Transition transition, Session.Outcome outcome, Instant at) {
        var main = transition.session().main();
        var still = main.timed(null, Duration.ZERO).due(null);
        transition.become(
                transition
                        .session()
                        .tracks(Map.of(Session.MAIN, still))
                        .phase(Session.Phase.ENDED, outcome));
        var template =
                switch (outcome) {
                    case FINISHED -> "session.finished";
                    case STOPPED -> "session.stopped";
                    case FELL_SILENT -> "session.silent";
                };
        transition.say(
                transition.newKey("end"),
                Line.of(template).with("at", new Arg.Time(at.toEpochMilli())));
    }
}
