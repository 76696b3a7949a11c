package org.convenor.session;

import java.time.Instant;
import java.util.Map;
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
            Leading.offerToCoFacilitators(transition, transition.track(Session.MAIN));
        }
        if (!hasLostRole(before, transition.session())) {
            Turns.withoutAbsent(transition, Session.MAIN, at);
            Walk.advanceIfComplete(transition, Session.MAIN, at);
        } else if (!before.main().isHeld()) {
            Leading.holdForPresenter(transition, Session.MAIN, at);
        }
    }

    private static boolean hasLostRole(Session before, Session after) {
        return before.roles().entrySet().stream()
                .filter(role -> Leading.isNeeded(before, role.getKey()))
                .map(Map.Entry::getValue)
                .anyMatch(unit -> Circle.isHere(before, unit) && !Circle.isHere(after, unit));
    }

    /// Goes on if somebody came who was waited for.
    private static void resumeWith(Transition transition, MemberId member, Instant at) {
        var session = transition.session();
        var hold = session.main().hold();
        var seat = session.seat(member);
        if (seat != null
                && hold != null
                && hold.reason() == Track.Reason.PRESENTER_LEFT
                && isAwaited(session, seat)) {
            Controls.resume(transition, Session.MAIN, at);
        }
    }

    private static boolean isAwaited(Session session, Seat seat) {
        if (session.stepOf(session.main()) instanceof Step.Turn turn) {
            return Circle.unitOf(session, turn.who(), seat.member()) != null;
        }
        return session.roles().entrySet().stream()
                .filter(role -> Leading.isNeeded(session, role.getKey()))
                .anyMatch(role -> role.getValue().includes(seat));
    }

    static void catchUp(Transition transition, MemberId member, Instant at) {
        transition.whisper(member, transition.newKey("catch-up"), Line.of("catch-up"));
    }
}
