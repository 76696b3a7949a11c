package org.convenor.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.people.Cohort;
import org.convenor.people.DistrictTeam;
import org.convenor.people.Member;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Heading;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Names;
import org.convenor.protocol.PeopleRange;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Role;
import org.convenor.protocol.Setting;
import org.convenor.protocol.Show;
import org.convenor.protocol.Step;
import org.convenor.protocol.Timing;
import org.convenor.protocol.Until;
import org.convenor.protocol.Who;
import org.convenor.protocol.Window;
import org.convenor.session.Given;
import org.convenor.session.Progress;
import org.convenor.session.Seat;
import org.convenor.session.Seats;
import org.convenor.session.Session;
import org.convenor.session.Track;
import org.convenor.session.Unit;
import org.convenor.session.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// A cohort of invented people, and a session of theirs that has a bit of everything.
public final class Sample {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final ZoneId ZONE = ZoneId.of("America/Chicago");
    public static final String COHORT = "cohort-1";
    public static final String HASH = "hash-1";
    public static final MemberId ADA = new MemberId("ada");
    public static final MemberId BO = new MemberId("bo");
    public static final MemberId CY = new MemberId("cy");
    public static final DistrictTeam NORTH = new DistrictTeam("north", "North Valley");
    public static final DistrictTeam SOUTH = new DistrictTeam("south", "South Ridge");
    public static final Channel ROOM =
            new Channel(new ChannelId("room"), "web", "r-1", "Reading room");
    public static final Channel SLACK =
            new Channel(new ChannelId("slack-room"), "slack", "C1", "#reading");
    public static final SessionId SESSION = new SessionId("session-1");

    private Sample() {}

    /// Writes the cohort, its people and its two channels, and the protocol.
    public static void settle(Database database) {
        database.write(tx -> {
            var people = new People();
            people.insertNetwork(tx, "network-1", "Prairie network");
            people.insertCohort(tx, new Cohort(COHORT, "network-1", "Readers", ZONE, Locale.US));
            people.team(tx, COHORT, NORTH.name(), NORTH::id);
            people.team(tx, COHORT, SOUTH.name(), SOUTH::id);
            people.insertMember(tx, member(ADA, "Ada Berg", NORTH), COHORT);
            people.insertMember(tx, member(BO, "Bo Lind", NORTH), COHORT);
            people.insertMember(tx, member(CY, "Cy Moss", SOUTH), COHORT);
            var channels = new Channels();
            channels.insert(tx, ROOM, COHORT);
            channels.insert(tx, SLACK, COHORT);
            new ProtocolTexts().put(tx, protocol(), "name: Tuning", HASH);
            return null;
        });
    }

    public static Member member(MemberId id, String name, DistrictTeam team) {
        return new Member(id, name, team, Locale.US, ZONE);
    }

    public static Protocol protocol() {
        var ask =
                new Step.Ask(
                        heading("Warm"),
                        Who.EVERYONE,
                        new Answer(
                                List.of(
                                        new Answer.Field("what", new Answer.Kind.Text()),
                                        new Answer.Field(
                                                "how well",
                                                new Answer.Kind.Scale(1, "not yet", 5, "fully")),
                                        new Answer.Field(
                                                "which",
                                                new Answer.Kind.Pick(List.of("a", "b"), 1, null)))),
                        new Show("question", null, false),
                        "warm",
                        Reveal.TOGETHER,
                        Names.SHOWN,
                        Until.USUAL,
                        false,
                        true);
        return new Protocol(
                "tuning",
                List.of("critical-friends"),
                1,
                "Tuning",
                "Look at work together.",
                null,
                Duration.ofMinutes(45),
                PeopleRange.size(3, 12),
                List.of(new Role("presenter", Role.Holder.NAMED_PERSON_OR_TEAM, "brings the work")),
                Set.of(Mode.LIVE, Mode.ASYNC),
                List.of(new Setting("topic", true, null, List.of())),
                List.of(
                        new Step.Say(heading("Opening")),
                        ask,
                        new Step.Talk(
                                heading("Talk"),
                                Who.role("presenter"),
                                null,
                                null,
                                ask,
                                Until.TIME,
                                "presenter"),
                        new Step.Keep(
                                new Heading("Keep", "", null, Timing.NONE),
                                List.of("warm"),
                                Becomes.MILESTONE)));
    }

    private static Heading heading(String title) {
        return new Heading(
                title, title + "?", null, new Timing(Duration.ofMinutes(5), Window.ofDays(1)));
    }

    public static Session session() {
        return session(SESSION, NOON.plusSeconds(300));
    }

    /// @param dueAt when its only track is due, or null for never
    public static Session session(SessionId id, @Nullable Instant dueAt) {
        var progress =
                new Progress.Asked(Set.of(Unit.of(ADA), Unit.ofTeam("south")), Set.of(Unit.of(BO)));
        var track =
                new Track(
                        Session.MAIN,
                        0,
                        0,
                        0,
                        List.of(),
                        1,
                        2,
                        Track.Stage.OPEN,
                        NOON,
                        NOON.plusSeconds(300),
                        dueAt,
                        Duration.ofMinutes(5),
                        null,
                        progress,
                        progress);
        return new Session(
                id,
                protocol(),
                Mode.LIVE,
                new WorkingCalendar(ZONE, Set.of(LocalDate.of(2026, 11, 26))),
                Session.Phase.RUNNING,
                null,
                ADA,
                ADA,
                Set.of(BO),
                new Seats(
                        List.of(
                                new Seat(ADA, "north", Seat.Presence.HERE, 0),
                                new Seat(CY, "south", Seat.Presence.OBSERVING, 1))),
                Map.of("presenter", List.of(Unit.ofTeam("south"))),
                Map.of(Session.TOPIC, 1),
                Map.of(Session.MAIN, track),
                Map.of(),
                Map.of("Warm", Map.of("m:ada", new Given(ADA, 2, 3, 2, false))),
                Set.of("Opening"),
                Map.of(),
                Set.of(),
                List.of(
                        new Session.Past(
                                0, 1, NOON.minusSeconds(60), NOON, false, 0, List.of(), null)),
                2,
                4,
                3);
    }

    /// The same session, over.
    public static Session ended(Session session) {
        return new Session(
                session.id(),
                session.protocol(),
                session.mode(),
                session.calendar(),
                Session.Phase.ENDED,
                Session.Outcome.FINISHED,
                session.starter(),
                session.facilitator(),
                session.coFacilitators(),
                session.seats(),
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
}
