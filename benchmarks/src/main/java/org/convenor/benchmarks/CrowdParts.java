package org.convenor.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Role;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.protocol.Window;
import org.convenor.session.Decision;
import org.convenor.session.Engine;
import org.convenor.session.Gathering;
import org.convenor.session.Seat;
import org.convenor.session.Session;
import org.convenor.session.SessionEvent;
import org.convenor.session.Track;
import org.convenor.session.Unit;
import org.convenor.session.WorkingCalendar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Deciding in a session of two hundred people in fifty groups of four, each on a track of its own:
/// in every group three have answered.
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CrowdParts {
    private static final int PEOPLE = 200;
    private static final int SIZE = 4;
    private static final Instant NOON = Instant.parse("2027-01-04T18:00:00Z");
    private static final String QUESTION = "Our question";

    private final Session session = inGroups();
    private final Track track = session.tracksOf(session.main()).get(PEOPLE / SIZE / 2);
    private final List<MemberId> group = members(session, track);

    /// Somebody changes their answer.
    @Benchmark
    public Decision answerInCrowd() {
        return Engine.decide(session, answer(track, group.getFirst()));
    }

    /// The last one answers: their group goes on to the next step.
    @Benchmark
    public Decision stepInCrowd() {
        return Engine.decide(session, answer(track, group.getLast()));
    }

    /// The facilitator gives everybody two minutes more.
    @Benchmark
    public Decision extendCrowd() {
        var main = session.main();
        return Engine.decide(
                session, new SessionEvent.Extended(NOON, member(0), main.id(), main.visit()));
    }

    private static SessionEvent answer(Track track, MemberId member) {
        return new SessionEvent.Answered(NOON, member, track.id(), track.visit(), QUESTION, 1);
    }

    private static Session inGroups() {
        var session = begun();
        var main = session.main();
        var groups = new ArrayList<List<Unit>>();
        for (int first = 0; first < PEOPLE; first += SIZE) {
            groups.add(
                    List.of(
                            Unit.of(member(first)),
                            Unit.of(member(first + 1)),
                            Unit.of(member(first + 2)),
                            Unit.of(member(first + 3))));
        }
        session =
                after(
                        session,
                        new SessionEvent.GroupsPlanned(
                                NOON, main.id(), main.visit(), main.step(), groups, 0));
        session = after(session, new SessionEvent.Next(NOON, member(0), main.id(), main.visit()));
        for (var track : session.tracksOf(session.main())) {
            for (var member : members(session, track).subList(0, SIZE - 1)) {
                session = after(session, answer(track, member));
            }
        }
        return session;
    }

    private static Session begun() {
        var plan =
                new Gathering.Plan(
                        new SessionId("crowd"),
                        protocol(),
                        Mode.LIVE,
                        new WorkingCalendar(ZoneId.of("UTC"), Set.of()),
                        new Seat(member(0), team(0), Seat.Presence.HERE, 0),
                        List.of(),
                        Set.of(),
                        Map.of(),
                        List.of(Session.TOPIC));
        var session = Gathering.open(plan, NOON).session();
        for (int number = 1; number < PEOPLE; number++) {
            session = after(session, new SessionEvent.Joined(NOON, member(number), team(number)));
        }
        return after(session, new SessionEvent.Begun(NOON, member(0), true));
    }

    private static Protocol protocol() {
        var ask =
                new Step.Ask(
                        heading(QUESTION),
                        Who.EVERYONE,
                        Answer.of(new Answer.Kind.Text()),
                        null,
                        "ideas",
                        Reveal.TOGETHER,
                        Names.SHOWN,
                        Until.USUAL,
                        false,
                        true);
        return new Protocol(
                "crowd",
                List.of(),
                1,
                "Crowd",
                "Many people in small groups.",
                null,
                null,
                PeopleRange.size(4, null),
                List.of(new Role("facilitator", Role.Holder.STARTER, "the person who starts it")),
                Set.of(Mode.LIVE),
                List.of(),
                List.of(
                        new Step.Group(
                                heading("In fours"),
                                new Grouping(Grouping.Kind.PEOPLE, SIZE),
                                Grouping.Odd.BALANCED,
                                Grouping.Late.SMALLEST_GROUP,
                                Set.of(),
                                null),
                        ask,
                        new Step.Talk(
                                heading("Talk"),
                                Who.EVERYONE,
                                null,
                                null,
                                null,
                                Until.TIME,
                                null)));
    }

    private static Heading heading(String title) {
        return new Heading(title, title, null, new Timing(Duration.ofMinutes(5), Window.ofDays(1)));
    }

    private static Session after(Session session, SessionEvent event) {
        return Engine.decide(session, event).session();
    }

    private static List<MemberId> members(Session session, Track track) {
        return session.here(track).map(Seat::member).toList();
    }

    private static MemberId member(int number) {
        return new MemberId("018f-member-%04d".formatted(number));
    }

    private static String team(int number) {
        return "018f-team-%02d".formatted(number % 22);
    }
}
