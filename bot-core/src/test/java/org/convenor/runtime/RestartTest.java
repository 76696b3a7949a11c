package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convenor.chat.Reply;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.convenor.session.Session;
import org.convenor.store.PublishedProtocols.Version;
import org.convenor.testing.Convening;
import org.convenor.testing.CriticalFriends;
import org.convenor.testing.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session is started again on the newest version of its protocol.
final class RestartTest {
    private static final String PLAN = "https://example.org/northfield-plan";

    @TempDir private Path folder;

    /// Critical friends in which the notes have one field instead of two.
    private static Protocol changed() {
        var before = CriticalFriends.protocol();
        var steps = new ArrayList<Step>();
        for (var step : before.steps()) {
            boolean isNotes = step.title().equals("Reading and notes");
            steps.add(isNotes ? Steps.fields((Step.Ask) step, "note") : step);
        }
        return new Protocol(
                before.id(),
                before.aliases(),
                2,
                before.name(),
                before.purpose(),
                before.credit(),
                before.announced(),
                before.people(),
                before.roles(),
                before.modes(),
                before.settings(),
                steps);
    }

    private static Convening published(Convening convening) {
        convening
                .database()
                .write(tx -> {
                    var tables = convening.tables();
                    var cohort = tables.channels().cohort(tx, convening.room());
                    tables.protocols().put(tx, changed(), "protocol: tuning # 2", "hash-2");
                    tables.published()
                            .add(
                                    tx,
                                    Objects.requireNonNull(cohort),
                                    new Version(
                                            "tuning",
                                            1,
                                            "hash-2",
                                            convening.id("ada"),
                                            convening.now()));
                    return true;
                });
        return convening;
    }

    @Test
    void the_people_and_what_they_saved_come_along_and_the_rest_is_named() {
        try (var convening = Convening.ofFive(folder).begun().nextUntil("Reading and notes")) {
            convening.answers("cy", "warm", "cool");
            var old = convening.session();
            published(convening).types("ada", "/convene restart");

            var next = convening.session();
            assertThat(convening.replyText())
                    .contains("The session starts again on version 1 of **")
                    .contains("One saved answer came along")
                    .contains("stay in the earlier session: “Reading and notes”");
            assertThat(next.id()).isNotEqualTo(old.id());
            assertThat(next.phase()).isEqualTo(Session.Phase.GATHERING);
            assertThat(next.protocol()).isEqualTo(changed());
            assertThat(next.roles()).isEqualTo(old.roles());
            assertThat(next.mode()).isEqualTo(old.mode());
            assertThat(next.facilitator()).isEqualTo(old.facilitator());
            assertThat(next.here().count()).isEqualTo(5);
            assertThat(convening.board())
                    .contains("How do we help new teachers stay?", "**Bring your plan** is here");
        }
    }

    @Test
    void only_who_leads_is_offered_to_restart_and_only_on_a_newer_version() {
        try (var convening = Convening.ofFive(folder).begun()) {
            assertThat(convening.panel("ada")).doesNotContain("Restart the session");

            published(convening);

            assertThat(convening.panel("ada"))
                    .contains("There is a newer version of **", "Restart the session here");
            assertThat(convening.panel("bo")).doesNotContain("Restart the session");
            convening.types("ada", "/convene restart");
            assertThat(convening.panel("ada")).doesNotContain("Restart the session");
        }
    }

    @Test
    void an_answer_that_came_along_counts_and_can_be_changed() {
        try (var convening = published(Convening.ofFive(folder).begun())) {
            convening.types("ada", "/convene restart");

            convening.answers("bo", PLAN + "-2", "What is missing?");
            convening.presses("ada", "begin").nextUntil("Presentation");

            assertThat(convening.board()).contains(PLAN + "-2");
            assertThat(convening.record("ada").markdown()).contains("What is missing?");
        }
    }

    @Test
    void the_earlier_session_is_over_and_keeps_everything() {
        try (var convening = published(Convening.ofFive(folder).begun())) {
            var old = convening.sessionId();
            convening.types("ada", "/convene restart");

            var before =
                    convening.database().read(tx -> convening.tables().sessions().load(tx, old));

            assertThat(before.session().isOver()).isTrue();
            assertThat(before.session().protocol()).isEqualTo(CriticalFriends.protocol());
            assertThat(convening.rooms().record(old, convening.id("bo")).markdown()).contains(PLAN);
        }
    }

    @Test
    void a_session_that_was_just_ended_can_be_restarted_too() {
        try (var convening = published(Convening.ofFive(folder).begun())) {
            convening.forges("ada", "stop").types("ada", "/convene restart");

            assertThat(convening.session().phase()).isEqualTo(Session.Phase.GATHERING);
        }
    }

    @Test
    void pressed_twice_it_starts_once() {
        try (var convening = published(Convening.ofFive(folder).begun())) {
            var press = convening.pressNow("restart", "");
            convening.does(new Input.Pressed(convening.id("ada"), press, Map.of()));
            var before = convening.everything();

            convening.again();
            assertThat(convening.reply()).isEqualTo(new Reply.Nothing());
            convening.does(new Input.Pressed(convening.id("ada"), press, Map.of()));
            assertThat(convening.reply()).isInstanceOf(Reply.Moved.class);

            assertThat(convening.everything()).isEqualTo(before);
        }
    }

    @Test
    void who_does_not_lead_it_is_told_whom_to_ask() {
        try (var convening = published(Convening.ofFive(folder).begun())) {
            var before = convening.everything();

            for (var who : List.of("bo", "cy")) {
                convening.types(who, "/convene restart");
                assertThat(convening.replyText()).contains("Ask Ada Okafor to do it.");
            }

            assertThat(convening.everything()).isEqualTo(before);
        }
    }

    @Test
    void without_a_session_there_is_nothing_to_restart() {
        try (var convening = Convening.ofFive(folder)) {
            convening.types("ada", "/convene restart");

            assertThat(convening.replyText()).startsWith("There is no session in this room.");
        }
    }
}
