package org.convenor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.convenor.chat.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The stream tells a page which of its parts to fetch again, and only that.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class EventStreamTest extends WebTest {
    @Test
    void a_new_line_is_told_as_thread_alone() throws Exception {
        try (var events = as(maya).events(page + "/events?since=" + since(as(maya)))) {
            bot.line(room, null, Message.text("The next step begins."));

            assertThat(names(events, 1)).containsExactly("thread");
        }
    }

    @Test
    void a_new_step_is_told_as_board_and_panel() throws Exception {
        try (var events = as(maya).events(page + "/events?since=" + since(as(maya)))) {
            bot.scene(room, Scenes.round(false));

            assertThat(names(events, 2)).containsExactly("board", "panel");
        }
    }

    @Test
    void a_whisper_is_told_as_inbox() throws Exception {
        try (var events = as(priya).events(page + "/events?since=" + since(as(priya)))) {
            bot.whisper(room, "You came in at step 4.");

            assertThat(names(events, 1)).containsExactly("inbox");
        }
    }

    @Test
    void a_page_that_comes_back_is_told_what_it_missed() throws Exception {
        var had = since(as(maya));
        bot.line(room, null, Message.text("Said while the connection was lost."));
        bot.seat("Bo Lind", "East", room);

        try (var events = as(maya).events(page + "/events", "Last-Event-ID", had)) {
            assertThat(names(events, 2)).containsExactly("thread", "people");
        }
    }

    @Test
    void a_page_that_knows_nothing_is_told_everything() throws Exception {
        bot.line(room, null, Message.text("A line."));
        bot.whisper(room, "A word.");

        try (var events = as(maya).events(page + "/events", "Last-Event-ID", "nonsense")) {
            assertThat(names(events, 5))
                    .containsExactly("talk", "board", "panel", "inbox", "people");
        }
    }

    @Test
    void the_stage_follows_by_itself() throws Exception {
        try (var events = new Browser(server).events("/stage/stage-" + room + "/events")) {
            var names = events.filter(line -> line.startsWith("event: ")).iterator();
            assertThat(names.next()).isEqualTo("event: stage");

            bot.scene(room, Scenes.round(false));

            assertThat(names.next()).isEqualTo("event: stage");
        }
    }

    @Test
    void closing_the_server_ends_the_streams() throws Exception {
        try (var events = as(maya).events(page + "/events?since=" + since(as(maya)))) {
            var lines = events.iterator();
            assertThat(lines.next()).isEqualTo("retry: 1000");

            server.close();

            assertThat(ended(lines)).isTrue();
        }
    }

    private static boolean ended(java.util.Iterator<String> lines) {
        try {
            lines.forEachRemaining(_ -> {});
            return true;
        } catch (java.io.UncheckedIOException cutOff) {
            return true;
        }
    }

    private String since(Browser browser) {
        return browser.get(page).body().replaceAll("(?s).*data-since=\"([^\"]+)\".*", "$1");
    }

    private static List<String> names(Stream<String> lines, int count) {
        return lines.filter(line -> line.startsWith("event: "))
                .limit(count)
                .map(line -> line.substring("event: ".length()))
                .toList();
    }
}
