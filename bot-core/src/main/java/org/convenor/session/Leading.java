package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;

/// Who leads, and what happens when a session waits for somebody who is not there.
final class Leading {
    private Leading() {}

    /// Stops the clock because whoever should speak is not here, and asks the facilitator.
    static void holdForPresenter(Transition transition, int trackId, Instant at) {
        var track = transition.track(trackId);
        var left =
                track.deadline() == null
                        ? null
                        : atLeastZero(Duration.between(at, track.deadline()));
        var held = track.held(new Track.Hold(Track.Reason.PRESENTER_LEFT, left), null);
        transition.putAsDue(
                held.stage(Track.Stage.WAITING, at.plus(Times.OFFER_TO_CO_FACILITATORS)));
        transition.whisper(
                transition.session().facilitator(),
                "v" + track.visit() + ".presenter-left." + at.toEpochMilli(),
                Transition.line("hold.presenter-left", track.step()));
    }

    /// A step that only the facilitator ends has come to its time.
    static void waitForFacilitator(Transition transition, int trackId, Instant at) {
        var track = transition.track(trackId);
        transition.putAsDue(
                track.timed(null, track.planned())
                        .stage(Track.Stage.WAITING, at.plus(Times.OFFER_TO_CO_FACILITATORS)));
        transition.whisper(
                transition.session().facilitator(),
                "v" + track.visit() + ".waiting",
                Transition.line("wait.facilitator", track.step()));
    }

    /// Nobody acted while a track waited: offers the lead to ever more people, and at last ends the
    /// session.
    static void escalate(Transition transition, int trackId, Instant at) {
        var track = transition.track(trackId);
        var session = transition.session();
        switch (track.stage()) {
            case WAITING -> {
                session.coFacilitators().stream()
                        .filter(session::isHere)
                        .forEach(member -> offer(transition, member, track));
                var rest = Times.OFFER_TO_ALL.minus(Times.OFFER_TO_CO_FACILITATORS);
                transition.putAsDue(
                        track.stage(Track.Stage.OFFERED_TO_CO_FACILITATORS, at.plus(rest)));
            }
            case OFFERED_TO_CO_FACILITATORS -> {
                transition.say(
                        "v%d.lead-offered.%d".formatted(track.visit(), at.toEpochMilli()),
                        Line.of("lead.offered").with("who", new Arg.Person(session.facilitator())));
                transition.putAsDue(
                        track.stage(
                                Track.Stage.OFFERED_TO_ALL,
                                at.plus(Times.silence(session.mode()))));
            }
            case OPEN, LAST_CALL, OVERTIME, OFFERED_TO_ALL ->
                    Walk.finish(transition, Session.Outcome.FELL_SILENT, at);
        }
    }

    private static void offer(Transition transition, MemberId member, Track track) {
        transition.whisper(
                member,
                "v%d.offer".formatted(track.visit()),
                Line.of("lead.offer")
                        .with("who", new Arg.Person(transition.session().facilitator())));
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
        var key = event.at().toEpochMilli();
        transition.say(
                "lead." + key,
                Line.of("lead.taken")
                        .with("who", new Arg.Person(event.by()))
                        .with("before", new Arg.Person(before)));
        transition.whisper(
                before,
                "lead." + key,
                Line.of("lead.lost").with("who", new Arg.Person(event.by())));
        session.tracks().values().forEach(track -> restartWaiting(transition, track, event.at()));
        return transition.accepted();
    }

    /// The new lead gets the same patience as the one before.
    private static void restartWaiting(Transition transition, Track track, Instant at) {
        switch (track.stage()) {
            case WAITING, OFFERED_TO_CO_FACILITATORS, OFFERED_TO_ALL ->
                    transition.putAsDue(
                            track.stage(
                                    Track.Stage.WAITING, at.plus(Times.OFFER_TO_CO_FACILITATORS)));
            case OPEN, LAST_CALL, OVERTIME -> transition.putAsDue(track);
        }
    }

    static Decision giveRole(Session session, SessionEvent.RoleGiven event) {
        if (session.isOver() || !isNamed(session, event.role())) {
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
                "role." + event.at().toEpochMilli(),
                Line.of("role.given")
                        .with("role", new Arg.Label(event.role()))
                        .with("who", Transition.who(event.to())));
        if (session.phase() == Session.Phase.RUNNING) {
            Walk.reopen(transition, Session.MAIN, session.main().step(), event.at());
        } else {
            Gathering.askAgain(transition, event.at());
        }
        return transition.accepted();
    }

    static boolean isNamed(Session session, String name) {
        var role = session.protocol().role(name);
        if (role == null) {
            return false;
        }
        return switch (role.holder()) {
            case NAMED_PERSON, NAMED_PERSON_OR_TEAM -> true;
            case STARTER, BOT, EVERYONE, EVERYONE_ELSE -> false;
        };
    }

    static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
