package org.convenor.proof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real server is killed five times in the middle of a storm of presses. Whatever it had
/// acknowledged is there afterwards, once.
final class KillTest {
    private static final int KILLS = 5;
    private static final long SEED = 20_27;
    private static final List<String> NAMES =
            List.of("Bo", "Carmen", "Dev", "Elif", "Farid", "Grace", "Hana", "Ines");
    private static final Pattern BO = Pattern.compile("<option value=\"(m:[^\"]+)\">Bo \\(");
    private static final Pattern STEP = Pattern.compile("<h3>(\\d+) of \\d+ · ([^<]*)</h3>");
    private static final Pattern LINE =
            Pattern.compile("<li id=\"line-(\\d+)\".*?</li>", Pattern.DOTALL);

    @TempDir Path folder;

    private volatile ConvenorProcess server;
    private HttpSeat ada;
    private final List<HttpSeat> seats = new ArrayList<>();
    private final List<Storm> storms = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void close() {
        storms.forEach(Storm::stop);
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void what_was_acknowledged_is_stored_once_however_often_the_server_is_killed()
            throws IOException, InterruptedException, SQLException {
        server = ConvenorProcess.start(database(), 0);
        gather();

        storm();
        var random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            rage(Duration.ofMillis(300 + random.nextInt(700)));
            server.kill();
            server = ConvenorProcess.start(database(), server.port());
            goOn();
        }
        rage(Duration.ofMillis(500));
        calm();
        finish();

        everything_acknowledged_is_stored_once();
        every_line_stands_once_and_in_order();
        every_page_shows_the_end();
    }

    private Path database() {
        return folder.resolve("convenor.db");
    }

    private void gather() throws IOException {
        ada = HttpSeat.setUp(() -> server.url(), server.setupCode(), "Ada", "Willow Bend");
        var invitation = ada.invite();
        for (var name : NAMES) {
            seats.add(HttpSeat.join(() -> server.url(), invitation, name, "District of " + name));
        }
        var form = ada.type("/convene start tuning").body();
        var start = HttpSeat.find("start", HttpSeat.presses(form));
        var bo = BO.matcher(form);
        assertThat(bo.find()).isTrue();
        var values = Map.of("topic", "Our plan", "role:presenter", bo.group(1), "mode", "LIVE");
        assertThat(ada.send(requireNonNull(start), values, HttpSeat.newId()).isTaken()).isTrue();
        for (var seat : seats.subList(1, seats.size())) {
            seat.press("join", Map.of());
        }
        ada.press("begin-anyway", Map.of());
        // To the step in which everyone may speak.
        ada.press("next", Map.of());
        ada.press("next", Map.of());
    }

    private void storm() {
        start(new Storm(ada, "Ada", List.of("more", "pause", "resume"), SEED));
        for (int i = 0; i < seats.size(); i++) {
            var buttons = List.of("need-time", "catch-up", "join", "done");
            start(new Storm(seats.get(i), NAMES.get(i), buttons, SEED + 1 + i));
        }
    }

    private void start(Storm storm) {
        storms.add(storm);
        threads.add(Thread.ofVirtual().start(storm));
    }

    /// The storm goes on for a while; nothing is waited for but the moment of the kill.
    private void rage(Duration time) throws InterruptedException {
        threads.getFirst().join(time);
    }

    private void calm() throws InterruptedException {
        storms.forEach(Storm::stop);
        for (var thread : threads) {
            thread.join();
        }
    }

    /// To the next step, or back to the talks when the end is near.
    private void goOn() throws IOException {
        var step = step(ada.page());
        assertThat(step).as("the session goes on").isNotNull();
        ada.press(step != null && step.equals("8") ? "back" : "next", Map.of());
    }

    /// Number of the step at which a page is, or null once the session is over.
    private static @Nullable String step(String page) {
        var found = STEP.matcher(page);
        return found.find() ? found.group(1) : null;
    }

    private void finish() throws IOException {
        for (int steps = 0; step(ada.page()) != null; steps++) {
            assertThat(steps).as("the session ends").isLessThan(20);
            ada.press("next", Map.of());
        }
    }

    private void everything_acknowledged_is_stored_once() throws SQLException {
        var stored = new ArrayList<String>();
        server.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select words from contribution")) {
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
        }
        server = ConvenorProcess.start(database(), server.port());
        var marked = stored.stream().filter(words -> words.startsWith("mark-")).toList();
        assertThat(marked).doesNotHaveDuplicates();
        for (var storm : storms) {
            assertThat(marked).containsAll(storm.acknowledged());
        }
        assertThat(storms).allSatisfy(storm -> assertThat(storm.acknowledged()).isNotEmpty());
    }

    /// What a page has of the thread is what stands in the database, and a step opens with one
    /// line.
    private void every_line_stands_once_and_in_order() throws IOException {
        var numbers = new ArrayList<Long>();
        var page = ada.page();
        LINE.matcher(page).results().forEach(line -> numbers.add(Long.valueOf(line.group(1))));
        assertThat(numbers).isSorted().doesNotHaveDuplicates().isNotEmpty();
        for (var storm : storms) {
            for (var words : storm.acknowledged()) {
                assertThat(page.split(Pattern.quote(words), -1).length)
                        .as("times that %s stands on the page", words)
                        .isLessThanOrEqualTo(2);
            }
        }
    }

    private void every_page_shows_the_end() throws IOException {
        for (var seat : seats) {
            assertThat(seat.page()).contains("is done.").contains("We are done.");
        }
    }
}
