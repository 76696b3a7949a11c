package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
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
        if (track.stage() == Track.Stage.OFFERED_TO_CO_FACILITATORS
                && session.stepOf(track) instanceof Step.Decide
                && !track.isHeld()) {
            // Nobody's absence blocks a decision for ever; too few votes decide nothing.
            Walk.advance(transition, trackId, at, false);
            return;
        }
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
            case OPEN, LAST_CALL, OVERTIME, OFFERED_TO_ALL -> giveUp(transition, track, at);
        }
    }

    /// Nobody came. A group that nobody leads goes on by itself; a whole session closes.
    private static void giveUp(Transition transition, Track track, Instant at) {
        if (track.group() > 0) {
            transition.put(track.held(null, at));
            Walk.advance(transition, track.id(), at, false);
        } else {
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
        for (var unit : event.to()) {
            if (!Circle.isHere(session, unit)) {
                return Decision.refused(
                        session,
                        Line.of("problem.not-here").with("who", Transition.who(session, unit)));
            }
        }
        if (event.to().isEmpty() || event.to().equals(session.roles().get(event.role()))) {
            return Decision.unchanged(session);
        }
        var transition = new Transition(session.named(event.role(), event.to()));
        sayHolders(transition, event.role(), event.to());
        if (session.phase() == Session.Phase.RUNNING) {
            passOn(transition, event.role(), event.at());
        } else {
            WorkBefore.askNewcomers(transition, event.at());
        }
        return transition.accepted();
    }

    static void sayHolders(Transition transition, String role, List<Unit> holders) {
        var key = transition.newKey("role");
        for (int index = 0; index < holders.size(); index++) {
            transition.say(
                    index == 0 ? key : key + "." + index,
                    Line.of("role.given")
                            .with("role", new Arg.Label(role))
                            .with("who", transition.who(holders.get(index))));
        }
    }

    /// Whoever takes a role for their own team is asked like the one before; what that one had the
    /// floor for begins anew.
    static void passOnInTeam(Transition transition, MemberId to, String role, Instant at) {
        var track = transition.session().trackOf(to);
        if (track.progress() instanceof Progress.Asked asked) {
            var who = transition.session().stepOf(track).who();
            if (who != null && role.equals(who.role())) {
                transition.put(
                        track.progress(asked.with(Circle.of(transition.session(), track, who))));
            }
        } else {
            passOn(transition, track, role, at);
        }
    }

    /// What the one before was at, the new holder of a role begins anew; other steps go on.
    static void passOn(Transition transition, String role, Instant at) {
        for (int id : List.copyOf(transition.session().tracks().keySet())) {
            var track = transition.session().tracks().get(id);
            if (track != null) {
                passOn(transition, track, role, at);
            }
        }
    }

    private static void passOn(Transition transition, Track track, String role, Instant at) {
        var session = transition.session();
        if (isAtWork(track) && role.equals(whoseStep(session.stepOf(track)))) {
            Opening.reopenNow(transition, track, at);
            return;
        }
        var beside = session.stepOf(track).meanwhile();
        if (beside != null && track.meanwhile() != null && role.equals(beside.who().role())) {
            var asked = track.meanwhile().with(Circle.of(session, track, beside.who()));
            transition.put(track.meanwhile(asked));
        }
        if (track.hold() != null
                && track.hold().reason() == Track.Reason.PRESENTER_LEFT
                && isNeeded(session, track, role)) {
            Controls.resume(transition, track.id(), at);
        }
    }

    private static boolean isAtWork(Track track) {
        return track.progress() instanceof Progress.Speaking
                || track.progress() instanceof Progress.Asked;
    }

    /// Whether a session stops while nobody holds this role: it is the presenter's, or the step is
    /// theirs. Without a timekeeper it goes on.
    static boolean isNeeded(Session session, Track track, String role) {
        return role.equals(Circle.PRESENTER) || role.equals(whoseStep(session.stepOf(track)));
    }

    private static @Nullable String whoseStep(Step step) {
        boolean isTheirs = step instanceof Step.Turn || step instanceof Step.Ask;
        return isTheirs && step.who() != null ? step.who().role() : null;
    }

    static boolean isNamed(Session session, String name) {
        var role = session.protocol().role(name);
        return role != null && role.isNamed();
    }
}
