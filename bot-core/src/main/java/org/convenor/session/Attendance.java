package org.convenor.session;

import java.time.Instant;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;

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
            resumeWithPresenter(transition, event.at());
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
            before.coFacilitators().stream()
                    .filter(transition.session()::isHere)
                    .forEach(other ->
                            transition.whisper(
                                    other,
                                    "left." + at.toEpochMilli(),
                                    Line.of("lead.offer").with("who", new Arg.Person(member))));
        }
        boolean lostRole =
                before.roles().entrySet().stream()
                        .anyMatch(role ->
                                Circle.isHere(before, role.getValue())
                                        && !Circle.isHere(transition.session(), role.getValue()));
        if (lostRole && !before.main().isHeld()) {
            Leading.holdForPresenter(transition, Session.MAIN, at);
            return;
        }
        Floor.withoutAbsent(transition, Session.MAIN, at);
        Walk.advanceIfComplete(transition, Session.MAIN, at);
    }

    /// Whoever was waited for is back.
    private static void resumeWithPresenter(Transition transition, Instant at) {
        var session = transition.session();
        var hold = session.main().hold();
        boolean back =
                hold != null
                        && hold.reason() == Track.Reason.PRESENTER_LEFT
                        && session.roles().values().stream()
                                .allMatch(unit -> Circle.isHere(session, unit));
        if (back) {
            Controls.resume(transition, Session.MAIN, at);
        }
    }

    static void catchUp(Transition transition, MemberId member, Instant at) {
        transition.whisper(member, "catch-up." + at.toEpochMilli(), Line.of("catch-up"));
    }
}
