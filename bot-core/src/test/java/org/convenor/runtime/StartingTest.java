package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.convenor.chat.Form;
import org.convenor.chat.Reply;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Setting;
import org.convenor.protocol.Who;
import org.convenor.testing.Convening;
import org.convenor.testing.Protocols;
import org.convenor.testing.Shelf;
import org.convenor.testing.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `/convene` answers, above all before a session is there.
final class StartingTest {
    @TempDir private Path folder;

    @Test
    void a_start_without_a_name_offers_the_protocols() {
        try (var convening = Convening.ofFive(folder).types("ada", "/convene start")) {
            assertThat(convening.replyText())
                    .isEqualTo(
                            """
                            Which protocol? These are ready:
                            [Start “Tuning a plan with critical friends”]\
                            """);
        }
    }

    @Test
    void a_misspelt_name_proposes_the_one_that_was_meant() {
        try (var convening = Convening.ofFive(folder).types("ada", "/convene start tunning")) {
            assertThat(convening.replyText())
                    .isEqualTo(
                            "I do not know a protocol called “tunning”. Nothing was started. Did"
                                    + " you mean “tuning”?");
        }
    }

    @Test
    void nothing_starts_without_a_topic_a_presenter_and_a_known_speed() {
        try (var convening = Convening.ofFive(folder).types("ada", "/convene start tuning")) {
            var form = ((Reply.FormOpened) convening.reply()).form();
            var before = convening.everything();

            convening.sends(
                    "ada",
                    form,
                    Map.of("topic", " \u200B ", "role:presenter", "m:nobody", "mode", "FAST"));

            assertThat(convening.reply())
                    .isEqualTo(
                            new Reply.FieldErrors(
                                    Map.of(
                                            "topic",
                                            "Say in a sentence what this session is about. Nobody"
                                                    + " can begin without it.",
                                            "role:presenter",
                                            "Choose somebody who is in this room.",
                                            "mode",
                                            "Choose one of the speeds.")));
            assertThat(convening.everything()).isEqualTo(before);
        }
    }

    @Test
    void the_form_lists_people_in_the_order_they_came() {
        try (var convening = Convening.ofFive(folder).types("ada", "/convene start tuning")) {
            var form = ((Reply.FormOpened) convening.reply()).form();
            var pick = (Form.Input.Pick) form.fields().get(1).input();

            assertThat(pick.options())
                    .extracting(Form.Option::label)
                    .startsWith(
                            "Ada Okafor (Hub)",
                            "Bo Lind (Northfield)",
                            "Cy Reyes (Southgate)",
                            "Dee Park (Eastvale)",
                            "Eli Stone (Southgate)",
                            "The whole team of Hub");
        }
    }

    @Test
    void a_member_cannot_start() {
        try (var convening = Convening.ofFive(folder).types("cy", "/convene start tuning")) {
            assertThat(convening.replyText()).startsWith("You may not do that here.");
        }
    }

    @Test
    void an_unknown_word_is_answered_with_five_examples_that_fit() {
        try (var convening = Convening.ofFive(folder)) {
            assertFive(convening.types("ada", "/convene *frobnicate* now"), "start tuning");
            assertThat(convening.replyText()).startsWith("I do not know “\\*frobnicate\\*”.");
            assertFive(convening.types("cy", "/convene"), "join");
            convening.called();
            assertFive(convening.types("ada", "/convene"), "begin");
            assertFive(convening.types("cy", "/convene"), "join");
            convening.ready().presses("ada", "begin");
            assertFive(convening.types("ada", "/convene ?"), "next");
            assertFive(convening.types("cy", "/convene help"), "catch-up");
            convening.presses("ada", "stop");
            assertFive(convening.types("ada", "/convene help"), "reopen");
        }
    }

    private static void assertFive(Convening convening, String one) {
        assertThat(convening.replyText().lines().filter(line -> line.startsWith("- `/convene ")))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("- `/convene " + one));
    }

    @Test
    void a_whole_session_can_be_led_by_commands() {
        try (var convening = Convening.ofFive(folder).called()) {
            convening.types("cy", "/convene join").types("ada", "begin");
            assertThat(convening.replyText()).startsWith("“Bring your plan” has not");
            convening.types("ada", "/convene begin anyway").types("ada", "/CONVENE Next");
            convening.types("ada", "/convene status");
            assertThat(convening.replyText())
                    .isEqualTo("Tuning a plan with critical friends, step 2 of 8: Presentation.");
            convening.types("ada", "/convene stop");
            assertThat(convening.session().isOver()).isTrue();
        }
    }

    @Test
    void a_presenter_is_replaced_by_a_line_too() {
        try (var convening = Convening.ofFive(folder).begun()) {
            convening.types("ada", "/convene replace");
            assertThat(convening.replyText()).contains("Who is the presenter now?");
            assertThat(convening.again().replyText()).contains("Who is the presenter now?");

            convening.types("ada", "/convene replace prezenter");
            assertThat(convening.replyText()).startsWith("Nobody can be named for “prezenter”.");

            convening.types("cy", "/convene replace presenter");
            assertThat(convening.replyText()).startsWith("You may not do that here.");
        }
    }

    @Test
    void anybody_may_ask_for_more_time_and_who_leads_gives_it() {
        try (var convening = Convening.ofFive(folder).begun()) {
            var before = Objects.requireNonNull(convening.session().main().deadline());

            convening.types("cy", "/convene more").types("ada", "/convene more");

            assertThat(convening.session().main().deadline()).isEqualTo(before.plusSeconds(180));
        }
    }

    @Test
    void options_that_the_facilitator_changed_at_the_start_are_the_ones_people_choose_from() {
        var topics = new Setting("topics", false, null, List.of("Equity", "Coherence"));
        var pick = new Answer.Kind.Pick(topics.options(), 1, "topics");
        var rank = new Answer.Kind.Rank(topics.options(), "topics");
        var fields = List.of(new Answer.Field("one", pick), new Answer.Field("order", rank));
        var ask = Steps.answer(Steps.ask("Choose", Who.EVERYONE, Steps.minutes(5, 1)), fields);
        var protocol = Protocols.with(topics, Protocols.of(ask));
        try (var convening = Convening.ofFive(folder, Shelf.of(protocol))) {
            convening.begunSample(Map.of("set:topics", "Attendance\n\n Mentors \nTime"));

            assertThat(convening.panel("cy"))
                    .contains("Attendance", "Mentors", "Time")
                    .doesNotContain("Equity");
            convening.answers("cy", "Equity", "Time\nMentors");
            assertThat(convening.replyText()).contains("Choose one of the options.");
            convening.answers("cy", "Mentors", "Time\nMentors\nAttendance");
            assertThat(convening.reply()).isEqualTo(new Reply.Nothing());
        }
    }

    @Test
    void a_list_of_the_file_is_never_too_long_and_one_option_is() {
        var long60 = "An option that takes about as many letters as people still read";
        var topics =
                new Setting(
                        "topics",
                        false,
                        null,
                        IntStream.range(0, 20).mapToObj(number -> long60 + number).toList());
        var protocol = Protocols.with(topics, Protocols.of(Steps.say("End", Steps.minutes(5, 1))));
        try (var convening = Convening.ofFive(folder, Shelf.of(protocol))) {
            convening.begunSample(Map.of("set:topics", "Fine\n" + "x".repeat(76)));
            assertThat(convening.replyText()).contains("76 characters; 75 fit here");

            convening.begunSample(Map.of("set:topics", String.join("\n", topics.options())));
            assertThat(convening.session().isOver()).isFalse();
        }
    }
}
