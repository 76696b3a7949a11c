package org.convenor.proof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.convenor.protocols.Library;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A facilitator makes a protocol in the room of the real server: copies, breaks, mends, rehearses
/// and publishes it, and starts a session of it.
final class WorkshopTest {
    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"");

    @TempDir Path folder;

    private ConvenorProcess server;
    private HttpSeat ada;
    private HttpSeat bo;

    @BeforeEach
    void meet() throws IOException {
        server = ConvenorProcess.start(folder.resolve("convenor.db"), 0);
        ada = HttpSeat.setUp(server::url, server.setupCode(), "Ada", "Willow Bend");
        bo = HttpSeat.join(server::url, ada.invite(), "Bo", "Harbor Flats");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String ours() {
        var tuning = requireNonNull(Library.shipped().find("tuning")).text();
        return tuning.replace("protocol: tuning", "protocol: ours")
                .replace("also named: critical-friends\n", "")
                .replace("name: Tuning a plan with critical friends", "name: Our own tuning");
    }

    /// Sends a protocol in the form that a command opens.
    private HttpSeat.Answer hands(String command, String verb, byte[] file) throws IOException {
        var form = ada.type("/convene protocol " + command).body();
        var press = requireNonNull(HttpSeat.find(verb, HttpSeat.presses(form)));
        var value = Base64.getEncoder().encodeToString(file);
        return ada.send(press, Map.of("file", value), HttpSeat.newId());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void from_chat() throws IOException {
        var copy = ada.type("/convene protocol copy tuning as ours").body();
        assertThat(copy).contains("Download ours.yaml", "\nprotocol: ours\nversion: 1");

        var broken = hands("check", "protocol-check", bytes(ours().replace("steps:", "stpes:")));
        assertThat(broken.body()).contains("Line ", "steps").doesNotContain("Publish it");
        var utf16 = hands("check", "protocol-check", ours().getBytes(StandardCharsets.UTF_16));
        assertThat(utf16.body()).contains("stored as UTF-16");

        var fine = hands("check", "protocol-check", bytes(ours()));
        assertThat(fine.body()).contains("No mistakes.", "Our own tuning", "5 to 12 people");
        var presses = HttpSeat.presses(fine.body());
        var rehearse = requireNonNull(HttpSeat.find("protocol-rehearse-draft", presses));
        var publish = requireNonNull(HttpSeat.find("protocol-publish-draft", presses));

        assertThat(bo.send(publish, Map.of(), HttpSeat.newId()).body())
                .contains("You may not do that here.");
        assertThat(ada.send(rehearse, Map.of(), HttpSeat.newId()).body())
                .contains("came to its end.", "Download ours-rehearsal.txt");
        var id = HttpSeat.newId();
        assertThat(ada.send(publish, Map.of(), id).body()).contains("published as version 1");
        assertThat(ada.send(publish, Map.of(), id).body()).doesNotContain("version 2");

        assertThat(ada.type("/convene protocol list").body()).contains("Our own tuning");
        assertThat(ada.type("/convene start ours").body()).contains("Start Our own tuning");
    }

    @Test
    void in_a_browser_without_scripts() throws IOException {
        var pages = ada.room() + "/protocols";
        assertThat(ada.get(pages).body()).contains("Tuning a plan with critical friends");
        assertThat(ada.get(pages + "/read/tuning").body()).contains("Reading and notes", "8 min");

        var wrong =
                ada.post(
                        pages + "/check",
                        Map.of("p.file", ours().replace("live: 3 min", "live: 3")),
                        false);
        assertThat(wrong.body()).contains("One mistake to mend", "class=\"wrong\"");

        var fine = ada.post(pages + "/check", Map.of("p.file", ours()), false).body();
        assertThat(fine).contains("No mistakes");
        var draft = DRAFT.matcher(fine);
        assertThat(draft.find()).isTrue();
        var played = ada.post(pages + "/rehearse", Map.of("draft", draft.group(1)), false);
        assertThat(played.body()).contains("It plays to its end", "Invented people: Ada Example");
        var sure = Map.of("draft", draft.group(1), "sure", "yes", "rid", HttpSeat.newId());
        assertThat(ada.post(pages + "/publish", sure, false).body())
                .contains("Our own tuning is published as version 1");
        assertThat(bo.get(bo.room() + "/protocols").body()).contains("Our own tuning", "Version 1");
        assertThat(bo.post(pages + "/publish", sure, false).status()).isEqualTo(422);
    }
}
