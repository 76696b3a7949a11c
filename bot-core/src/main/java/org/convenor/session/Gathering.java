package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.Arg;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// Before the beginning: inviting, work that is asked for beforehand, and the beginning itself.
public final class Gathering {
    private Gathering() {}

    /// What a facilitator chose at the start.
    ///
    /// @param starter the seat of the person who starts
    /// @param named the seats of those who were named for a role or as co-facilitator; they are
    ///   asked nothing more
    /// @param coFacilitators who may step in
    /// @param roles who holds which named role
    /// @param settings names of what was typed, in the order of their contribution numbers 1, 2, …;
    ///   the first is [Session#TOPIC]
    public record Plan(
            SessionId id,
            Protocol protocol,
            Mode mode,
            WorkingCalendar calendar,
            Seat starter,
            List<Seat> named,
            Set<MemberId> coFacilitators,
            Map<String, List<Unit>> roles,
            List<String> settings) {
        public Plan {
            named = List.copyOf(named);
            roles = Map.copyOf(roles);
            settings = List.copyOf(settings);
            if (settings.isEmpty() || !settings.getFirst().equals(Session.TOPIC)) {
                throw new IllegalArgumentException("no session without saying what it is about");
            }
        }
    }

    /// Calls people together.
    public static Decision open(Plan plan, Instant at) {
        return open(plan, CarriedOver.NOTHING, at);
    }

    /// Calls people together once more.
    ///
    /// @param carried what they answered before, numbered behind the settings
    public static Decision open(Plan plan, CarriedOver carried, Instant at) {
        var settings = new HashMap<String, Integer>();
        for (int number = 1; number <= plan.settings().size(); number++) {
            settings.put(plan.settings().get(number - 1), number);
        }
        var session =
                new Session(
                        plan.id(),
                        plan.protocol(),
                        plan.mode(),
                        plan.calendar(),
                        Session.Phase.GATHERING,
                        null,
                        plan.starter().member(),
                        plan.starter().member(),
                        plan.coFacilitators(),
                        new Seats(List.of(plan.starter())),
                        plan.roles(),
                        settings,
                        Map.of(Session.MAIN, waiting(1, at)),
                        Map.of(),
                        carried.answers(),
                        carried.revealed(),
                        Map.of(),
                        Set.of(),
                        List.of(),
                        1,
                        Math.max(plan.settings().size(), carried.last()),
                        0);
        for (var seat : plan.named()) {
            session = session.with(seat);
        }
        var transition = new Transition(session);
        transition.say(
                "called",
                Line.of("session.called").with("who", new Arg.Person(plan.starter().member())));
        WorkBefore.open(transition, at);
        return transition.accepted();
    }

    private static Track waiting(int visit, Instant at) {
        return new Track(
                Session.MAIN,
                0,
                0,
                0,
                List.of(),
                0,
                visit,
                Track.Stage.OPEN,
                at,
                null,
                at.plus(Times.GATHERING_SILENCE),
                Duration.ZERO,
                null,
                new Progress.Gathering(),
                null);
    }

    static Decision begin(Session session, SessionEvent.Begun event) {
        if (session.phase() != Session.Phase.GATHERING) {
            return Decision.moved(session);
        }
        var missing = missing(session);
        if (missing != null && !event.anyway()) {
            return Decision.refused(session, missing);
        }
        var transition = new Transition(session);
        for (int index : WorkBefore.steps(session)) {
            var ask = (Step.Ask) session.protocol().steps().get(index);
            Reveals.close(transition, session.main(), ask);
        }
        transition.become(
                transition
                        .session()
                        .tracks(Map.of(Session.MAIN, session.main()))
                        .phase(Session.Phase.RUNNING, null));
        Walk.begin(transition, event.at());
        return transition.accepted();
    }

    /// What is not ready yet, worst first, or null if all is.
    public static @Nullable Line missing(Session session) {
        for (var role : session.protocol().roles()) {
            if (Leading.isNamed(session, role.name())
                    && Circle.ofRole(session, role.name()).isEmpty()) {
                return Line.of("problem.role-empty").with("role", new Arg.Label(role.name()));
            }
        }
        var owed = WorkBefore.missing(session);
        if (owed != null) {
            return Transition.line("problem.work-missing", owed);
        }
        var range = session.protocol().people();
        long here = session.here().count();
        if (range.least() != null && here < range.least()) {
            return Line.of("problem.too-few")
                    .with("here", new Arg.Count(here))
                    .with("least", new Arg.Count(range.least()));
        }
        if (range.most() != null && here > range.most()) {
            return Line.of("problem.too-many")
                    .with("here", new Arg.Count(here))
                    .with("most", new Arg.Count(range.most()));
        }
        return missingTeams(session);
    }

    private static @Nullable Line missingTeams(Session session) {
        var range = session.protocol().people();
        long teams = session.here().map(Seat::team).distinct().count();
        if (range.leastTeams() != null && teams < range.leastTeams()) {
            return Line.of("problem.too-few-teams")
                    .with("here", new Arg.Count(teams))
                    .with("least", new Arg.Count(range.leastTeams()));
        }
        if (range.mostTeams() != null && teams > range.mostTeams()) {
            return Line.of("problem.too-many-teams")
                    .with("here", new Arg.Count(teams))
                    .with("most", new Arg.Count(range.mostTeams()));
        }
        return null;
    }
}
