package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Who leads, and what happens when a session waits for somebody who is not there.
final class Leading {
    private Leading() {}

    /// Stops the clock because whoever should speak is not here, and asks the facilitator.
    static void holdForPresenter(Transition transition, int trackId, Instant at) {
        var track = transition.track(trackId);
        var held =
                track.held(new Track.Hold(Track.Reason.PRESENTER_LEFT, timeLeft(track, at)), null);
        transition.putAsDue(held.stage(Track.Stage.WAITING, firstOffer(transition, at)));
        transition.whisper(
                transition.session().facilitator(),
                transition.newKey(track, "presenter-left"),
                Transition.line("hold.presenter-left", track.step()));
    }

    /// What is left of the time of a step, or null if it is untimed.
    static @Nullable Duration timeLeft(Track track, Instant at) {
        if (track.hold() != null) {
            return track.hold().left();
        }
        if (track.deadline() == null) {
            return null;
        }
        var left = Duration.between(at, track.deadline());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// A step that only the facilitator ends has come to its time.
    static void waitForFacilitator(Transition transition, int trackId, Instant at) {
        var track = transition.track(trackId);
        transition.putAsDue(
                track.timed(null, track.planned())
                        .stage(Track.Stage.WAITING, firstOffer(transition, at)));
        transition.whisper(
                transition.session().facilitator(),
                transition.newKey(track, "waiting"),
                Transition.line("wait.facilitator", track.step()));
    }

    private static Instant firstOffer(Transition transition, Instant at) {
        return Times.offerToCoFacilitators(transition.session(), at);
    }

    /// Nobody acted while a track waited: offers the lead to ever more people, and at last ends the
    /// session.
    static void escalate(Transition transition, int trackId, Instant at) {
        var track = transition.track(trackId);
        var session = transition.session();
        switch (track.stage()) {
            case WAITING -> {
                offerToCoFacilitators(transition, track);
                var next = Times.offerToAll(session, at);
                transition.putAsDue(track.stage(Track.Stage.OFFERED_TO_CO_FACILITATORS, next));
            }
            case OFFERED_TO_CO_FACILITATORS -> {
                transition.say(
                        transition.newKey(track, "lead-offered"),
                        Line.of("lead.offered").with("who", new Arg.Person(session.facilitator())));
                var end = at.plus(Times.silence(session));
                transition.putAsDue(track.stage(Track.Stage.OFFERED_TO_ALL, end));
            }
            case OPEN, LAST_CALL, OVERTIME, OFFERED_TO_ALL ->
                    Walk.breakOff(transition, Session.Outcome.FELL_SILENT, at);
        }
    }

    /// The facilitator went, or does not act: those who may step in are asked in private.
    static void offerToCoFacilitators(Transition transition, Track track) {
        var session = transition.session();
        var away = new Arg.Person(session.facilitator());
        var key = transition.newKey(track, "offer");
        session.coFacilitators().stream()
                .filter(session::isHere)
                .filter(member -> !member.equals(session.facilitator()))
                .forEach(member ->
                        transition.whisper(member, key, Line.of("lead.offer").with("who", away)));
    }

    static Decision takeOver(Session session, SessionEvent.TookOver event) {
        if (session.isOver() || event.by().equals(session.facilitator())) {
            return Decision.unchanged(session);
        }
        var before = session.facilitator();
        var others = new TreeSet<>(session.coFacilitators());
        others.add(before);
        others.remove(event.by());
        var transition = new Transition(session.led(event.by(), others));
        var key = transition.newKey("lead");
        transition.say(
                key,
                Line.of("lead.taken")
                        .with("who", new Arg.Person(event.by()))
                        .with("before", new Arg.Person(before)));
        transition.whisper(
                before, key, Line.of("lead.lost").with("who", new Arg.Person(event.by())));
        session.tracks().values().stream()
                .filter(Times::isWaiting)
                .forEach(track -> restartWaiting(transition, track, event.at()));
        return transition.accepted();
    }

    /// The new lead gets the same patience as the one before.
    private static void restartWaiting(Transition transition, Track track, Instant at) {
        transition.putAsDue(track.stage(Track.Stage.WAITING, firstOffer(transition, at)));
    }

    static Decision giveRole(Session session, SessionEvent.RoleGiven event) {
        if (session.isOver()) {
            return Decision.moved(session);
        }
        if (!isNamed(session, event.role())) {
            return Decision.refused(
                    session,
                    Line.of("problem.no-such-role").with("role", new Arg.Label(event.role())));
        }
        if (!Circle.isHere(session, event.to())) {
            return Decision.refused(
                    session, Line.of("problem.not-here").with("who", Transition.who(event.to())));
        }
        if (event.to().equals(session.roles().get(event.role()))) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session.named(event.role(), event.to()));
        transition.say(
                transition.newKey("role"),
                Line.of("role.given")
                        .with("role", new Arg.Label(event.role()))
                        .with("who", Transition.who(event.to())));
        if (session.phase() == Session.Phase.RUNNING) {
            passOn(transition, event.role(), event.at());
        } else {
            WorkBefore.askNewcomers(transition, event.at());
        }
        return transition.accepted();
    }

    /// What the one before was at, the new holder of a role begins anew; other steps go on.
    private static void passOn(Transition transition, String role, Instant at) {
        var session = transition.session();
        var main = session.main();
        if (role.equals(whoseStep(session.stepOf(main)))) {
            Walk.leaveFor(transition, main.id(), main.step(), at);
            return;
        }
        var beside = session.stepOf(main).meanwhile();
        if (beside != null && main.meanwhile() != null && role.equals(beside.who().role())) {
            var asked = main.meanwhile().with(Circle.of(session, beside.who()));
            transition.put(main.meanwhile(asked));
        }
        if (main.hold() != null && main.hold().reason() == Track.Reason.PRESENTER_LEFT) {
            Controls.resume(transition, main.id(), at);
        }
    }

    /// Whether a session stops while nobody holds this role: it is the presenter's, or the step is
    /// theirs. Without a timekeeper it goes on.
    static boolean isNeeded(Session session, String role) {
        return role.equals(Circle.PRESENTER)
                || role.equals(whoseStep(session.stepOf(session.main())));
    }

    private static @Nullable String whoseStep(Step step) {
        return switch (step) {
            case Step.Turn turn -> turn.who().role();
            case Step.Ask ask -> ask.who().role();
            case Step.Say _,
                    Step.Display _,
                    Step.Talk _,
                    Step.Quiet _,
                    Step.Round _,
                    Step.Keep _,
                    Step.Group _,
                    Step.Swap _,
                    Step.Repeat _,
                    Step.When _,
                    Step.Stop _,
                    Step.Decide _,
                    Step.Deal _,
                    Step.Sort _ ->
                    null;
        };
    }

    static boolean isNamed(Session session, String name) {
        var role = session.protocol().role(name);
        if (role == null) {
            return false;
        }
        return role.isNamed();
    }
}
