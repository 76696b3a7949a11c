package org.convenor.session;

import java.time.Instant;
import org.convenor.chat.MemberId;

/// Decides what follows from an event: a pure table. No clock, no random number, no input or
/// output.
///
/// ```text
///                 Joined, Observes, Declined, RoleGiven, Answered (work before)
///                  ┌──┐
///  Gathering.open  │  ▼            Begun                       last step done
///  ─────────────▶ GATHERING ───────────────▶ RUNNING ─────────────────────────▶ ENDED
///                  │                         │    ▲                              │ ▲ ▲
///                  │ nobody came: Due        │    └────────── Reopened ──────────┘ │ │
///                  └─────────────────────────┼────────────────────────────────────┘ │
///                                            └── Stopped, or waited in vain: Due ───┘
///
///  Within RUNNING, for each track and visit:
///
///   OPEN ──Due──▶ LAST_CALL ──Due──▶ OVERTIME ──Due──▶ (next step: a new visit, OPEN)
///    │  (questions, or half-time      │  ▲
///    │   where a step takes days)     └──┘ LetThemFinish
///    │
///    ├── everybody answered or spoke, Next, Skipped ──▶ (next step)      WentBack ──▶ (step before)
///    ├── Paused, presenter Left ──▶ held ── Resumed, presenter Joined ──▶ OPEN
///    ├── a vote too few took part in ──Due──▶ WAITING ──enough votes, Next, or Due twice──▶ (next step)
///    └── only the facilitator ends it ──Due──▶ WAITING ──Due──▶ OFFERED_TO_CO_FACILITATORS ──Due──▶ OFFERED_TO_ALL ──Due──▶ ENDED
/// ```
///
/// What happens where people are split into groups stands above [Groups].
///
/// Thread-safe: it keeps nothing.
public final class Engine {
    private Engine() {}

    /// Decides. Rights were checked before; who takes part and whose turn it is, is checked here.
    public static Decision decide(Session session, SessionEvent event) {
        return touched(event, follow(session, event));
    }

    private static Decision follow(Session session, SessionEvent event) {
        return switch (event) {
            case SessionEvent.OfVisit of when hasMoved(session, of) -> moved(session, of);
            case SessionEvent.Joined joined -> Attendance.join(session, joined);
            case SessionEvent.Observes(var at, var member, var team) ->
                    Attendance.observe(session, member, team, at);
            case SessionEvent.Declined(var at, var member, var team) ->
                    Attendance.decline(session, member, team, at);
            case SessionEvent.Left left -> Attendance.leave(session, left);
            case SessionEvent.AsksToCatchUp(var at, var member) -> catchUp(session, member, at);
            case SessionEvent.Answered answered -> Answering.answer(session, answered);
            case SessionEvent.Consented consented -> Consents.consent(session, consented);
            case SessionEvent.RoleTaken taken -> Speakers.take(session, taken);
            case SessionEvent.Spoke spoke -> Floor.speak(session, spoke);
            case SessionEvent.Passed passed -> Answering.pass(session, passed);
            case SessionEvent.GaveFloor gave -> Floor.giveFloor(session, gave);
            case SessionEvent.EndedEarly ended -> Floor.endEarly(session, ended);
            case SessionEvent.NeedsTime needs -> Controls.needTime(session, needs);
            case SessionEvent.Begun begun -> Gathering.begin(session, begun);
            case SessionEvent.Next next -> Controls.next(session, next);
            case SessionEvent.Skipped skipped -> Controls.skip(session, skipped);
            case SessionEvent.WentBack back -> Controls.back(session, back);
            case SessionEvent.Extended extended -> Controls.extend(session, extended);
            case SessionEvent.LetThemFinish let -> Controls.letThemFinish(session, let);
            case SessionEvent.Paused paused -> Controls.pause(session, paused);
            case SessionEvent.Resumed resumed -> Controls.resume(session, resumed);
            case SessionEvent.Nudged nudged -> Ballots.nudge(session, nudged);
            case SessionEvent.MovedTo moved -> Moving.move(session, moved);
            case SessionEvent.RoleGiven given -> Leading.giveRole(session, given);
            case SessionEvent.TookOver took -> Leading.takeOver(session, took);
            case SessionEvent.Stopped stopped -> Controls.stop(session, stopped);
            case SessionEvent.Reopened reopened -> Controls.reopen(session, reopened);
            case SessionEvent.Due due -> Ticks.due(session, due);
            case SessionEvent.GroupsPlanned planned -> Groups.planned(session, planned);
            case SessionEvent.Slept slept -> Controls.slept(session, slept);
        };
    }

    private static boolean hasMoved(Session session, SessionEvent.OfVisit event) {
        var track = session.tracks().get(event.track());
        if (session.isOver() || track == null || track.visit() != event.visit()) {
            return true;
        }
        boolean beforeBeginning = session.phase() == Session.Phase.GATHERING;
        boolean isWorkBefore =
                event.track() != Session.MAIN
                        && (event instanceof SessionEvent.Answered
                                || event instanceof SessionEvent.Passed);
        return beforeBeginning && !isWorkBefore && !(event instanceof SessionEvent.Due);
    }

    /// Whatever somebody does puts off the moment at which an untouched session closes by itself.
    private static Decision touched(SessionEvent event, Decision decision) {
        boolean byTime =
                event instanceof SessionEvent.Due
                        || event instanceof SessionEvent.Slept
                        || event instanceof SessionEvent.GroupsPlanned;
        var after = decision.session();
        boolean taken = decision.verdict() instanceof Decision.Verdict.Accepted;
        if (byTime || after.isOver() || !taken || !waitsForSilence(after)) {
            return decision;
        }
        var later = event.at().plus(Times.silence(after));
        for (var track : decision.session().tracks().values()) {
            after = Times.waitsForSilence(track) ? after.with(track.due(later)) : after;
        }
        return new Decision(after, decision.effects(), decision.verdict());
    }

    private static boolean waitsForSilence(Session session) {
        return session.tracks().values().stream().anyMatch(Times::waitsForSilence);
    }

    private static Decision moved(Session session, SessionEvent.OfVisit event) {
        return event instanceof SessionEvent.Due || event instanceof SessionEvent.GroupsPlanned
                ? Decision.unchanged(session)
                : Decision.moved(session);
    }

    private static Decision catchUp(Session session, MemberId member, Instant at) {
        var transition = new Transition(session);
        Attendance.catchUp(transition, member, at);
        return transition.accepted();
    }
}
