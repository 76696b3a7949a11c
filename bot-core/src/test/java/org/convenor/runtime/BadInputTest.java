package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.testing.Convening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes in: a sentence that helps, and nothing lost.
final class BadInputTest {
    private static final String ODD =
            "👩‍🏫 *bold* _x_ <b>tag</b> [a](http://b) \u202Eright\u0000 السلام `code` | # - \\ & @channel";

    @TempDir private Path folder;

    @Test
    void words_of_a_hundred_thousand_characters_are_given_back() {
        try (var convening = Convening.ofFive(folder).begun().nextUntil("Presentation")) {
            var before = convening.everything();

            convening.writes("bo", "x".repeat(100_000));

            assertThat(convening.replyText())
                    .startsWith("That is 100,000 characters; 4,000 fit into one message.");
            assertThat(convening.everything()).isEqualTo(before);
        }
    }

    @Test
    void a_form_of_a_hundred_thousand_characters_is_given_back() {
        try (var convening = Convening.ofFive(folder).begun().nextUntil("Reading and notes")) {
            convening.answers("cy", "x".repeat(100_000), "fine");

            assertThat(convening.replyText())
                    .isEqualTo(
                            "{f0=That is 100,000 characters; 2,800 fit here. Shorten it a"
                                    + " little.}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u200B\u200D", "\u0000", "\u202E"})
    void words_that_nobody_could_see_are_not_stored(String nothing) {
        try (var convening = Convening.ofFive(folder).begun().nextUntil("Presentation")) {
            var before = convening.everything();

            convening.writes("bo", nothing);

            assertThat(convening.replyText()).startsWith("There was nothing in it.");
            assertThat(convening.everything()).isEqualTo(before);
        }
    }

    @Test
    void odd_words_are_kept_as_words() {
        try (var convening = Convening.ofFive(folder).begun().nextUntil("Presentation")) {
            convening.writes("bo", ODD);

            var kept = ODD.replace("\u202E", "").replace("\u0000", "");
            assertThat(convening.thread()).contains("“" + kept + "” - Bo Lind, Northfield");
            assertThat(convening.record("bo").markdown())
                    .contains(
                            "- 👩‍🏫 \\*bold\\* \\_x\\_ \\<b>tag\\</b> \\[a](<http://b>) right السلام"
                                    + " \\`code\\` | # - \\ & @channel — Bo Lind (Northfield)");
        }
    }

    @Test
    void a_name_of_formatting_stays_a_name() {
        try (var convening =
                Convening.ofFive(folder).invited("fay", "**Fay** <script>", "<b>Hub</b>")) {
            convening.called().ready().presses("fay", "join").presses("ada", "begin");
            convening.nextUntil("Clarifying questions").writes("fay", "Hello.");

            assertThat(convening.thread()).contains("“Hello.” - **Fay** <script>, <b>Hub</b>");
            assertThat(convening.record("bo").markdown())
                    .contains("- Hello. — \\*\\*Fay\\*\\* \\<script> (\\<b>Hub\\</b>)");
        }
    }

    @Test
    void a_name_that_nobody_could_see_is_asked_for_again() {
        try (var convening = Convening.in(folder)) {
            assertThatThrownBy(() -> convening.invited("x", "\u200B\u202E\n", "Hub"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith("I need your name, with at most 80 characters.");
            assertThatThrownBy(() -> convening.invited("x", "Xi", "y".repeat(81)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith("I need your district, with at most 80 characters.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a~b", "s~1~1~next", "s~1~99999999999~next~", "💥"})
    void a_button_that_is_none_of_ours_cannot_be_read(String wire) {
        assertThatThrownBy(() -> Press.parse(wire))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("I could not read that button.");
    }

    @Test
    void a_button_of_an_unknown_kind_changes_nothing() {
        try (var convening = Convening.ofFive(folder).begun()) {
            var before = convening.everything();

            convening.forges("ada", "explode");

            assertThat(convening.replyText())
                    .startsWith("I do not know what that button should do.");
            assertThat(convening.everything()).isEqualTo(before);
        }
    }

    @Test
    void a_button_of_a_session_that_is_gone_says_so() {
        try (var convening = Convening.ofFive(folder).begun()) {
            var press = new Press(new SessionId("gone"), 0, 1, "next", "");

            convening.does(new Input.Pressed(convening.id("ada"), press, Map.of()));

            assertThat(convening.replyText()).startsWith("That session is not here any more.");
        }
    }

    @Test
    void a_malformed_form_names_each_field_and_stores_nothing() {
        try (var convening = Convening.ofFive(folder).begun().nextUntil("Debrief")) {
            var form = convening.form("bo");
            var before = convening.everything();

            convening.sends("bo", form, Map.of());
            assertThat(convening.reply())
                    .isEqualTo(
                            new Reply.FieldErrors(
                                    Map.of(
                                            "f0",
                                            "Please fill this in.",
                                            "f1",
                                            "Please fill this in.")));
            convening.sends("bo", form, Map.of("f0", "More cover", "f1", "soon", "f9", "what?"));
            assertThat(convening.replyText())
                    .isEqualTo("{f1=Write the date as year-month-day, for example 2027-03-01.}");
            convening.sends("bo", form, Map.of("f0", "More cover", "f1", "2027-02-30"));
            assertThat(convening.reply()).isInstanceOf(Reply.FieldErrors.class);

            assertThat(convening.everything()).isEqualTo(before);
        }
    }
}
