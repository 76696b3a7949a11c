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
import org.junit.jupiter.api.BeforeEach;
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
    @TempDir Path folder;

    private ConvenorProcess server;
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
        storm();
        var random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            rage(Duration.ofMillis(300 + random.nextInt(700)));
            killAndRestart();
            goOn();
        }
        rage(Duration.ofMillis(500));
        calm();
        finish();

        everyPageShowsTheEnd();
        server.close();
        everythingAcknowledgedIsStoredOnce();
        everyLineStandsOnceAndInOrder();
        everyBoardIsUpToDate();
    }

    /// Meanwhile nobody begins anything new, but what is under way is cut off.
    private synchronized void killAndRestart() {
        server.kill();
        server = ConvenorProcess.start(database(), server.port());
    }

    private synchronized String url() {
        return server.url();
    }

    private Path database() {
        return folder.resolve("convenor.db");
    }

    @BeforeEach
    void gather() throws IOException {
        server = ConvenorProcess.start(database(), 0);
        ada = HttpSeat.setUp(this::url, server.setupCode(), "Ada", "Willow Bend");
        var invitation = ada.invite();
        for (var name : NAMES) {
            seats.add(HttpSeat.join(this::url, invitation, name, "District of " + name));
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
        pressAnyway(step != null && step.equals("8") ? "back" : "next");
    }

    /// Somebody of the storm may end the step between the look at the page and the press: then the
    /// session went on all the same.
    private void pressAnyway(String verb) throws IOException {
        var press = ada.find(verb);
        if (press != null) {
            var answer = ada.send(press, Map.of(), HttpSeat.newId());
            assertThat(answer.isTaken() || answer.body().contains("That moment has passed"))
                    .as(answer.body())
                    .isTrue();
        }
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

    private void everyPageShowsTheEnd() throws IOException {
        for (var seat : seats) {
            var page = seat.page();
            // The last line is delivered a moment after the press that ended the session.
            while (!page.contains("We are done.")) {
                page = seat.page();
            }
            assertThat(page).contains("is done.");
        }
    }

    private void everythingAcknowledgedIsStoredOnce() throws SQLException {
        var marks = texts("select words from contribution where words like 'mark-%'");
        assertThat(marks).doesNotHaveDuplicates();
        for (var storm : storms) {
            assertThat(storm.acknowledged()).isNotEmpty();
            assertThat(marks).containsAll(storm.acknowledged());
        }
        assertThat(storms.stream().mapToInt(Storm::cutOff).sum())
                .as("requests that a kill cut off")
                .isGreaterThanOrEqualTo(KILLS);
    }

    private void everyLineStandsOnceAndInOrder() throws SQLException {
        var wanted = texts("select key from post order by id");
        var shown = texts("select post_key from room_message order by seq");
        assertThat(shown).doesNotHaveDuplicates().isEqualTo(wanted);
    }

    private void everyBoardIsUpToDate() throws SQLException {
        assertThat(texts("select wanted - delivered from board")).containsOnly("0");
        assertThat(texts("select phase from session")).containsExactly("ENDED");
    }

    private List<String> texts(String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
