package org.convenor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What must hold whoever sends whatever.
class SafetyTest extends WebTest {
    @Test
    void every_answer_forbids_scripts_and_frames_of_others() {
        var browser = as(maya);

        var answers =
                List.of(
                        browser.get("/"),
                        browser.get(page),
                        browser.get("/nowhere"),
                        browser.get("/assets/app.css?v=1"));

        assertThat(answers)
                .allSatisfy(answer -> {
                    assertThat(answer.headers().firstValue("Content-Security-Policy"))
                            .hasValue(
                                    "default-src 'none'; script-src 'self'; style-src 'self';"
                                            + " img-src 'self' data:; connect-src 'self';"
                                            + " form-action 'self'; frame-ancestors 'none';"
                                            + " base-uri 'none'");
                    assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                            .hasValue("nosniff");
                    assertThat(answer.headers().firstValue("Referrer-Policy"))
                            .hasValue("no-referrer");
                });
    }

    @Test
    void pages_hold_no_script_style_or_handler_of_their_own() {
        var html = as(maya).get(page).body();

        assertThat(html)
                .doesNotContain("<script>", " style=", "<style", " onclick=", "javascript:");
        assertThat(html).contains("<script src=\"/assets/htmx.js?v=");
    }

    @Test
    void the_login_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        var browser = new Browser(server);
        var join = "/join/invite-" + room;

        var plain = browser.submit(join, join, "name", "Bo", "district", "East");
        var secure =
                browser.send(
                        browser.form(join, join, "name", "Di", "district", "East")
                                .header("X-Forwarded-Proto", "https")
                                .build());

        assertThat(plain.statusCode()).isEqualTo(303);
        assertThat(plain.headers().allValues("Set-Cookie").getFirst())
                .startsWith("convenor=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertThat(secure.headers().allValues("Set-Cookie").getFirst()).contains("Secure");
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        var browser = as(maya);

        var missing = browser.raw(page + "/say", "words=hello&session=s-" + room).build();
        var others = "csrf=" + as(priya).csrf(page) + "&words=hello&session=s-" + room;
        var stolen = browser.raw(page + "/say", others).build();

        assertThat(browser.send(missing).statusCode()).isEqualTo(403);
        assertThat(browser.send(stolen).statusCode()).isEqualTo(403);
        assertThat(bot.inputs).isEmpty();
    }

    @Test
    void a_form_that_another_site_sent_changes_nothing() {
        var browser = as(maya);
        var say = page + "/say";

        var byOrigin = browser.form(page, say, "words", "hi").header("Origin", "https://evil.test");
        var bySite = browser.form(page, say, "words", "hi").header("Sec-Fetch-Site", "cross-site");

        assertThat(browser.send(byOrigin.build()).statusCode()).isEqualTo(403);
        assertThat(browser.send(bySite.build()).statusCode()).isEqualTo(403);
        assertThat(bot.inputs).isEmpty();
    }

    @Test
    void hostile_names_and_words_are_only_text() {
        var evil = bot.seat("<script>alert(1)</script>\u202Eevil", "\"><img src=x>", room);
        var words = "<b onclick=x>hi</b> javascript:alert(1) https://a.example/\"onmouseover=x";
        bot.line(
                room,
                evil.member(),
                new Message("", List.of(new Part.Said("<i>", "<u>", words, "<s>"))));
        bot.line(room, null, Message.text("[x](javascript:alert(1)) <script>y</script>"));

        var html = as(maya).get(page).body();

        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;evil", "&lt;b onclick=x&gt;hi")
                .contains("<a href=\"https://a.example/\" target=\"_blank\" rel=")
                .doesNotContain("<script>", "<img src=x", "<b onclick", "<i>", "<u>", "<s>")
                .doesNotContain("\u202E", "href=\"javascript");
    }

    @Test
    void rooms_of_others_and_rooms_that_never_were_look_the_same() {
        var hidden = bot.place("Hidden");
        bot.seat("Somebody", "Else", hidden);
        var browser = as(maya);

        var theirs = browser.get("/room/" + hidden);
        var none = browser.get("/room/never-was");
        var stranger = new Browser(server).get(page);

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(none.body());
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.body())
                .isEqualTo(none.body())
                .contains("There is nothing here for you.", "open their link again");
        assertThat(browser.get("/room/" + hidden + "/events").statusCode()).isEqualTo(404);
        assertThat(browser.get("/room/" + hidden + "/thread").statusCode()).isEqualTo(404);
        assertThat(browser.get("/session/s-" + hidden + "/record.md").statusCode()).isEqualTo(404);
    }

    @Test
    void a_message_of_a_hundred_thousand_characters_gets_a_problem() {
        var browser = as(maya);
        var words = "ж".repeat(100_000);

        var answer = browser.post(page, page + "/say", "words", words, "session", "s-" + room);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("longer than I can take", "Nothing was saved.");
        assertThat(bot.inputs).isEmpty();
        assertThat(browser.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_that_cannot_be_read_gets_a_problem() {
        var browser = as(maya);
        var broken = browser.raw(page + "/press", "csrf=%zz&press=x").build();

        var unread = browser.send(broken);
        var noButton = browser.post(page, page + "/press", "press", "not a button");

        assertThat(unread.statusCode()).isEqualTo(400);
        assertThat(noButton.statusCode()).isEqualTo(422);
        assertThat(noButton.body()).contains("I could not read that button.");
    }

    @Test
    void guessing_codes_is_slowed_down_and_forgiven_later() {
        var browser = new Browser(server);
        for (var i = 0; i < 10; i++) {
            assertThat(browser.get("/join/wrong-" + i).statusCode()).isEqualTo(404);
        }

        var tired = browser.get("/join/invite-" + room);
        clock.now = NOON.plus(Duration.ofMinutes(11));
        var rested = browser.get("/join/invite-" + room);

        assertThat(tired.statusCode()).isEqualTo(429);
        assertThat(tired.body()).contains("too many wrong codes", "ten minutes");
        assertThat(rested.statusCode()).isEqualTo(200);
    }

    @Test
    void people_behind_one_proxy_are_told_apart() {
        var browser = new Browser(server);
        for (var i = 0; i < 10; i++) {
            var guess = HttpRequest.newBuilder(browser.at("/join/wrong-" + i));
            browser.send(guess.header("X-Forwarded-For", "made-up, 203.0.113.7").build());
        }
        var invite = HttpRequest.newBuilder(browser.at("/join/invite-" + room));

        var guesser = invite.copy().header("X-Forwarded-For", "other, 203.0.113.7").build();
        var neighbour = invite.copy().header("X-Forwarded-For", "203.0.113.8").build();

        assertThat(browser.send(guesser).statusCode()).isEqualTo(429);
        assertThat(browser.send(neighbour).statusCode()).isEqualTo(200);
    }

    @Test
    void an_old_stage_page_that_keeps_asking_shuts_nobody_out() {
        var browser = new Browser(server);
        for (var i = 0; i < 30; i++) {
            assertThat(browser.get("/stage/old/events").statusCode()).isEqualTo(404);
        }

        assertThat(browser.get("/join/invite-" + room).statusCode()).isEqualTo(200);
    }

    @Test
    void after_signing_out_a_copy_of_the_cookie_opens_nothing() {
        var copied = as(maya);
        assertThat(copied.get(page).statusCode()).isEqualTo(200);

        as(maya).submit("/", "/sign-out");

        assertThat(copied.get(page).statusCode()).isEqualTo(404);
        assertThat(as(priya).get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void a_link_for_another_device_signs_in_by_a_press_and_only_once() {
        var shown = as(maya).submit("/", "/device").body();
        var link = "/device/device-" + maya.member();
        assertThat(shown).contains(link);
        var phone = new Browser(server);

        assertThat(phone.get(link).body()).contains("Sign in here");
        assertThat(phone.get(page).statusCode()).isEqualTo(404);
        assertThat(phone.submit(link, link).statusCode()).isEqualTo(303);

        assertThat(phone.get(page).body()).contains("Maya Okafor");
        assertThat(new Browser(server).submit(link, link).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 70000, There is no port 70000.",
        "no.such.host.invalid, 0, This machine has no address",
        "203.0.113.5, 0, This machine has no address",
    })
    void an_address_that_cannot_be_listened_on_is_said_in_words(
            String host, int port, String what) {
        assertThatThrownBy(() -> WebServer.start(host, port, bot, clock).close())
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(what);
    }

    @Test
    void a_port_in_use_says_what_to_do() {
        assertThatThrownBy(() ->
                        WebServer.start(WebServer.LOOPBACK, server.port(), bot, clock).close())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        stop ->
                                assertThat(stop.problem().toString())
                                        .contains(
                                                Integer.toString(server.port()),
                                                "choose another port"));
    }

    @Test
    void a_bug_shows_a_number_and_no_inside() {
        var browser = as(maya);
        var gone = "csrf=%s&press=%s".formatted(browser.csrf(page), "no-session~1~1~next~");

        var answer = browser.send(browser.raw(page + "/press", gone).build());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("Something went wrong on my side.")
                .doesNotContain("NoSuchElement", "org.convenor", "at java");
    }

    @Test
    void other_ways_to_ask_find_nothing() {
        var browser = as(maya);
        var delete = HttpRequest.newBuilder(browser.at(page)).DELETE().build();

        assertThat(browser.send(delete).statusCode()).isEqualTo(404);
        assertThat(browser.get("/assets/%2e%2e/secret").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(browser.get("/healthz").body()).isEqualTo("ok\n");
    }
}
