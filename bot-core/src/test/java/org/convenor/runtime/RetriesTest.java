package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.convenor.chat.Reply;
import org.convenor.store.Ids;
import org.convenor.testing.Convening;
import org.convenor.testing.CriticalFriends;
import org.convenor.testing.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Platforms retry, people press twice, and two servers may take the same press.
final class RetriesTest {
    @TempDir private Path folder;

    @Test
    void the_same_input_again_changes_nothing() {
        try (var convening = Convening.ofFive(folder).called()) {
            assertAgainChangesNothing(convening);
            assertAgainChangesNothing(convening.forges("bo", "join"));
            assertAgainChangesNothing(convening.answers("bo", "https://example.org/p", "Why?"));
            assertAgainChangesNothing(convening.presses("cy", "join").presses("dee", "join"));
            assertAgainChangesNothing(convening.forges("ada", "begin-anyway"));
            assertAgainChangesNothing(convening.presses("ada", "next"));
            assertAgainChangesNothing(convening.writes("bo", "Here is our plan."));
            assertAgainChangesNothing(convening.types("ada", "/convene more"));
            assertAgainChangesNothing(convening.nextUntil("Reading and notes"));
            assertAgainChangesNothing(convening.answers("cy", "warm", "cool"));
            assertAgainChangesNothing(convening.presses("dee", "pass"));
        }
    }

    private static void assertAgainChangesNothing(Convening convening) {
        var before = convening.everything();

        convening.again();

        assertThat(convening.reply()).isEqualTo(new Reply.Nothing());
        assertThat(convening.everything()).isEqualTo(before);
    }

    @Test
    void what_only_opens_a_form_opens_it_again() {
        try (var convening = Convening.ofFive(folder)) {
            convening.types("ada", "/convene start critical-friends");

            assertThat(convening.again().reply()).isInstanceOf(Reply.FormOpened.class);
        }
    }

    @Test
    void a_form_with_mistakes_leaves_no_trace_and_is_taken_once_they_are_mended() {
        try (var convening = Convening.ofFive(folder).called()) {
            var form = convening.form("bo");
            var before = convening.everything();
            var press = form.submit();
            var bo = convening.id("bo");

            convening.does("mine", new Input.Pressed(bo, press, Map.of("f0", "https://a.example")));

            assertThat(convening.replyText()).isEqualTo("{f1=Please fill this in.}");
            assertThat(convening.everything()).isEqualTo(before);

            var mended = Map.of("f0", "https://a.example", "f1", "Why?");
            convening.does("mine", new Input.Pressed(bo, press, mended));

            assertThat(convening.reply()).isEqualTo(new Reply.Nothing());
            assertThat(convening.board()).contains("“Why?”");
        }
    }

    @Test
    void what_was_refused_leaves_no_trace_and_may_be_sent_again() {
        try (var convening = Convening.ofFive(folder).called()) {
            var words = new Input.Wrote(convening.id("bo"), convening.sessionId(), 0, "Early.");
            var before = convening.everything();

            convening.does("mine", words);

            assertThat(convening.reply()).isInstanceOf(Reply.Refused.class);
            assertThat(convening.everything()).isEqualTo(before);

            convening.ready().presses("ada", "begin").nextUntil("Presentation");
            convening.does("mine", words);

            assertThat(convening.thread()).contains("“Early.” - Bo Lind, Northfield");
        }
    }

    @Test
    void a_press_that_came_too_late_is_told_so_and_changes_nothing() {
        try (var convening = Convening.ofFive(folder).begun()) {
            var next = convening.button("ada", "next");
            convening.presses("ada", "next");
            var before = convening.everything();

            convening.does(new Input.Pressed(convening.id("ada"), next, Map.of()));

            assertThat(convening.replyText())
                    .isEqualTo(
                            "That moment has passed: somebody was faster. Nothing was changed, and"
                                    + " what you typed is still yours. Look at the board to see where"
                                    + " we are.");
            assertThat(convening.everything()).isEqualTo(before);
            assertThat(convening.stepTitle()).isEqualTo("Presentation");
        }
    }

    @Test
    void start_pressed_twice_starts_one_session() {
        try (var convening = Convening.ofFive(folder).called()) {
            var first = convening.sessionId();

            convening.forges("ada", "join");
            convening.types("ada", "/convene start tuning");

            assertThat(convening.replyText()).startsWith("A session is already open in this room.");
            assertThat(convening.sessionId()).isEqualTo(first);
        }
    }

    @Test
    void eight_presses_of_next_at_once_on_two_servers_go_on_by_one_step() throws Exception {
        try (var convening = Convening.ofFive(folder).begun();
                var pool = Executors.newFixedThreadPool(8)) {
            var other =
                    new Convener(
                            convening.database(),
                            convening.tables(),
                            Workbench.only(Shelf.of(CriticalFriends.protocol())),
                            convening::now,
                            new Ids(convening::now, new java.util.Random(1)),
                            _ -> {},
                            () -> {});
            var press =
                    new Input.Pressed(
                            convening.id("ada"), convening.button("ada", "next"), Map.of());
            var presses =
                    IntStream.range(0, 8)
                            .mapToObj(number ->
                                    (Callable<Reply>)
                                            () ->
                                                    (number % 2 == 0 ? convening.convener() : other)
                                                            .handle("race-" + number, press))
                            .toList();

            var replies = pool.invokeAll(presses);

            var taken = 0;
            for (var reply : replies) {
                taken += reply.get() instanceof Reply.Nothing ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
            assertThat(convening.stepTitle()).isEqualTo("Presentation");
        }
    }
}
