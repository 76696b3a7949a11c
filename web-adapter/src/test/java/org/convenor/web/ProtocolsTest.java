package org.convenor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.chat.TextFile;
import org.convenor.people.Right;
import org.junit.jupiter.api.Test;

/// Facilitators read, check, rehearse and publish protocols in a browser, with or without scripts.
class ProtocolsTest extends WebTest {
    private final String protocols = page + "/protocols";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Sends a form with a file, as a browser does.
    private HttpResponse<String> upload(Map<String, String> fields, String name, byte[] file) {
        var browser = as(maya);
        var body = new ByteArrayOutputStream();
        var csrf = browser.csrf(protocols + "/check");
        part(body, "name=\"csrf\"", bytes(csrf));
        fields.forEach((field, value) -> part(body, "name=\"" + field + "\"", bytes(value)));
        part(body, "name=\"a.file\"; filename=\"" + name + "\"", file);
        body.writeBytes(bytes("--x--\r\n"));
        return browser.send(
                HttpRequest.newBuilder(browser.at(protocols + "/check"))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(bytes("--x\r\nContent-Disposition: form-data; " + head + "\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(bytes("\r\n"));
    }

    private HttpResponse<String> sends(String path, String... fields) {
        return as(maya).submit(protocols + "/check", protocols + path, fields);
    }

    @Test
    void the_list_leads_to_each_protocol_step_by_step() {
        assertThat(as(maya).get(page).body()).contains("href=\"" + protocols + "\"");
        assertThat(as(maya).get(protocols).body())
                .contains("Tuning a plan with critical friends", "5 to 12 people", "Version 2")
                .contains(
                        "href=\"" + protocols + "/read/tuning\"",
                        "href=\"" + protocols + "/check\"");

        var read = as(maya).get(protocols + "/read/tuning").body();

        assertThat(read)
                .containsSubsequence("How we work", "For each person in turn:", "Reading")
                .contains("class=\"depth-1\"", "class=\"depth-0 frame\"")
                .contains("Version 2", "published by Maya Okafor", "New sessions take this one");
    }

    @Test
    void who_may_not_publish_reads_and_is_offered_nothing_else() {
        bot.forbidden.add(Right.PUBLISH_PROTOCOL);

        assertThat(as(maya).get(page).body()).doesNotContain("/protocols\"");
        assertThat(as(maya).get(protocols).body()).doesNotContain("/check\"");
        assertThat(as(maya).get(protocols + "/read/tuning").body())
                .contains("Download the copy")
                .doesNotContain("Rehearse it", "name=\"here\"");
    }

    @Test
    void strangers_find_nothing() {
        assertThat(new Browser(server).get(protocols).statusCode()).isEqualTo(404);
        assertThat(as(maya).get("/room/other/protocols").statusCode()).isEqualTo(404);
        assertThat(as(maya).get(protocols + "/read/nothing").statusCode()).isEqualTo(404);
        assertThat(as(maya).get(protocols + "/read/..%2f..").statusCode()).isIn(400, 404);
    }

    @Test
    void the_file_is_a_download_and_so_is_a_copy() {
        var file = as(maya).get(protocols + "/file/tuning");
        var copy = sends("/copy/tuning", "as", "our-tuning");

        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename=\"tuning.yaml\"");
        assertThat(file.body()).isEqualTo(FakeProtocols.TEXT);
        assertThat(copy.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename=\"our-tuning.yaml\"");
        assertThat(copy.body()).startsWith("protocol: our-tuning\n");
    }

    @Test
    void a_copy_can_be_changed_right_here() {
        var editor = sends("/copy/tuning", "as", "our-tuning", "here", "yes");

        assertThat(editor.body()).contains("<textarea", "\nprotocol: our-tuning\n");
    }

    @Test
    void a_name_that_cannot_be_stays_typed_beside_what_is_wrong_with_it() {
        var refused = sends("/copy/tuning", "as", "../x\"><b>");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("cannot be the name of a protocol", "value=\"../x&#34;");
    }

    @Test
    void a_mistake_stands_beside_its_line_and_what_was_pasted_is_there_to_be_mended() {
        var text = "protocol: ours\nstpes:\n  - ask: <b>Why?\n";

        var checked = sends("/check", "p.file", text).body();

        assertThat(checked)
                .contains("One mistake to mend", "<a href=\"#L2\">Line 2</a>")
                .contains("<li id=\"L2\" class=\"wrong\">", "<li id=\"L3\" class=\"asked\">")
                .contains("<li id=\"L1\" class=\"plain\">", "Did you mean “steps”?")
                .contains("\nprotocol: ours\nstpes:\n  - ask: &lt;b&gt;Why?")
                .doesNotContain("<b>", "<script", " style=", ">Rehearse it<");
        assertThat(bot.protocols.kept).isEmpty();
    }

    @Test
    void a_file_arrives_byte_by_byte() {
        var text = "protocol: ours\r\nname: Fünf — 五 \"x\"\r\n--not-the-end\r\n";

        var checked = upload(Map.of(), "ours.yaml", bytes(text)).body();

        assertThat(checked).contains("No mistakes", "Rehearse it", "Publish it");
        assertThat(bot.protocols.kept).containsExactly(text);
    }

    @Test
    void a_file_counts_more_than_pasted_text() {
        upload(Map.of("p.file", "pasted"), "ours.yaml", bytes("chosen"));

        assertThat(bot.protocols.kept).containsExactly("chosen");
    }

    @Test
    void nothing_and_far_too_much_are_told_in_words() {
        assertThat(sends("/check", "p.file", "").body()).contains("There was no file and no text.");
        assertThat(upload(Map.of(), "", new byte[0]).body()).contains("There was no file");
        assertThat(upload(Map.of(), "big.yaml", new byte[1_000_001]).body())
                .contains("That file has more than 1 MB.");
        assertThat(upload(Map.of(), "huge.yaml", new byte[8_000_000]).statusCode()).isEqualTo(413);
        assertThat(bot.protocols.kept).isEmpty();
    }

    @Test
    void a_form_that_is_cut_off_changes_nothing() {
        var browser = as(maya);
        for (var body : List.of("", "--x\r\n", "--x\r\nname\r\n--x--", "--y--", "--x\r\n\r\n")) {
            var answer =
                    browser.send(
                            HttpRequest.newBuilder(browser.at(protocols + "/check"))
                                    .header("Content-Type", "multipart/form-data; boundary=x")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build());

            assertThat(answer.statusCode()).as(body).isIn(400, 403);
        }
        assertThat(bot.protocols.kept).isEmpty();
    }

    @Test
    void a_table_is_asked_for_what_it_does_not_say() {
        var asked = sends("/check", "p.file", "kind,text\nsay,Hello\n").body();

        assertThat(asked)
                .contains(
                        "This is a table.",
                        "What is the protocol called?",
                        "\nkind,text\nsay,Hello");
        var checked =
                sends("/check", "p.file", "kind,text\n", "name", "Ours", "purpose", "To try.");
        assertThat(checked.body()).contains("No mistakes", "\nprotocol: from-a-table\nname: Ours");
    }

    @Test
    void a_rehearsal_is_shown_and_can_be_taken_away() {
        var played = sends("/rehearse", "draft", "tuning.h").body();

        assertThat(played)
                .contains("It plays to its end", "58 minutes", "1 of 8 · How we work")
                .contains("Publish it", "Download tuning-rehearsal.txt");
    }

    @Test
    void publishing_asks_first_and_does_it_once() {
        var asked = sends("/publish", "draft", "tuning.h", "name", "Tuning");
        assertThat(asked.body()).contains("Publish Tuning?", "No, go back");
        assertThat(bot.protocols.published).isEmpty();

        String[] sure = {"draft", "tuning.h", "sure", "yes", "rid", "12345678-same"};
        var done = sends("/publish", sure);
        var again = sends("/publish", sure);

        assertThat(done.body())
                .contains("is published as version 3", "calls itself version 1")
                .contains("that comes with Convenor");
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(bot.protocols.published).hasSize(1);
    }

    @Test
    void what_is_handed_over_in_the_room_is_a_button_that_downloads_it() {
        var file = TextFile.yaml("ours", "protocol: ours\n</textarea><script>x</script>\n");
        var html =
                ReplyHtml.render(
                        new Reply.Handed(Message.text("Here it is."), file),
                        new Reading(
                                new Words(Locale.ENGLISH),
                                ZoneId.of("UTC"),
                                NOON,
                                room,
                                "token",
                                null));

        assertThat(html)
                .contains("Here it is.", "Download ours.yaml", "&lt;/textarea&gt;&lt;script&gt;")
                .doesNotContain("<script>");
        var away =
                as(maya).submit(page, page + "/take-away", "name", "../a/b\".yaml", "text", "x\n");
        assertThat(away.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename=\"..-a-b-.yaml\"");
        assertThat(away.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(away.body()).isEqualTo("x\n");
    }

    @Test
    void a_field_for_a_file_offers_to_choose_and_to_paste() {
        var press = new Press(new SessionId("r1"), 0, 0, "protocol-check", "");
        var field =
                new Form.Field(
                        "file", "The protocol", "", new Form.Input.File(1_000), true, "YWJj");
        var form = new Form("Check", "", "", List.of(field), "Check it", press);

        var html =
                Html.render(
                        new Message("", List.of(new Part.Fields(form))),
                        new Reading(
                                new Words(Locale.ENGLISH),
                                ZoneId.of("UTC"),
                                NOON,
                                room,
                                "token",
                                null));

        assertThat(html)
                .contains("enctype=\"multipart/form-data\"", "hx-encoding=\"multipart/form-data\"")
                .contains(
                        "type=\"file\"", "name=\"a.file\"", "name=\"p.file\"", "\nabc</textarea>");
    }

    @Test
    void what_is_pasted_in_the_room_arrives_as_a_file() {
        as(maya).post(
                        page,
                        page + "/press",
                        "press",
                        press("protocol-check"),
                        "p.file",
                        "protocol: ours\r\n");

        assertThat(bot.inputs)
                .containsExactly(
                        maya.member()
                                + " protocol-check {file="
                                + Form.Input.File.encode(bytes("protocol: ours\n"))
                                + "}");
    }
}
