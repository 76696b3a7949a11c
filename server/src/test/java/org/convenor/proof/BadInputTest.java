package org.convenor.proof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the real server says to input that cannot be right: what happened, what it means, what to
/// do; and nothing is lost.
final class BadInputTest {
    private static final Pattern PROBLEM =
            Pattern.compile(
                    "<div class=\"note-box problem\"><p><strong>[^<]+</strong></p><p>[^<]+ [^<]+</p></div>");
    private static final Pattern BO = Pattern.compile("value=\"(m:[^\"]+)\"[^<]*<span[^>]*>Bo \\(");

    @TempDir Path folder;

    private ConvenorProcess server;
    private HttpSeat ada;
    private HttpSeat bo;

    @BeforeEach
    void talk() throws IOException {
        server = ConvenorProcess.start(folder.resolve("convenor.db"), 0);
        ada = HttpSeat.setUp(server::url, server.setupCode(), "Ada", "Willow Bend");
        bo = HttpSeat.join(server::url, ada.invite(), "Bo", "Harbor Flats");
        var form = ada.type("/convene start tuning").body();
        var start = requireNonNull(HttpSeat.find("start", HttpSeat.presses(form)));
        var option = BO.matcher(form);
        assertThat(option.find()).isTrue();
        var values = Map.of("topic", "Our plan", "role:presenter", option.group(1), "mode", "LIVE");
        ada.send(start, values, HttpSeat.newId());
        ada.press("begin-anyway", Map.of());
        ada.press("next", Map.of());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatever_is_sent_gets_an_answer_in_words_and_loses_nothing() throws IOException {
        an_unknown_command_shows_what_there_is();
        a_forged_press_without_the_right_is_refused();
        a_press_on_an_old_page_changes_nothing();
        what_is_no_form_is_refused();
        a_message_of_a_hundred_thousand_characters_is_refused();
        words_of_any_script_arrive_as_they_were_typed();
        a_second_server_on_the_same_file_refuses();
        assertThat(bo.page()).contains("2 of 8 · Presentation");
    }

    private void an_unknown_command_shows_what_there_is() throws IOException {
        assertThat(bo.type("/convene dance").body()).contains("I do not know “dance”");
    }

    private void a_forged_press_without_the_right_is_refused() throws IOException {
        var next = requireNonNull(ada.find("next"));

        var answer = bo.send(next, Map.of(), HttpSeat.newId());

        assertRefused(answer);
        assertThat(answer.body()).contains("You may not do that here.", "Ask Ada to do it.");
        assertRefused(bo.send(next.replace("~next~", "~dance~"), Map.of(), HttpSeat.newId()));
        assertRefused(bo.send("no press at all", Map.of(), HttpSeat.newId()));
    }

    private void a_press_on_an_old_page_changes_nothing() throws IOException {
        var old = requireNonNull(ada.find("next")).replaceAll("~0~\\d+~next", "~0~1~next");

        var answer = ada.send(old, Map.of(), HttpSeat.newId());

        assertThat(answer.isTaken()).isFalse();
        assertThat(answer.body()).contains("That moment has passed");
    }

    private void what_is_no_form_is_refused() throws IOException {
        var malformed = bo.post(bo.room() + "/press", "csrf=" + bo.csrf() + "&press=%zz", true);
        assertThat(malformed.status()).isEqualTo(400);
        assertRefused(malformed);
        var foreign = bo.post(bo.room() + "/press", "csrf=guess&press=x", true);
        assertThat(foreign.status()).isEqualTo(403);
        assertRefused(foreign);
    }

    private void a_message_of_a_hundred_thousand_characters_is_refused() throws IOException {
        var huge = bo.say("x".repeat(100_000), HttpSeat.newId());
        assertThat(huge.status()).isEqualTo(413);
        assertRefused(huge);
        assertRefused(bo.say("y".repeat(50_000), HttpSeat.newId()));
        assertThat(bo.page()).doesNotContain("yyyy");
    }

    private void words_of_any_script_arrive_as_they_were_typed() throws IOException {
        var id = HttpSeat.newId();
        var words = "ما هي خطتنا؟ 👩🏽‍🏫 <b>\u05e9\u05dc\u05d5\u05dd</b>";

        assertThat(bo.say(words, id).isTaken()).isTrue();
        assertThat(bo.say(words, id).isTaken()).isTrue();

        var page = ada.page();
        while (!page.contains("خطتنا")) {
            page = ada.page();
        }
        assertThat(page)
                .containsOnlyOnce(
                        "ما هي خطتنا؟ 👩🏽‍🏫 &lt;b&gt;\u05e9\u05dc\u05d5\u05dd&lt;/b&gt;");
    }

    private void a_second_server_on_the_same_file_refuses() throws IOException {
        var second =
                ConvenorProcess.launch(
                        "start", "--data", folder.resolve("convenor.db").toString(), "--port", "0");
        try {
            assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            var said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("convenor.db").doesNotContain("Exception");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            second.destroyForcibly();
        }
    }

    private static void assertRefused(HttpSeat.Answer answer) {
        assertThat(answer.isTaken()).isFalse();
        assertThat(answer.body()).containsPattern(PROBLEM);
    }
}
