package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Part;
import org.convenor.chat.Reply;
import org.convenor.protocol.Until;
import org.convenor.testing.Convening;
import org.convenor.testing.Protocols;
import org.convenor.testing.Shelf;
import org.convenor.testing.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may do what, whatever button they make up.
final class RightsTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin",
                "begin-anyway",
                "next",
                "back",
                "more",
                "pause",
                "resume",
                "skip",
                "finish",
                "stop",
                "reopen",
                "take-over",
                "take-back",
                "replace",
                "replace-with"
            })
    void a_member_who_makes_up_a_facilitators_button_changes_nothing(String verb) {
        try (var convening = Convening.ofFive(folder).begun()) {
            var before = convening.everything();

            convening.forges("cy", verb, "presenter", Map.of("to", "m:" + convening.id("cy")));

            assertThat(convening.replyText())
                    .isEqualTo(
                            "You may not do that here. Nothing was changed. Ask Ada Okafor to do"
                                    + " it.");
            assertThat(convening.everything()).isEqualTo(before);
        }
    }

    @Test
    void an_observer_who_answers_is_asked_to_join() {
        try (var convening = Convening.ofFive(folder).begun().invited("fay", "Fay", "Hub")) {
            convening.forges("fay", "observe");
            convening.nextUntil("Reading and notes");
            var before = convening.everything();

            convening.forges("fay", "answer", "Reading and notes", Map.of("f0", "a", "f1", "b"));

            assertThat(convening.replyText()).startsWith("You have not joined this session.");
            assertThat(convening.everything()).isEqualTo(before);
        }
    }

    @Test
    void somebody_of_another_room_finds_no_room() {
        try (var convening = Convening.ofFive(folder).begun().elsewhere("uma")) {
            var before = convening.everything();

            for (var verb : new String[] {"join", "next", "catch-up", "answer", "stop"}) {
                convening.forges("uma", verb);
                assertThat(convening.replyText()).startsWith("There is no such room for you.");
            }
            convening.writes("uma", "Hello?");
            assertThat(convening.replyText()).startsWith("There is no such room for you.");
            convening.types("uma", "/convene next");
            assertThat(convening.replyText()).startsWith("There is no such room for you.");

            assertThat(convening.everything()).isEqualTo(before);
        }
    }

    @Test
    void who_was_not_asked_is_told_so() {
        try (var convening = Convening.ofFive(folder).begun().nextUntil("Reading and notes")) {
            var before = convening.everything();

            convening.forges("bo", "answer", "Reading and notes", Map.of("f0", "a", "f1", "b"));

            assertThat(convening.reply()).isInstanceOf(Reply.Refused.class);
            assertThat(convening.replyText())
                    .isEqualTo(
                            "“Reading and notes” is not asked of you. Nothing was stored. Read"
                                    + " along; you get your turn.");
            assertThat(convening.everything()).isEqualTo(before);
        }
    }

    @Test
    void a_role_goes_only_to_somebody_who_is_here() {
        try (var convening = Convening.ofFive(folder).begun()) {
            var before = convening.everything();

            convening.forges("ada", "replace-with", "presenter", Map.of("to", "t:nowhere"));
            assertThat(convening.reply()).isInstanceOf(Reply.FieldErrors.class);
            assertThat(convening.everything()).isEqualTo(before);

            convening.forges(
                    "ada", "replace-with", "presenter", Map.of("to", "m:" + convening.id("cy")));
            assertThat(convening.reply()).isEqualTo(new Reply.Nothing());
        }
    }

    @Test
    void the_presenter_may_end_the_session_and_the_facilitator_learns_in_private_who_did() {
        try (var convening = Convening.ofFive(folder).begun()) {
            convening.presses("bo", "stop");

            assertThat(convening.session().isOver()).isTrue();
            assertThat(convening.inbox("ada").getFirst())
                    .isEqualTo("Bo Lind (Northfield) ended the session. You can reopen it.");
            assertThat(convening.thread().getLast())
                    .startsWith("The session was ended here.")
                    .doesNotContain("Bo Lind (Northfield) ended");
        }
    }

    @Test
    void the_role_that_may_end_a_step_has_a_button_for_it_and_nobody_else() {
        var talk = Steps.talk("Feedback", Protocols.FRIENDS, "presenter", Steps.minutes(9, 1));
        var protocol =
                Protocols.of(
                        Steps.until(talk, Until.TIME, "presenter"),
                        Steps.say("The end", Steps.minutes(5, 1)));
        try (var convening = Convening.ofFive(folder, Shelf.of(protocol)).begunSample()) {
            assertThat(convening.panel("bo"))
                    .contains("You are listening now.", "You may end this step");
            assertThat(convening.panel("cy")).doesNotContain("end this step");
            convening.forges("cy", "end-step");
            assertThat(convening.replyText()).startsWith("This step is not yours to end.");

            convening.presses("bo", "end-step");

            assertThat(convening.stepTitle()).isEqualTo("The end");
        }
    }

    @Test
    void a_board_of_ones_own_offers_only_what_does_something() {
        try (var convening = Convening.ofFive(folder).begun().invited("fay", "Fay", "Hub")) {
            assertThat(verbs(convening, "cy")).containsExactly("catch-up", "need-time");
            assertThat(verbs(convening, "fay")).containsExactly("join", "catch-up");
            assertThat(convening.board()).contains("[Join] [Catch me up] [I need more time]");
        }
    }

    private static List<String> verbs(Convening convening, String who) {
        return convening.look(who).board().parts().stream()
                .filter(Part.Choices.class::isInstance)
                .flatMap(part -> ((Part.Choices) part).choices().stream())
                .map(choice -> choice.press().verb())
                .toList();
    }
}
