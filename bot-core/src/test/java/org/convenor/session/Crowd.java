package org.convenor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.convenor.chat.MemberId;
import org.convenor.testing.Play;

/// People who do anything at any moment, with bad connections: presses come late, twice and in the
/// wrong order, and so do the clock's ticks.
final class Crowd {
    private final Random random;
    private final int people;
    private final List<SessionEvent> sent = new ArrayList<>();

    /// @param people how many may turn up, Ada not counted
    Crowd(Random random, int people) {
        this.random = random;
        this.people = people;
    }

    /// What happens next to a session.
    SessionEvent next(Session session, Instant now) {
        if (!sent.isEmpty() && random.nextInt(6) == 0) {
            return sent.get(random.nextInt(sent.size()));
        }
        var event = random.nextInt(4) == 0 ? time(session, now) : act(session, now);
        sent.add(event);
        return event;
    }

    private SessionEvent time(Session session, Instant now) {
        var track = anyTrack(session);
        if (track.dueAt() == null || random.nextInt(8) == 0) {
            return new SessionEvent.Slept(now, Duration.ofSeconds(random.nextInt(400)));
        }
        return new SessionEvent.Due(
                Times.later(now, track.dueAt()), track.id(), track.visit(), track.dueAt());
    }

    private SessionEvent act(Session session, Instant now) {
        var who = random.nextInt(3) == 0 ? speaker(session) : anybody();
        var team = "t" + (who.value().length() % 3);
        var track = anyTrack(session);
        int id = random.nextInt(20) == 0 ? 9 : track.id();
        int visit = random.nextInt(15) == 0 ? track.visit() - 1 : track.visit();
        if (session.phase() == Session.Phase.GATHERING && random.nextInt(8) == 0) {
            return new SessionEvent.Begun(now, who, true);
        }
        return switch (random.nextInt(40)) {
            case 0, 1, 2, 3 -> new SessionEvent.Joined(now, who, team);
            case 4 -> new SessionEvent.Observes(now, who, team);
            case 5 -> new SessionEvent.Declined(now, who, team);
            case 6, 7 -> new SessionEvent.Left(now, who);
            case 8 -> new SessionEvent.AsksToCatchUp(now, who);
            case 9, 10, 11, 12, 13, 14, 15 ->
                    new SessionEvent.Answered(
                            now, who, id, visit, question(session, track), 1 + random.nextInt(2));
            case 16, 17, 18 ->
                    new SessionEvent.Spoke(now, who, id, random.nextBoolean() ? 0 : visit);
            case 19, 20 -> new SessionEvent.Passed(now, who, id, visit, question(session, track));
            case 21 -> new SessionEvent.GaveFloor(now, who, id, visit);
            case 22 -> new SessionEvent.EndedEarly(now, who, id, visit);
            case 23 -> new SessionEvent.NeedsTime(now, who, id, visit);
            case 24 -> new SessionEvent.RoleGiven(now, who, "presenter", List.of(unit(who, team)));
            case 25 -> new SessionEvent.TookOver(now, who);
            case 26 -> new SessionEvent.Begun(now, who, false);
            case 27 -> new SessionEvent.Reopened(now, who);
            case 28 -> new SessionEvent.Stopped(now, who);
            case 29, 30 -> new SessionEvent.WentBack(now, who, id, visit);
            case 31, 32 -> new SessionEvent.Skipped(now, who, id, visit);
            case 33 -> new SessionEvent.Extended(now, who, id, visit);
            case 34 -> new SessionEvent.LetThemFinish(now, who, id, visit);
            case 35 -> new SessionEvent.Paused(now, who, id, visit);
            case 36 -> new SessionEvent.Resumed(now, who, id, visit);
            default -> new SessionEvent.Next(now, who, id, visit);
        };
    }

    private Unit unit(MemberId who, String team) {
        return random.nextBoolean() ? Unit.of(who) : Unit.ofTeam(team);
    }

    /// Whoever has the floor acts more often than others do.
    private MemberId speaker(Session session) {
        return session.main().progress() instanceof Progress.Speaking speaking
                        && speaking.now() != null
                        && !speaking.now().isTeam()
                ? new MemberId(speaking.now().id())
                : anybody();
    }

    private MemberId anybody() {
        int number = random.nextInt(people + 1);
        return number == 0 ? Play.ADA : new MemberId("m" + "x".repeat(number));
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
