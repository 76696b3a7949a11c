package org.convenor.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.session.Given;
import org.convenor.session.Group;
import org.convenor.session.Result;
import org.convenor.session.Seat;
import org.convenor.session.Seats;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.session.Unit;
import org.convenor.session.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// A session as it is stored: without its protocol, which many sessions share. The names are those
/// in the stored JSON, so a change here needs a new format.
record SessionState(
        SessionId id,
        Mode mode,
        WorkingCalendar calendar,
        Session.Phase phase,
        Session.@Nullable Outcome outcome,
        MemberId starter,
        MemberId facilitator,
        Set<MemberId> coFacilitators,
        List<Seat> seats,
        Map<String, List<Unit>> roles,
        Map<String, Integer> settings,
        Map<Integer, Track> tracks,
        Map<Integer, Group> groups,
        Map<String, Map<String, Given>> answers,
        Set<String> revealed,
        Map<String, Result> results,
        Set<Integer> kept,
        List<Session.Past> past,
        int lastVisit,
        int lastContribution,
        int lastLine) {

    static SessionState of(Session session) {
        return new SessionState(
                session.id(),
                session.mode(),
                session.calendar(),
                session.phase(),
                session.outcome(),
                session.starter(),
                session.facilitator(),
                session.coFacilitators(),
                session.seats().inOrder(),
                session.roles(),
                session.settings(),
                session.tracks(),
                session.groups(),
                session.answers(),
                session.revealed(),
                session.results(),
                session.kept(),
                session.past(),
                session.lastVisit(),
                session.lastContribution(),
                session.lastLine());
    }

    Session with(Protocol protocol) {
        return new Session(
                id,
                protocol,
                mode,
                calendar,
                phase,
                outcome,
                starter,
                facilitator,
                coFacilitators,
                new Seats(seats),
                roles,
                settings,
                tracks,
                groups,
                answers,
                revealed,
                results,
                kept,
                past,
                lastVisit,
                lastContribution,
                lastLine);
    }

    SessionState kept(Set<Integer> steps) {
        return new SessionState(
                id,
                mode,
                calendar,
                phase,
                outcome,
                starter,
                facilitator,
                coFacilitators,
                seats,
                roles,
                settings,
                tracks,
                groups,
                answers,
                revealed,
                results,
                steps,
                past,
                lastVisit,
                lastContribution,
                lastLine);
    }
}
