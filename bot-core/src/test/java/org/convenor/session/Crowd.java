package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Step;
import org.convenor.testing.InOrder;
import org.convenor.testing.Play;

/// People who do anything at any moment, with bad connections: presses come late, twice and in the
/// wrong order, and so do the clock's ticks.
final class Crowd {
    private final Random random;
    private final int people;
    private final AnyMarks marks;
    private final List<SessionEvent> sent = new ArrayList<>();

    /// @param people how many may turn up, Ada not counted
    Crowd(Random random, int people) {
        this.random = random;
        this.people = people;
        marks = new AnyMarks(random);
    }

    /// What happens next to a session.
    SessionEvent next(Session session, Instant now) {
        if (!sent.isEmpty() && random.nextInt(8) == 0) {
            return sent.get(random.nextInt(sent.size()));
        }
        var event =
                switch (random.nextInt(session.phase() == Session.Phase.RUNNING ? 8 : 40)) {
                    case 0, 1 -> time(session, now);
                    case 2 -> plan(session, anyTrack(session), now);
                    default -> act(session, now);
                };
        sent.add(event);
        return event;
    }

    /// One of the people comes.
    SessionEvent joins(int number, Instant now) {
        var who = member(number + 1);
        return new SessionEvent.Joined(now, who, team(who));
    }

    private static MemberId member(int number) {
        return new MemberId("m" + "x".repeat(number));
    }

    private static String team(MemberId member) {
        return "t" + (member.value().length() % 3);
    }

    private SessionEvent time(Session session, Instant now) {
        var track = anyTrack(session);
        if (track.dueAt() == null || random.nextInt(8) == 0) {
            return new SessionEvent.Slept(now, Duration.ofSeconds(random.nextInt(400)));
        }
        return new SessionEvent.Due(
                Times.later(now, track.dueAt()), track.id(), track.visit(), track.dueAt());
    }

    /// Who is with whom, as it was a moment ago or as nobody would have it.
    SessionEvent.GroupsPlanned plan(Session session, Track track, Instant now) {
        int step =
                track.progress() instanceof Progress.Apart apart && apart.joinAt() >= 0
                        ? apart.joinAt()
                        : track.step();
        var groups =
                random.nextInt(4) > 0 && session.protocol().steps().get(step) instanceof Step.Group
                        ? InOrder.of(session, track, step)
                        : List.of(List.of(anyUnit(), anyUnit()), List.of(anyUnit()));
        return new SessionEvent.GroupsPlanned(now, track.id(), track.visit(), step, groups, 0);
    }

    private Unit anyUnit() {
        return switch (random.nextInt(3)) {
            case 0 -> Unit.ofGroup(1 + random.nextInt(6));
            case 1 -> Unit.ofTeam("t" + random.nextInt(3));
            default -> Unit.of(anybody());
        };
    }

    private SessionEvent act(Session session, Instant now) {
        var who = random.nextInt(3) == 0 ? speaker(session) : anybody();
        var team = team(who);
        var track = random.nextInt(4) == 0 ? anyTrack(session) : session.trackOf(who);
        int id = random.nextInt(20) == 0 ? 9 : track.id();
        int visit = random.nextInt(15) == 0 ? track.visit() - 1 : track.visit();
        if (session.phase() == Session.Phase.GATHERING && random.nextInt(3) == 0) {
            return new SessionEvent.Begun(now, who, true);
        }
        if (session.isOver() && random.nextInt(3) == 0) {
            return new SessionEvent.Reopened(now, who);
        }
        return switch (random.nextInt(100)) {
            case 0, 1, 2, 3, 4, 5, 6 -> new SessionEvent.Joined(now, who, team);
            case 7 -> new SessionEvent.Observes(now, who, team);
            case 8 -> new SessionEvent.Declined(now, who, team);
            case 9, 10, 11 -> new SessionEvent.Left(now, who);
            case 12 -> new SessionEvent.AsksToCatchUp(now, who);
            case 13, 14, 15, 16, 17 ->
                    new SessionEvent.Spoke(now, who, id, random.nextInt(2) * visit);
            case 18, 19, 20 ->
                    new SessionEvent.Passed(now, who, id, visit, question(session, track));
            case 21, 22 -> new SessionEvent.GaveFloor(now, who, id, visit);
            case 23 -> new SessionEvent.EndedEarly(now, who, id, visit);
            case 24 -> new SessionEvent.NeedsTime(now, who, id, visit);
            case 25, 26 ->
                    new SessionEvent.RoleGiven(now, who, "presenter", List.of(unit(who, team)));
            case 27 ->
                    new SessionEvent.RoleGiven(
                            now, who, "inner", List.of(Unit.of(who), Unit.of(anybody())));
            case 28 -> new SessionEvent.RoleTaken(now, who, "speaker");
            case 29 -> new SessionEvent.RoleTaken(now, who, "note taker");
            case 30 -> new SessionEvent.TookOver(now, who);
            case 31 -> new SessionEvent.Begun(now, who, false);
            case 32 -> new SessionEvent.Stopped(now, who);
            case 33, 34 -> new SessionEvent.WentBack(now, who, id, visit);
            case 35 -> new SessionEvent.Skipped(now, who, id, visit);
            case 36 -> new SessionEvent.Extended(now, who, id, visit);
            case 37 -> new SessionEvent.LetThemFinish(now, who, id, visit);
            case 38 -> new SessionEvent.Paused(now, who, id, visit);
            case 39, 40 -> new SessionEvent.Resumed(now, who, id, visit);
            case 41 -> new SessionEvent.Nudged(now, who, id, visit);
            case 42, 43, 44 -> new SessionEvent.MovedTo(now, who, anybody(), anyGroup(session));
            case 45, 46, 47 -> consented(session, now, who);
            case 48, 49, 50, 51 -> new SessionEvent.Next(now, who, id, visit);
            default -> answered(session, track, now, who, id, visit);
        };
    }

    private SessionEvent answered(
            Session session, Track track, Instant now, MemberId who, int id, int visit) {
        var question = question(session, track);
        var ask = Questions.named(session, track, question);
        var unit = ask == null ? null : Circle.unitOf(session, track, ask.who(), who);
        var chosen =
                ask == null || unit == null
                        ? List.<String>of()
                        : marks.of(session, track, ask, unit, anybody());
        int fields = 1 + random.nextInt(2);
        return new SessionEvent.Answered(now, who, id, visit, question, fields, chosen);
    }

    private SessionEvent consented(Session session, Instant now, MemberId who) {
        var asked =
                session.answers().values().stream()
                        .flatMap(given -> given.values().stream())
                        .filter(given -> given.consent() != null)
                        .toList();
        if (asked.isEmpty()) {
            return new SessionEvent.Consented(now, who, random.nextInt(3), true);
        }
        var given = asked.get(random.nextInt(asked.size()));
        var named = new MemberId(given.marks().getFirst());
        return new SessionEvent.Consented(now, named, given.first(), random.nextBoolean());
    }

    private int anyGroup(Session session) {
        return session.groups().isEmpty() ? 0 : 1 + random.nextInt(session.groups().size());
    }

    private Unit unit(MemberId who, String team) {
        return random.nextBoolean() ? Unit.of(who) : Unit.ofTeam(team);
    }

    /// Whoever has the floor acts more often than others do.
    private MemberId speaker(Session session) {
        return anyTrack(session).progress() instanceof Progress.Speaking speaking
                        && speaking.now() != null
                        && !speaking.now().isCollective()
                ? new MemberId(speaking.now().id())
                : anybody();
    }

    private MemberId anybody() {
        int number = random.nextInt(people + 1);
        return number == 0 ? Play.ADA : member(number);
    }

    private Track anyTrack(Session session) {
        var tracks = List.copyOf(session.tracks().values());
        return tracks.get(random.nextInt(tracks.size()));
    }

    private String question(Session session, Track track) {
        var asked = Questions.all(session.mode(), session.stepOf(track));
        return asked.isEmpty() || random.nextInt(10) == 0
                ? "S0"
                : asked.get(random.nextInt(asked.size())).title();
    }
}
