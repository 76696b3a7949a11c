package org.convenor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrowserDemoTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir private Path folder;
    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private Thread demo = new Thread();
    private URI link = URI.create("about:blank");

    private void start(String protocol) throws InterruptedException {
        var out = new PrintWriter(new Lines(printed));
        var running = new BrowserDemo(folder.resolve("demo.db"), protocol, 0, new Random(1), out);
        demo =
                Thread.ofPlatform()
                        .start(() -> {
                            try (var end = UntilStopped.listen()) {
                                running.run(end);
                            } catch (InterruptedException stopped) {
                                // As Ctrl-C does.
                            }
                        });
        link = URI.create(next("http"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        demo.interrupt();
        assertThat(demo.join(java.time.Duration.ofSeconds(PATIENCE_SECONDS))).isTrue();
    }

    @Test
    void newcomer_picks_a_seat_and_is_told_what_to_do() throws Exception {
        start("tuning");
        var newcomer = browser();
        var seats = open(newcomer, "/");

        var room = take(newcomer, seats, "friend");

        assertThat(seats.select("h2").eachText())
                .containsExactly("The facilitator", "The presenter", "A critical friend");
        assertThat(room.select("#panel").text()).startsWith("You are a critical friend.");
        assertThat(next("You are")).startsWith("You are a critical friend.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-decision", "one-two-four-all", "targeted-networking"})
    void any_protocol_that_is_shipped_can_be_led(String protocol) throws Exception {
        start(protocol);
        var newcomer = browser();

        var room = take(newcomer, open(newcomer, "/"), "facilitator");

        assertThat(room.select("#panel").text()).startsWith("You are the facilitator.");
        assertThat(next("You are")).contains("Next: press the button that starts");
    }

    @Test
    void seat_that_is_simulated_is_offered_to_nobody() throws Exception {
        start("tuning");
        take(browser(), open(browser(), "/"), "presenter");
        var late = browser();

        var seats = open(late, "/");

        assertThat(seats.select("h2").eachText()).containsExactly("The presenter");
        assertThat(take(late, seats, "friend").text()).contains("This seat is not free.");
    }

    private String next(String beginning) throws InterruptedException {
        while (true) {
            var line = printed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("a line that begins with " + beginning).isNotNull();
            if (line.strip().startsWith(beginning)) {
                return line.strip();
            }
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private Document open(HttpClient browser, String path) throws Exception {
        return send(browser, HttpRequest.newBuilder(link.resolve(path)));
    }

    private Document take(HttpClient browser, Document seats, String seat) throws Exception {
        open(browser, "/");
        var csrf = open(browser, "/").select("input[name=csrf]").first();
        assertThat(seats.select("form")).isNotEmpty();
        return send(
                browser,
                HttpRequest.newBuilder(link.resolve("/seat/" + seat))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "csrf=" + (csrf == null ? "" : csrf.val()))));
    }

    private static Document send(HttpClient browser, HttpRequest.Builder request) throws Exception {
        return Jsoup.parse(
                browser.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    /// Hands on what was printed, line by line.
    private static final class Lines extends Writer {
        private final BlockingQueue<String> lines;
        private final StringBuilder line = new StringBuilder();

        Lines(BlockingQueue<String> lines) {
            this.lines = lines;
        }

        @Override
        public void write(char[] chars, int from, int count) {
            for (int index = from; index < from + count; index++) {
                if (chars[index] == '\n') {
                    lines.add(line.toString());
                    line.setLength(0);
                } else {
                    line.append(chars[index]);
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
