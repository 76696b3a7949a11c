package org.convenor.session;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// The parts of a session that change, while one of them does.
final class Draft {
    private final Session from;
    Session.Phase phase;
    Session.@Nullable Outcome outcome;
    MemberId facilitator;
    Set<MemberId> coFacilitators;
    Seats seats;
    Map<String, List<Unit>> roles;
    Map<Integer, Track> tracks;
    Map<Integer, Group> groups;
    Map<String, Map<String, Given>> answers;
    Set<String> revealed;
    Map<String, Result> results;
    Set<Integer> kept;
    List<Session.Past> past;
    int lastVisit;
    int lastContribution;
    int lastLine;

    Draft(Session from) {
        this.from = from;
        phase = from.phase();
        outcome = from.outcome();
        facilitator = from.facilitator();
        coFacilitators = from.coFacilitators();
        seats = from.seats();
        roles = from.roles();
        tracks = from.tracks();
        groups = from.groups();
        answers = from.answers();
        revealed = from.revealed();
        results = from.results();
        kept = from.kept();
        past = from.past();
        lastVisit = from.lastVisit();
        lastContribution = from.lastContribution();
        lastLine = from.lastLine();
    }

    Session session() {
        return new Session(
                from.id(),
                from.protocol(),
                from.mode(),
                from.calendar(),
                phase,
                outcome,
                from.starter(),
                facilitator,
                coFacilitators,
                seats,
                roles,
                from.settings(),
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
}
