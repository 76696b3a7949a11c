package org.convenor.session;

import java.time.Instant;
import java.util.List;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Step;

/// People come and go.
final class Attendance {
    private Attendance() {}

    static Decision join(Session session, SessionEvent.Joined event) {
        if (session.isOver() || session.isHere(event.member())) {
            return Decision.unchanged(session);
        }
        boolean late = session.phase() == Session.Phase.RUNNING;
        var transition =
                new Transition(
                        session.with(
                                new Seat(
                                        event.member(),
                                        event.team(),
                                        Seat.Presence.HERE,
                                        late ? session.lastVisit() : 0)));
        if (late) {
            catchUp(transition, event.member(), event.at());
            Moving.enter(transition, event.member(), event.at());
            resumeWith(transition, event.member(), event.at());
        } else {
            WorkBefore.askNewcomers(transition, event.at());
        }
        return transition.accepted();
    }

    static Decision observe(Session session, MemberId member, String team, Instant at) {
        return session.isOver()
                ? Decision.unchanged(session)
                : seated(session, member, team, Seat.Presence.OBSERVING, at);
    }

    static Decision decline(Session session, MemberId member, String team, Instant at) {
        return session.isOver()
                ? Decision.unchanged(session)
                : seated(session, member, team, Seat.Presence.DECLINED, at);
    }

    static Decision leave(Session session, SessionEvent.Left event) {
        var seat = session.seat(event.member());
        if (session.isOver() || seat == null || !seat.isHere()) {
            return Decision.unchanged(session);
        }
        return seated(session, event.member(), seat.team(), Seat.Presence.LEFT, event.at());
    }

    private static Decision seated(
            Session session, MemberId member, String team, Seat.Presence presence, Instant at) {
        var before = session.seat(member);
        int joinedAt = before == null ? session.lastVisit() : before.joinedAt();
        var transition = new Transition(session.with(new Seat(member, team, presence, joinedAt)));
        if (session.phase() == Session.Phase.RUNNING && before != null && before.isHere()) {
            gone(transition, session, member, at);
        }
        return transition.accepted();
    }

    /// Open turns pass, nobody waits for who left, and a presenter who is gone stops the clock.
    private static void gone(Transition transition, Session before, MemberId member, Instant at) {
        if (member.equals(before.facilitator())) {
            Leading.offerToCoFacilitators(transition, transition.session().main());
        }
        for (int id : List.copyOf(before.tracks().keySet())) {
            var track = transition.session().tracks().get(id);
            if (track != null && isAtWork(track)) {
                gone(transition, before, track, at);
            }
        }
    }

    private static boolean isAtWork(Track track) {
        return !track.isApart() && !(track.progress() instanceof Progress.Arrived);
    }

    private static void gone(Transition transition, Session before, Track track, Instant at) {
        if (track.group() > 0 || !hasLostRole(before, transition.session(), track)) {
            Turns.withoutAbsent(transition, track.id(), at);
            Walk.advanceIfComplete(transition, track.id(), at);
            Meeting.skipIfEmpty(transition, track.id(), at);
        } else if (!track.isHeld()) {
            Leading.holdForPresenter(transition, track.id(), at);
        }
    }

    private static boolean hasLostRole(Session before, Session after, Track track) {
        return before.roles().entrySet().stream()
                .filter(role -> Leading.isNeeded(before, track, role.getKey()))
                .flatMap(role -> role.getValue().stream())
                .anyMatch(unit -> Circle.isHere(before, unit) && !Circle.isHere(after, unit));
    }

    /// Goes on if somebody came who was waited for.
    private static void resumeWith(Transition transition, MemberId member, Instant at) {
        for (var track : List.copyOf(transition.session().tracks().values())) {
            var hold = track.hold();
            var seat = transition.session().seat(member);
            if (seat != null
                    && hold != null
                    && hold.reason() == Track.Reason.PRESENTER_LEFT
                    && isAwaited(transition.session(), track, seat)) {
                Controls.resume(transition, track.id(), at);
            }
        }
    }

    private static boolean isAwaited(Session session, Track track, Seat seat) {
        if (session.stepOf(track) instanceof Step.Turn turn) {
            return Circle.unitOf(session, track, turn.who(), seat.member()) != null;
        }
        return session.roles().entrySet().stream()
                .filter(role -> Leading.isNeeded(session, track, role.getKey()))
                .flatMap(role -> role.getValue().stream())
                .anyMatch(unit -> session.includes(unit, seat));
    }

    static void catchUp(Transition transition, MemberId member, Instant at) {
        transition.whisper(member, transition.newKey("catch-up"), Line.of("catch-up"));
    }
}
