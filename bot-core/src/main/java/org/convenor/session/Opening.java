package org.convenor.session;

import java.time.Instant;
import java.util.List;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Opens steps: a new visit, a clock, and one line in the thread. What takes no time is done on the
/// way.
final class Opening {
    private Opening() {}

    /// Opens one step, unless it takes no time or nobody is there to do it.
    static boolean opens(Transition transition, int trackId, int index, Instant at) {
        var session = transition.session();
        var track = session.track(trackId);
        var step = session.protocol().steps().get(index);
        if (step instanceof Step.Keep keep) {
            keep(transition, track, index, keep);
            return false;
        }
        if (step instanceof Step.Ask ask && ask.before()) {
            return false;
        }
        if (step instanceof Step.Swap swap) {
            Swaps.swap(transition, swap);
        }
        if (!Groups.splits(step) && Times.isFolded(session.mode(), step)) {
            fold(transition, track, index, step);
            return false;
        }
        if (isForNobody(transition.session(), track, step)) {
            transition.say(
                    track,
                    "v" + transition.newVisit() + ".nobody",
                    Transition.line("step.nobody", index));
            return false;
        }
        enter(transition, trackId, index, at, "step.opened");
        return true;
    }

    /// A turn of somebody who was named is waited for instead, where everybody is together.
    private static boolean isForNobody(Session session, Track track, Step step) {
        var who = step.who();
        if (who == null || !Circle.of(session, track, who).isEmpty()) {
            return hasNoCards(session, track, step);
        }
        return switch (step) {
            case Step.Turn _ -> track.group() > 0 || who.role() == null || track.turn() != null;
            case Step.Ask _, Step.Round _, Step.Decide _, Step.Deal _, Step.Sort _ -> true;
            case Step.Say _,
                    Step.Display _,
                    Step.Talk _,
                    Step.Quiet _,
                    Step.Keep _,
                    Step.Group _,
                    Step.Swap _,
                    Step.Repeat _,
                    Step.When _,
                    Step.Stop _ ->
                    false;
        };
    }

    /// Nothing was written that could be chosen, dealt or sorted.
    private static boolean hasNoCards(Session session, Track track, Step step) {
        boolean needsCards =
                step instanceof Step.Deal
                        || step instanceof Step.Sort
                        || (step instanceof Step.Decide decide && decide.from() != null);
        return needsCards
                && Cards.onTable(session, track, step).values().stream().allMatch(List::isEmpty);
    }

    private static void keep(Transition transition, Track track, int index, Step.Keep keep) {
        var session = transition.session();
        var askings =
                keep.saved().stream()
                        .flatMap(name -> Questions.savedAs(session, name).stream())
                        .flatMap(ask -> Questions.askings(session, ask.title()).stream())
                        .filter(asking -> track.group() == 0 || asking.group() == track.group())
                        .map(Asking::key)
                        .toList();
        int visit = transition.newVisit();
        if (askings.isEmpty()) {
            transition.say(
                    track, "v" + visit + ".kept", Transition.line("step.nothing-kept", index));
            return;
        }
        transition.become(transition.session().kept(index));
        transition.emit(new Effect.Keep(index, keep.becomes(), askings));
        transition.say(track, "v" + visit + ".kept", Transition.line("step.kept", index));
    }

    private static void fold(Transition transition, Track track, int index, Step step) {
        if (Times.passesByItself(step)) {
            transition.say(
                    track,
                    "v" + transition.newVisit() + ".said",
                    Transition.line("step.said", index));
        }
    }

    /// Enters a step: a new visit, a clock, and one line in the thread.
    static void enter(Transition transition, int trackId, int index, Instant at, String template) {
        var session = transition.session();
        var step = session.protocol().steps().get(index);
        var before = session.track(trackId);
        var planned = Times.planned(session, step, at);
        var track =
                before.entering(
                        index,
                        transition.newVisit(),
                        at,
                        planned,
                        progress(session, before, index, at),
                        meanwhile(session, before, step));
        transition.put(track);
        transition.say(track, "v" + track.visit(), opening(session, track, step, template));
        Turns.tellSpeaker(transition, trackId);
        if (track.progress() instanceof Progress.Forming) {
            Groups.form(transition, trackId, at);
        } else if (Turns.speakerIsAway(transition.session(), transition.track(trackId))) {
            Leading.holdForPresenter(transition, trackId, at);
        }
    }

    private static Progress progress(Session session, Track track, int index, Instant at) {
        var step = session.protocol().steps().get(index);
        var ask = Questions.main(session.mode(), step);
        if (ask != null) {
            return Questions.opened(session, track, step, ask);
        }
        if (step instanceof Step.Group group && Groups.isSplitBy(track, group, index)) {
            return new Progress.Forming(List.of());
        }
        return step instanceof Step.Turn || step instanceof Step.Round
                ? Turns.opened(session, track, step, at)
                : new Progress.Plain();
    }

    private static Progress.@Nullable Asked meanwhile(Session session, Track track, Step step) {
        var beside = step.meanwhile();
        return beside == null ? null : Questions.opened(session, track, step, beside);
    }

    private static Line opening(Session session, Track track, Step step, String template) {
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
            line = line.with("who", Transition.who(session, speaking.now()));
        }
        return line;
    }

    /// Opens a step again, for whoever is here now. What is hidden stays hidden, what is out stays
    /// out.
    static void reopen(Transition transition, int trackId, int index, Instant at) {
        enter(transition, trackId, index, at, "step.reopened");
    }

    /// Leaves a step in the middle and opens it again.
    static void reopenNow(Transition transition, Track track, Instant at) {
        Walk.leave(transition, track, at, Session.Left.AGAIN);
        reopen(transition, track.id(), track.step(), at);
    }
}
