package org.convenor.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.convenor.protocol.Mode;
import org.convenor.protocols.ShippedProtocols;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Workbench;
import org.convenor.server.SlackSide;
import org.convenor.slack.SlackApp;
import org.convenor.slack.SlackHttp;
import org.convenor.slack.SlackPlatform;
import org.convenor.slack.testing.FakeMessage;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.Interactions;
import org.convenor.store.Database;
import org.convenor.store.StoredAnchors;
import org.convenor.store.StoredDirectory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole sessions of twelve people in Slack, played with the buttons they see.
class SlackSessionsTest {
    private static final Instant START = Instant.parse("2026-10-06T14:00:00Z");

    @TempDir private Path folder;

    @SuppressWarnings("try") // Nobody interrupts a test.
    @ParameterizedTest
    @CsvSource({
        "tuning, SOCKET",
        "tuning, HTTP",
        "consent-decision, SOCKET",
        "consent-decision, HTTP"
    })
    void twelve_people_finish_a_session_in_slack(String protocol, String wayIn) throws Exception {
        var clock = new SettableClock(START);
        var database = Database.sqlite(folder.resolve("convenor.db"));
        var shelf = new ShippedProtocols();
        var random = new Random(7);
        try (var fake = FakeSlack.start(clock);
                var slack = SlackHttp.slack(SlackHttp.client(Duration.ofSeconds(5)), fake.api());
                var bot = new Bot(database, Workbench.only(shelf), clock, random, "test")) {
            var workspace = fake.workspace("T1");
            var cast = Cast.of(new Turnout(12, 3));
            var users = new LinkedHashMap<Cast.Person, String>();
            cast.forEach(person -> users.put(person, workspace.addUser(person.name())));
            var channel = workspace.addChannel("convening", users.values().toArray(String[]::new));
            bot.connect(
                    List.of(
                            new SlackPlatform(
                                    slack,
                                    id -> id.equals("T1") ? workspace.token() : null,
                                    new StoredDirectory(database),
                                    new StoredAnchors(database),
                                    clock)));
            var side = new SlackSide(bot, _ -> {});
            try (var app = new SlackApp(slack, _ -> workspace.token(), side, clock);
                    var way =
                            wayIn.equals("SOCKET")
                                    ? SlackWay.socket(fake, app)
                                    : SlackWay.http(app, clock)) {
                var interactions = new Interactions(fake);
                var seats = new LinkedHashMap<Cast.Person, SlackSeat>();
                users.forEach((person, user) ->
                        seats.put(
                                person,
                                new SlackSeat(
                                        bot, fake, workspace, channel, user, interactions, way)));
                var code = Objects.requireNonNull(bot.lobby().setupCode());
                seats.forEach((person, seat) ->
                        seat.introduce(
                                person.equals(cast.getFirst()) ? "setup " + code : "help", person));

                var found = Objects.requireNonNull(shelf.find(protocol)).protocol();
                var lines = new Lines(true);
                var leader = Objects.requireNonNull(seats.get(cast.getFirst()));
                var roles =
                        Opening.call(
                                leader, found.id(), Mode.LIVE, cast.subList(1, cast.size()), lines);
                var session = leader.session();
                var company =
                        Company.of(seats, roles, cast.getFirst(), found, Mode.LIVE, lines, random);
                company.playToTheEnd(bot, clock, session, () -> true);
                deliverTheRest(bot, clock);

                assertThat(bot.session(session).isOver()).isTrue();
                int acknowledged =
                        seats.values().stream()
                                .mapToInt(seat -> seat.acknowledged().contributions())
                                .sum();
                assertThat(bot.contributions(session)).isEqualTo(acknowledged);
                assertThat(fake.refusals()).isZero();
                var posted = new ArrayList<String>();
                for (var message : workspace.messages(channel)) {
                    posted.addAll(keys(List.of(message)));
                    posted.addAll(keys(workspace.thread(channel, message.ts())));
                }
                assertThat(posted).isNotEmpty().doesNotHaveDuplicates();
                assertThat(
                                workspace.directMessages(
                                        Objects.requireNonNull(users.get(cast.getFirst()))))
                        .as("the remote")
                        .isNotEmpty();
            }
        }
    }

    private static void deliverTheRest(Bot bot, SettableClock clock) {
        for (var due = bot.nextDue();
                due != null && due.isBefore(START.plus(Duration.ofDays(1)));
                due = bot.nextDue()) {
            clock.set(due);
            bot.doDue();
        }
    }

    private static List<String> keys(List<FakeMessage> messages) {
        return messages.stream()
                .map(FakeMessage::metadata)
                .filter(Objects::nonNull)
                .map(JsonObject::toString)
                .toList();
    }
}
