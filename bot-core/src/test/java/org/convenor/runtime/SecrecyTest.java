package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.convenor.protocol.Becomes;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Who;
import org.convenor.testing.Convening;
import org.convenor.testing.PlainReading;
import org.convenor.testing.Protocols;
import org.convenor.testing.Shelf;
import org.convenor.testing.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who sees what is said on the question. Nobody sees more, and nothing personal lies about.
final class SecrecyTest {
    private static final String WARM = "warm-secret-of-cy";

    @TempDir private Path folder;

    @Test
    void a_note_that_opens_together_is_seen_by_its_author_alone_until_then() {
        try (var convening = withNoteOfCy()) {
            assertThat(convening.panel("cy")).contains(WARM);
            assertHiddenFromOthers(convening);

            convening.presses("ada", "next");

            assertThat(convening.board()).contains(WARM);
        }
    }

    @Test
    void a_note_stays_hidden_when_the_session_is_stopped() {
        try (var convening = withNoteOfCy()) {
            convening.presses("ada", "stop");

            assertHiddenFromOthers(convening);
            assertThat(convening.record("bo").markdown()).contains("The session was ended");
        }
    }

    @Test
    void a_note_stays_hidden_when_the_session_falls_silent() {
        try (var convening = withNoteOfCy()) {
            convening.presses("ada", "pause").after(Duration.ofHours(2));

            assertThat(convening.session().isOver()).isTrue();
            assertHiddenFromOthers(convening);
        }
    }

    private Convening withNoteOfCy() {
        return Convening.ofFive(folder)
                .begun()
                .nextUntil("Reading and notes")
                .answers("cy", WARM, "cool");
    }

    private static void assertHiddenFromOthers(Convening convening) {
        convening.invited("fay", "Fay Moss", "Hub").forges("fay", "catch-up");
        convening.forges("dee", "catch-up");
        assertThat(convening.board()).doesNotContain(WARM);
        assertThat(convening.thread()).noneMatch(line -> line.contains(WARM));
        assertThat(convening.record("cy").markdown()).doesNotContain(WARM);
        assertThat(String.valueOf(convening.rooms().stage(convening.room()))).doesNotContain(WARM);
        for (var who : List.of("ada", "bo", "dee", "eli", "fay")) {
            assertThat(convening.panel(who)).doesNotContain(WARM);
            assertThat(convening.inbox(who)).noneMatch(word -> word.contains(WARM));
            assertThat(PlainReading.of(convening.look(who).board())).doesNotContain(WARM);
        }
    }

    @Test
    void a_note_without_a_name_shows_no_name_after_it_opened() {
        try (var convening = withNoteOfCy()) {
            convening.presses("ada", "next");

            assertThat(convening.board()).contains("“" + WARM + "”\n");
            assertThat(convening.record("bo").markdown()).contains("- " + WARM + "\n");
        }
    }

    @Test
    void an_anonymous_answer_tells_neither_who_nor_when() throws IOException {
        var ask =
                Steps.reveal(
                        Steps.ask("How safe is it here?", Who.EVERYONE, Steps.minutes(5, 1)),
                        Reveal.TOGETHER,
                        Names.ANONYMOUS);
        var protocol = Protocols.of(ask, Steps.say("The end", Steps.minutes(5, 1)));
        try (var convening = Convening.ofFive(folder, Shelf.of(protocol))) {
            convening.begunSample();
            convening.after(Duration.ofSeconds(47)).asleep(Duration.ofMillis(123));
            var when = String.valueOf(convening.now().toEpochMilli());
            convening.forges(
                    "cy", "answer", "How safe is it here?", java.util.Map.of("f0", "not-safe"));
            assertThat(convening.replyText()).isEmpty();
            assertThat(convening.panel("cy")).doesNotContain("not-safe");

            var rows = convening.everything();

            assertThat(rows.get("anonymous_answer"))
                    .singleElement()
                    .asString()
                    .contains("not-safe")
                    .doesNotContain(convening.id("cy").value());
            rows.forEach((table, lines) -> {
                if (!table.equals("anonymous_answer")) {
                    assertThat(lines).as(table).noneMatch(line -> line.contains("not-safe"));
                }
                if (!table.equals("session") && !table.equals("board")) {
                    assertThat(lines).as(table).noneMatch(line -> line.contains(when));
                }
            });
            assertThat(rows.get("log")).noneMatch(line -> line.contains("|answer|"));
        }
    }

    @Test
    void too_few_anonymous_answers_stay_closed_and_everybody_is_told_why() {
        var ask =
                Steps.reveal(
                        Steps.ask("How safe is it here?", Who.EVERYONE, Steps.minutes(5, 1)),
                        Reveal.TOGETHER,
                        Names.ANONYMOUS);
        var named = Steps.saved(ask, "safety");
        var protocol =
                Protocols.of(named, Steps.show("What we said", "safety", Steps.minutes(5, 1)));
        try (var convening = Convening.ofFive(folder, Shelf.of(protocol)).begunSample()) {
            assertThat(convening.panel("cy")).contains("If fewer than 5 people answer, nobody");
            convening.answers("cy", "not-safe").presses("ada", "next");

            var why = "Fewer than 5 people answered “How safe is it here?”.";
            assertThat(convening.board()).contains(why).doesNotContain("not-safe");
            assertThat(convening.record("cy").markdown()).contains(why).doesNotContain("not-safe");
        }
    }

    @Test
    void anonymous_answers_are_kept_together_and_belong_to_nobody() {
        var ask =
                Steps.reveal(
                        Steps.ask("How safe is it here?", Who.EVERYONE, Steps.minutes(5, 1)),
                        Reveal.TOGETHER,
                        Names.ANONYMOUS);
        var protocol =
                Protocols.of(
                        Steps.saved(ask, "safety"),
                        Steps.keep("Keep it", "safety", Becomes.NOTE),
                        Steps.say("The end", Steps.minutes(5, 1)));
        try (var convening = Convening.ofFive(folder, Shelf.of(protocol)).begunSample()) {
            for (var who : List.of("ada", "bo", "cy", "dee")) {
                convening.answers(who, "quite safe");
            }

            var kept =
                    convening
                            .database()
                            .read(tx ->
                                    convening.tables().kept().ofSession(tx, convening.sessionId()));

            assertThat(kept).hasSize(1);
            assertThat(kept.getFirst().unit()).isNull();
            assertThat(kept.getFirst().team()).isNull();
        }
    }

    @Test
    void what_people_wrote_stands_in_one_table_alone() throws IOException {
        try (var convening = Convening.ofFive(folder).begun()) {
            convening.nextUntil("Presentation").writes("bo", "spoken-by-bo");
            convening.nextUntil("Reading and notes").answers("cy", WARM, "cool-secret-of-cy");
            convening.nextUntil("Debrief").writes("ada", "spoken-by-ada");
            convening.answers("bo", "change-of-bo", "2027-03-01");
            convening.presses("ada", "next").deliver();
            assertThat(convening.session().isOver()).isTrue();

            convening
                    .everything()
                    .forEach((table, lines) -> {
                        if (!table.equals("contribution")) {
                            assertThat(lines).as(table).noneMatch(SecrecyTest::holdsWords);
                        }
                    });
            assertThat(convening.everything().get("kept")).hasSize(1);
        }
    }

    private static boolean holdsWords(String line) {
        return List.of(
                        "spoken-by",
                        "secret-of",
                        "change-of-bo",
                        "2027-03-01",
                        "new teachers stay",
                        "northfield-plan",
                        "new teacher get lost")
                .stream()
                .anyMatch(line::contains);
    }

    @Test
    void the_file_keeps_no_copy_of_words_that_were_written_over() throws IOException {
        try (var convening = withNoteOfCy()) {
            convening.answers("cy", "second-thought", "cool");
            convening.presses("ada", "next");
            assertThat(convening.board()).contains("second-thought").doesNotContain(WARM);
        }
        var file = Files.readString(folder.resolve("convenor.db"), StandardCharsets.ISO_8859_1);
        assertThat(file).contains("second-thought").doesNotContain(WARM);
    }
}
