package org.convenor.runtime;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.ProblemException;
import org.convenor.people.Cohort;
import org.convenor.people.Member;
import org.convenor.people.Right;
import org.convenor.people.Rights;
import org.convenor.people.Role;
import org.convenor.store.Codes.Kind;
import org.convenor.store.Database;
import org.convenor.store.Ids;
import org.convenor.store.Tx;
import org.convenor.view.Bundle;
import org.convenor.view.Legible;
import org.jspecify.annotations.Nullable;

/// Lets people in: setup, rooms, invitations and browser logins. Thread-safe.
public final class Lobby {
    /// Where browser rooms stand.
    public static final String WEB = "web";

    /// What a setup code is good for.
    private static final String FIRST_OPERATOR = "first";

    private static final String ANOTHER_OPERATOR = "another";

    private static final Duration SETUP = Duration.ofMinutes(15);
    private static final Duration INVITATION = Duration.ofDays(14);
    private static final Duration DEVICE = Duration.ofMinutes(15);
    private static final Duration STAGE = Duration.ofDays(14);

    /// Longer than a school year: who comes back is who they were. Browsers keep no cookie longer.
    private static final Duration LOGIN = Duration.ofDays(400);

    /// Letters and digits that nobody mistakes for each other.
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LONGEST_NAME = 80;

    private final Database database;
    private final Tables tables;
    private final InstantSource clock;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    public Lobby(Database database, Tables tables, InstantSource clock, Ids ids) {
        this.database = database;
        this.tables = tables;
        this.clock = clock;
        this.ids = ids;
    }

    /// A login just made.
    ///
    /// @param token secret: whoever has it is this member
    public record SignedIn(MemberId member, String token, ChannelId room) {}

    /// What an invitation leads to.
    ///
    /// @param by name of the person who has been in the room the longest
    public record Invitation(ChannelId room, String roomName, String by) {}

    /// A code for the first operator, or null if there is one already. Good once, for 15 minutes.
    public @Nullable String setupCode() {
        return database.write(
                tx -> tables.people().anyOperator(tx) ? null : newSetupCode(tx, FIRST_OPERATOR));
    }

    /// A code for one more operator: for somebody who lost the browser they were known by.
    public String anotherSetupCode() {
        return database.write(tx -> newSetupCode(tx, ANOTHER_OPERATOR));
    }

    private String newSetupCode(Tx tx, String operator) {
        var code = code(8);
        tables.codes().put(tx, code, Kind.SETUP, operator, true, clock.instant().plus(SETUP));
        return code;
    }

    /// Makes an operator, who may also facilitate. The first one gets a first room, another one all
    /// rooms there are.
    public SignedIn claimSetup(String code, String name, String district) {
        return database.write(tx -> {
            var cohort = claim(tx, code);
            var member = newMember(tx, cohort, name, district);
            tables.people().grant(tx, member, Role.OPERATOR);
            tables.people().grant(tx, member, Role.FACILITATOR);
            return new SignedIn(member, login(tx, member), roomOf(tx, cohort, member));
        });
    }

    /// Uses a setup code up.
    ///
    /// @return the cohort whose operator it makes
    Cohort claim(Tx tx, String code) {
        var operator = tables.codes().use(tx, code.strip(), Kind.SETUP, clock.instant());
        boolean tooLate = FIRST_OPERATOR.equals(operator) && tables.people().anyOperator(tx);
        if (operator == null || tooLate) {
            throw new ProblemException(
                    Bundle.of(Locale.ENGLISH).problem("problem.setup-code", Map.of()));
        }
        var cohorts = tables.people().cohorts(tx);
        return cohorts.isEmpty() ? firstCohort(tx) : cohorts.getFirst();
    }

    private ChannelId roomOf(Tx tx, Cohort cohort, MemberId operator) {
        var rooms =
                tables.channels().ofCohort(tx, cohort.id()).stream()
                        .filter(channel -> channel.platform().equals(WEB))
                        .map(Channel::id)
                        .toList();
        if (rooms.isEmpty()) {
            return newRoom(tx, cohort.id(), operator, Bundle.of(Locale.ENGLISH).text("room.first"));
        }
        rooms.forEach(room -> tables.channels().join(tx, room, operator, clock.instant()));
        return rooms.getFirst();
    }

    private Cohort firstCohort(Tx tx) {
        var network = ids.next();
        var bundle = Bundle.of(Locale.ENGLISH);
        tables.people().insertNetwork(tx, network, bundle.text("network.first"));
        var cohort =
                new Cohort(
                        ids.next(),
                        network,
                        bundle.text("cohort.first"),
                        ZoneId.systemDefault(),
                        Locale.ENGLISH);
        tables.people().insertCohort(tx, cohort);
        return cohort;
    }

    /// Takes the seat that an invitation offers to somebody new.
    public SignedIn join(String inviteCode, String name, String district) {
        return database.write(tx -> {
            var room = invited(tx, inviteCode);
            var cohort = cohort(tx, room);
            var member = newMember(tx, cohort, name, district);
            tables.channels().join(tx, room, member, clock.instant());
            return new SignedIn(member, login(tx, member), room);
        });
    }

    /// Takes the seat that an invitation offers to somebody who is here already.
    public ChannelId join(String inviteCode, MemberId member) {
        return database.write(tx -> {
            var room = invited(tx, inviteCode);
            tables.channels().join(tx, room, member, clock.instant());
            return room;
        });
    }

    public Invitation invitation(String code) {
        return database.read(tx -> {
            var room = invited(tx, code);
            var channel = tables.channels().find(tx, room);
            var first = tables.people().member(tx, tables.channels().members(tx, room).getFirst());
            return new Invitation(room, channel == null ? "" : channel.name(), first.name());
        });
    }

    private ChannelId invited(Tx tx, String code) {
        var target = tables.codes().target(tx, code.strip(), Kind.INVITE, clock.instant());
        if (target == null) {
            throw new ProblemException(
                    Bundle.of(Locale.ENGLISH).problem("problem.invitation", Map.of()));
        }
        return new ChannelId(target);
    }

    /// Makes a room that one can be invited to.
    public ChannelId makeRoom(MemberId by, String name) {
        return database.write(tx -> {
            demand(tx, by, Right.MAKE_ROOM);
            var cohort = tables.people().cohortOf(tx, by);
            if (cohort == null) {
                throw new IllegalStateException("no cohort for member " + by);
            }
            return newRoom(tx, cohort, by, checked(name, "problem.room-name"));
        });
    }

    /// The code of an invitation to a room, good for 14 days.
    public String invite(MemberId by, ChannelId room) {
        return database.write(tx -> {
            demand(tx, by, Right.INVITE);
            demandRoom(tx, by, room);
            var code = code(12);
            tables.codes()
                    .put(
                            tx,
                            code,
                            Kind.INVITE,
                            room.value(),
                            false,
                            clock.instant().plus(INVITATION));
            return code;
        });
    }

    /// The code of a room's stage page, good for 14 days.
    public String stageCode(MemberId by, ChannelId room) {
        return database.write(tx -> {
            demandRoom(tx, by, room);
            var code = code(16);
            tables.codes()
                    .put(tx, code, Kind.STAGE, room.value(), false, clock.instant().plus(STAGE));
            return code;
        });
    }

    /// The room whose stage a code shows, or null.
    public @Nullable ChannelId stage(String code) {
        var target =
                database.read(
                        tx -> tables.codes().target(tx, code.strip(), Kind.STAGE, clock.instant()));
        return target == null ? null : new ChannelId(target);
    }

    public List<Channel> rooms(MemberId member) {
        return database.read(tx -> tables.channels().ofMember(tx, member));
    }

    /// Who signed in with a token, or null.
    public @Nullable MemberId signedIn(String token) {
        return database.read(tx -> tables.logins().find(tx, token, clock.instant()));
    }

    /// The code with which somebody signs in on one more device. Good once, for 15 minutes.
    public String deviceCode(MemberId member) {
        return database.write(tx -> {
            var code = code(16);
            var until = clock.instant().plus(DEVICE);
            tables.codes().put(tx, code, Kind.DEVICE, member.value(), true, until);
            return code;
        });
    }

    /// Signs in whoever the code belongs to; used up by the first who has it.
    public SignedIn signIn(String deviceCode) {
        return database.write(tx -> {
            var target = tables.codes().use(tx, deviceCode, Kind.DEVICE, clock.instant());
            if (target == null) {
                throw new ProblemException(
                        Bundle.of(Locale.ENGLISH).problem("problem.device-code", Map.of()));
            }
            var member = new MemberId(target);
            var room = tables.channels().ofMember(tx, member).getFirst().id();
            return new SignedIn(member, login(tx, member), room);
        });
    }

    /// Ends a login: the token opens nothing any more, wherever a copy of it lies.
    public void signOut(String token) {
        database.write(tx -> {
            tables.logins().remove(tx, token);
            return true;
        });
    }

    private MemberId newMember(Tx tx, Cohort cohort, String name, String district) {
        return newMember(tx, cohort, name, district, cohort.locale(), cohort.zone());
    }

    /// Makes a member of somebody whom a platform knows.
    MemberId member(Tx tx, Arrivals.Newcomer newcomer, ChannelId channel) {
        return member(tx, newcomer, cohort(tx, channel));
    }

    /// Makes a member of somebody whom a platform knows.
    MemberId member(Tx tx, Arrivals.Newcomer newcomer, Cohort cohort) {
        return newMember(
                tx,
                cohort,
                newcomer.name(),
                newcomer.district(),
                newcomer.locale(),
                newcomer.zone());
    }

    private MemberId newMember(
            Tx tx, Cohort cohort, String name, String district, Locale locale, ZoneId zone) {
        var checkedName = checked(name, "problem.name");
        var team =
                tables.people()
                        .team(tx, cohort.id(), checked(district, "problem.district"), ids::next);
        var member = new Member(new MemberId(ids.next()), checkedName, team, locale, zone);
        tables.people().insertMember(tx, member, cohort.id());
        return member.id();
    }

    private ChannelId newRoom(Tx tx, String cohort, MemberId by, String name) {
        var room = new ChannelId(ids.next());
        tables.channels().insert(tx, new Channel(room, WEB, room.value(), name), cohort);
        tables.channels().join(tx, room, by, clock.instant());
        return room;
    }

    private String login(Tx tx, MemberId member) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tables.logins().put(tx, token, member, clock.instant().plus(LOGIN));
        return token;
    }

    private Cohort cohort(Tx tx, ChannelId room) {
        var id = tables.channels().cohort(tx, room);
        var cohort = id == null ? null : tables.people().cohort(tx, id);
        if (cohort == null) {
            throw new IllegalStateException("no cohort for channel " + room);
        }
        return cohort;
    }

    private void demand(Tx tx, MemberId member, Right right) {
        if (!Rights.allow(tables.people().roles(tx, member), right)) {
            throw new ProblemException(
                    Bundle.of(Locale.ENGLISH)
                            .problem(
                                    "problem.no-right",
                                    Map.of(
                                            "who",
                                            Bundle.of(Locale.ENGLISH)
                                                    .text("somebody.facilitator"))));
        }
    }

    private void demandRoom(Tx tx, MemberId member, ChannelId room) {
        if (!tables.channels().isMember(tx, room, member)) {
            throw new ProblemException(
                    Bundle.of(Locale.ENGLISH).problem("problem.no-room", Map.of()));
        }
    }

    /// A name of 1 to 80 characters without control characters or line breaks.
    private static String checked(String typed, String problem) {
        var name = Legible.line(typed);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new ProblemException(
                    Bundle.of(Locale.ENGLISH).problem(problem, Map.of("most", LONGEST_NAME)));
        }
        return name;
    }

    private String code(int letters) {
        var code = new StringBuilder();
        for (int letter = 0; letter < letters; letter++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
