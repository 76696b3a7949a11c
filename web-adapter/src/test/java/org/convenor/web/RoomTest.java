package org.convenor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.junit.jupiter.api.Test;

/// What people see and do in a room.
class RoomTest extends WebTest {
    @Test
    void the_room_shows_the_step_the_private_form_and_the_people() {
        var html = as(priya).get(page).body();

        assertThat(html)
                .contains("<h3>Reading and notes</h3>", "step 5 of 10")
                .contains("data-deadline=\"" + NOON.plusSeconds(342).toEpochMilli() + "\"")
                .contains("name=\"a.warm\"", "name=\"a.cool\"", "Only you see this")
                .contains("Maya Okafor", "facilitator", "Three Rivers")
                .doesNotContain("You lead this session");
    }

    @Test
    void the_board_brings_along_what_follows_from_it() {
        var board = as(priya).get(page + "/part/board").body();

        assertThat(board)
                .contains("<h3>Reading and notes</h3>")
                .contains("id=\"composer-now\"", "name=\"visit\" value=\"1\"")
                .contains("href=\"/session/s-" + room + "/record.md\"")
                .contains("hx-swap-oob=\"true\"");
        assertThat(as(priya).get(page).body()).doesNotContain("hx-swap-oob");
        assertThat(as(priya).get(page + "/part/secret").statusCode()).isEqualTo(404);
    }

    @Test
    void a_missing_answer_is_said_beside_its_field_and_the_rest_is_kept() {
        var browser = as(priya);
        var press = press("answer");

        var answer =
                browser.post(
                        page, page + "/press", "press", press, "a.warm", "Good", "a.cool", " ");

        assertThat(answer.body())
                .contains("One answer needs another look.")
                .contains("<li data-field=\"a.cool\">Write a sentence, or press Pass.</li>");
        assertThat(answer.headers().firstValue("X-Taken")).hasValue("no");
        assertThat(answer.headers().firstValue("HX-Retarget")).isEmpty();
        assertThat(bot.answers).isEmpty();
    }

    @Test
    void an_answer_arrives_whole_whatever_its_script() {
        var browser = as(priya);
        var warm = "שלום & 100% <gut> \uD83C\uDF31\nzweite Zeile + mehr";

        var answer =
                browser.post(
                        page,
                        page + "/press",
                        "press",
                        press("answer"),
                        "a.warm",
                        warm,
                        "a.cool",
                        "x");

        assertThat(answer.body()).contains("Saved.");
        assertThat(answer.headers().firstValue("X-Taken")).hasValue("yes");
        assertThat(bot.answers.get(priya.member().value())).containsEntry("warm", warm);
    }

    @Test
    void several_picked_options_arrive_joined_by_line_feeds() {
        var browser = as(priya);
        var body =
                "csrf=%s&press=%s&a.pick=one&a.pick=two"
                        .formatted(browser.csrf(page), press("answer"));

        browser.send(browser.raw(page + "/press", body).build());

        assertThat(bot.answers.get(priya.member().value())).containsEntry("pick", "one\ntwo");
    }

    @Test
    void the_same_input_sent_three_times_counts_once() {
        var browser = as(maya);
        String[] press = {"press", press("next"), "rid", "one-and-the-same"};

        var first = browser.post(page, page + "/press", press);
        browser.post(page, page + "/press", press);
        var third = browser.submit(page, page + "/press", press);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(third.statusCode()).isEqualTo(303);
        assertThat(bot.inputs).hasSize(1);
    }

    @Test
    void a_press_for_a_step_that_passed_says_so_and_changes_nothing() {
        var browser = as(maya);
        var old = press("next");
        browser.post(page, page + "/press", "press", old);

        var late = browser.post(page, page + "/press", "press", old);

        assertThat(late.body()).contains("note-box moved", "Somebody was faster");
        assertThat(late.headers().firstValue("HX-Retarget")).hasValue("#reply");
    }

    @Test
    void words_for_the_group_stand_in_the_thread_for_everyone() {
        as(priya).post(page, page + "/say", "words", "Hello all", "session", "s-" + room);

        var seen = as(maya).get(page + "/thread?after=0").body();

        assertThat(seen).contains("Priya Raman", "Three Rivers", "Hello all", "class=\"words\"");
        assertThat(as(priya).get(page).body()).contains("class=\"words mine\"");
        assertThat(as(maya).get(page + "/thread?after=1").body().strip()).isEmpty();
    }

    @Test
    void a_refused_message_says_why_in_three_sentences() {
        var answer =
                as(priya)
                        .post(
                                page,
                                page + "/say",
                                "words",
                                "x".repeat(4001),
                                "session",
                                "s-" + room);

        assertThat(answer.body()).contains("longer than 4,000", "It was not sent.", "Shorten it.");
        assertThat(answer.headers().firstValue("X-Taken")).hasValue("no");
    }

    @Test
    void a_line_that_begins_with_convene_is_a_command() {
        var browser = as(maya);

        var help = browser.post(page, page + "/say", "words", " /convene help ");
        var start = browser.post(page, page + "/say", "words", "/convene start");
        var word = browser.post(page, page + "/say", "words", "/convened by", "session", "s-x");

        assertThat(help.body()).contains("<code>/convene next</code> goes on");
        assertThat(start.body()).contains("class=\"card opened\"", "What is the question?");
        assertThat(word.statusCode()).isEqualTo(200);
        assertThat(bot.inputs)
                .containsExactly(
                        maya.member() + " typed /convene help",
                        maya.member() + " typed /convene start",
                        maya.member() + " wrote /convened by");
    }

    @Test
    void without_scripts_a_reply_is_a_page_with_the_way_back() {
        var answer = as(maya).submit(page, page + "/say", "words", "/convene help");

        assertThat(answer.body()).contains("<!doctype html>", "Back to the room", "/convene next");
    }

    @Test
    void an_invitation_leads_a_newcomer_into_the_room() {
        var invited = as(maya).post(page, page + "/invite").body();
        var link = invited.replaceAll("(?s).*(/join/[^\"]+)\".*", "$1");
        var browser = new Browser(server);

        var welcome = browser.get(link);
        var nameless = browser.submit(link, link, "name", " ", "district", "East");
        var joined = browser.submit(link, link, "name", "Bo Lind", "district", "East");
        var inside = browser.get(joined.headers().firstValue("Location").orElseThrow());

        assertThat(welcome.body()).contains("Maya Okafor invites you to", "Fall cohort");
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.body()).contains("Your name is missing.", "value=\"East\"");
        assertThat(inside.body()).contains("Fall cohort", "Bo Lind");
        assertThat(browser.get(link).body()).contains("You are signed in on this device");
        assertThat(browser.submit(link, link.replace("/join/", "/enter/")).statusCode())
                .isEqualTo(303);
        assertThat(bot.room(room, maya.member()).people()).hasSize(3);
    }

    @Test
    void the_first_operator_needs_the_setup_code() {
        var browser = new Browser(server);

        var wrong = setup(browser, "GUESS");
        var right = setup(browser, FakeBackend.SETUP);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("That is not the setup code.", "value=\"Ada\"");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(browser.get("/").body()).contains("My rooms", "First room");
    }

    private static HttpResponse<String> setup(Browser browser, String code) {
        return browser.submit("/setup", "/setup", "code", code, "name", "Ada", "district", "Hub");
    }

    @Test
    void a_pasted_link_or_code_opens_its_invitation() {
        var browser = new Browser(server);

        var byLink = browser.get("/join?code=http%3A%2F%2Fx.test%2Fjoin%2Fabc-1%20");
        var byCode = browser.get("/join?code=abc-1");
        var empty = browser.get("/join?code=");

        assertThat(byLink.headers().firstValue("Location")).hasValue("/join/abc-1");
        assertThat(byCode.headers().firstValue("Location")).hasValue("/join/abc-1");
        assertThat(empty.statusCode()).isEqualTo(422);
    }

    @Test
    void the_record_comes_as_a_file_of_its_own_name() {
        var file = as(maya).get("/session/s-" + room + "/record.md");

        assertThat(file.headers().firstValue("Content-Type"))
                .hasValue("text/markdown; charset=utf-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue(
                        "attachment; filename=\"Tuning - Willow Creek.md\";"
                                + " filename*=UTF-8''Tuning%20-%20Willow%20Creek.md");
        assertThat(file.body()).startsWith("# Tuning a plan");
    }

    @Test
    void the_stage_shows_who_speaks_and_nothing_private() {
        bot.scene(room, Scenes.round(false));
        var way = as(maya).get(page + "/stage").headers().firstValue("Location").orElseThrow();

        var stage = new Browser(server).get(way).body();

        assertThat(stage)
                .contains("Speaking now", "Priya Raman, Three Rivers", "Step 9 of 10")
                .contains("Tomás Herrera", "Thirty seconds each")
                .contains("data-deadline=\"" + NOON.plusSeconds(22).toEpochMilli() + "\"")
                .doesNotContain("<form", "<button", "Your controls", "Answered");
        assertThat(new Browser(server).get("/stage/guess").statusCode()).isEqualTo(404);
    }

    @Test
    void a_paused_clock_stands_still() {
        bot.scene(room, Scenes.round(true));

        var html = as(maya).get(page).body();
        var stage = new Browser(server).get("/stage/stage-" + room).body();

        assertThat(html).contains("Paused with 2:34 left").doesNotContain("data-deadline");
        assertThat(stage).contains("data-left=\"154000\"").doesNotContain("data-deadline");
    }

    @Test
    void a_long_thread_shows_its_last_lines() {
        for (var i = 1; i <= 1100; i++) {
            bot.line(
                    room,
                    null,
                    new Message("", List.of(new Part.Text("line number " + i + " ends"))));
        }

        var html = as(maya).get(page).body();

        assertThat(html)
                .contains("line number 1100 ends", "line number 801 ends", "data-last=\"1100\"")
                .doesNotContain("line number 800 ends");
    }

    @Test
    void somebody_reads_their_own_group_and_may_read_all() {
        bot.group(room, priya.member(), "Group 1");
        bot.group(room, maya.member(), "Group 2");
        bot.lineInGroup(room, "Group 1", Message.text("Among the first"));
        bot.lineInGroup(room, "Group 2", Message.text("Among the second"));

        var own = as(priya).get(page).body();
        var all = as(priya).get(page + "?lines=all").body();

        assertThat(own)
                .contains("Among the first", "<p class=\"group-label\">Group 1</p>")
                .contains("To Group 1", "href=\"" + page + "?lines=all#talk\"")
                .doesNotContain("Among the second");
        assertThat(all)
                .contains("Among the first", "Among the second")
                .contains("data-from=\"" + page + "/thread?lines=all\"")
                .contains("action=\"" + page + "/say?lines=all\"");
    }

    @Test
    void without_scripts_the_choice_of_lines_lasts_beyond_what_is_sent() {
        var browser = as(priya);

        var said =
                browser.submit(
                        page, page + "/say?lines=all", "words", "Hello", "session", "s-" + room);

        assertThat(said.headers().firstValue("Location")).hasValue(page + "?lines=all");
        assertThat(browser.submit(page, page + "/say?lines=all", "words", "/convene help").body())
                .contains("href=\"" + page + "?lines=all\"");
    }

    @Test
    void the_page_learns_up_to_where_it_has_the_lines() {
        bot.group(room, priya.member(), "Group 1");
        bot.lineInGroup(room, "Group 2", Message.text("Not for her"));

        var thread = as(priya).get(page + "/thread?after=0");

        assertThat(thread.body().strip()).isEmpty();
        assertThat(thread.headers().firstValue("X-Up-To")).hasValue("1");
    }

    @Test
    void nobody_is_offered_a_choice_of_lines_before_there_are_groups() {
        assertThat(as(priya).get(page).body()).doesNotContain("All groups");
    }
}
