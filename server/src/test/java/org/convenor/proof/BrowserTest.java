package org.convenor.proof;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Critical friends from the setup code to the record, in a real browser, by clicks, taps and keys.
final class BrowserTest {
    private static final String WARM = "The reading goal is one every teacher can say aloud.";
    private static final String COOL = "I wonder who looks at the data in a snow week.";
    private static final String CHANGE = "Name one data day per month and who prepares it";

    @TempDir Path folder;

    private Chromium chromium;
    private ConvenorProcess server;
    private BrowserSeat ada;
    private BrowserSeat bo;
    private BrowserSeat carmen;
    private BrowserSeat screen;
    private int carmenPassed;
    private final List<HttpSeat> others = new ArrayList<>();

    @BeforeEach
    void open() {
        chromium = Chromium.start();
        server = ConvenorProcess.start(folder.resolve("convenor.db"), 0);
        ada = new BrowserSeat(chromium.desktop(), false);
        bo = new BrowserSeat(chromium.desktop(), false);
        carmen = new BrowserSeat(chromium.phone(), true);
        screen = new BrowserSeat(chromium.screen(), false);
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void three_people_at_their_own_screens_finish_critical_friends() throws IOException {
        meet();
        gather();
        begin();
        present();
        write_notes_that_nobody_sees_too_early();
        lose_nothing_on_the_way();
        give_feedback();
        debrief();
        take_the_record_home();
    }

    private void meet() throws IOException {
        ada.open(server.url() + "/setup");
        Accessibility.check(ada.page());
        Pictures.take(ada.page(), "setup");
        ada.enterSetupCode(server.setupCode());
        ada.introduce("Ada Example", "Willow Bend (invented)", "Set up");
        ada.push(ada.page().locator("a.brand"));
        ada.page().locator("input[name=name]").fill("Fall cohort");
        Accessibility.check(ada.page());
        ada.press("Make room");
        ada.press("Invite");
        var link = ada.page().locator("#invite-link");
        assertThat(link).hasValue(java.util.regex.Pattern.compile("http://.*/join/.+"));
        var invitation = link.inputValue();
        Accessibility.check(ada.page());
        ada.press("Close");

        bo.open(invitation);
        Accessibility.check(bo.page());
        Pictures.take(bo.page(), "join");
        bo.introduce("Bo Sample", "Harbor Flats (invented)", "Join");
        carmen.open(invitation);
        carmen.introduce("Carmen Placeholder", "Cedar Ridge (invented)", "Join");
        var path = invitation.substring(invitation.indexOf("/join/"));
        others.add(HttpSeat.join(server::url, path, "Dev Invented", "Cedar Ridge (invented)"));
        others.add(HttpSeat.join(server::url, path, "Elif Example", "Prairie View (invented)"));
        assertThat(ada.page().locator("#people")).containsText("Elif Example");
    }

    private void gather() throws IOException {
        ada.page().locator("#words").fill("/convene start tuning");
        ada.page().keyboard().press("Enter");
        ada.field("What is this session about").fill("How do we keep our reading plan alive?");
        ada.field("Who is the presenter")
                .selectOption(new SelectOption().setLabel("Bo Sample (Harbor Flats (invented))"));
        ada.press("Invite everyone");
        for (var somebody : List.of(ada, bo, carmen)) {
            somebody.seesOnBoard("How do we keep our reading plan alive?");
        }
        carmen.press("Join");
        for (var other : others) {
            other.press("join", Map.of());
        }
        bo.fill("Plan", "https://example.org/plan");
        bo.fill("Question", "Where is our plan too thin to survive a busy winter?");
        bo.press("Send");
        assertThat(ada.panel()).containsText("Everyone needed is here");
        Accessibility.check(ada.page());
        // Only the link to the stage is shared: the screen is signed in as nobody.
        var stage = ada.page().waitForPopup(() -> ada.push(ada.page().getByText("Stage page")));
        screen.open(stage.url());
        stage.close();
    }

    private void begin() {
        mark(ada);
        ada.press("Begin");
        for (var somebody : List.of(ada, bo, carmen)) {
            somebody.seesStep("How we work");
            somebody.seesCountdown();
        }
        ada.press("Next");
    }

    /// Marks the board's place in the page: it is gone if the page or the board is made anew.
    private static void mark(BrowserSeat seat) {
        seat.page().evaluate("() => { document.getElementById('board').dataset.same = 'yes'; }");
    }

    private void present() {
        bo.seesStep("Presentation");
        bo.seesOnBoard("https://example.org/plan");
        assertThat(bo.panel()).containsText("You have the floor");
        bo.send("We are three schools. Our goal is one strong reading routine a day.");
        assertThat(carmen.thread()).containsText("one strong reading routine");
        Pictures.take(bo.page(), "room-presenter");
        bo.press("I am done");
        carmen.seesStep("Clarifying questions");
        carmen.send("How many coaches do you have? 🙂");
        assertThat(bo.thread()).containsText("How many coaches do you have? 🙂");
        // The keyboard alone is enough.
        ada.tabTo("Next");
        ada.page().keyboard().press("Enter");
        ada.seesStep("Reading and notes");
    }

    private void write_notes_that_nobody_sees_too_early() throws IOException {
        carmen.seesStep("Reading and notes");
        carmen.field("Warm").fill(WARM);
        var device = carmen.field("Warm").elementHandle();
        others.get(0).press("answer", Map.of("f0", "First warm note.", "f1", "First cool note."));
        for (var somebody : List.of(ada, bo, carmen)) {
            somebody.seesOnBoard("1 of 3 have answered");
        }
        // The panel was not replaced under the fingers.
        assertThat(device.evaluate("field => field.isConnected")).isEqualTo(true);
        assertThat(carmen.field("Warm")).hasValue(WARM);
        for (var somebody : List.of(ada, bo, carmen, screen)) {
            assertThat(somebody.everything())
                    .doesNotContain("First warm note.", "First cool note.");
        }
        Accessibility.check(ada.page());
        Accessibility.check(carmen.page());
        Accessibility.check(screen.page());
        screen.page().getByText("Reading and notes").first().waitFor();
        Pictures.take(screen.page(), "stage");
        Pictures.take(ada.page(), "room-facilitator");
        Pictures.takeDark(ada.page(), "room-dark");
        carmen.page().locator("#for-you").scrollIntoViewIfNeeded();
        Pictures.take(carmen.page(), "room-phone");
    }

    private void lose_nothing_on_the_way() {
        carmen.field("Cool").pressSequentially("I wonder who");
        carmen.page().reload();
        assertThat(carmen.field("Warm")).hasValue(WARM);
        assertThat(carmen.field("Cool")).hasValue("I wonder who");

        // The server dies and comes back; the pages stay open.
        int port = server.port();
        server.kill();
        assertThat(carmen.page().locator("#connection")).containsText("Connection lost");
        carmen.field("Cool").fill(COOL);
        server = ConvenorProcess.start(folder.resolve("convenor.db"), port);
        assertThat(carmen.page().locator("#connection")).not().hasClass(lost());
        assertThat(carmen.field("Cool")).hasValue(COOL);

        // A phone in a tunnel.
        carmen.device().setOffline(true);
        carmen.press("Send");
        assertThat(carmen.page().locator("#panel .form-status")).not().isEmpty();
        carmen.device().setOffline(false);
        assertThat(carmen.field("Cool")).hasValue(COOL);
        carmen.press("Send");
        assertThat(carmen.panel()).containsText("Your answer is in");

        // A second tab is at the same place.
        var tab = carmen.device().newPage();
        tab.navigate(carmen.page().url());
        assertThat(tab.locator("#panel")).containsText("Your answer is in");
        assertThat(tab.locator("#board h3").first()).containsText("Reading and notes");
        tab.close();
    }

    private static java.util.regex.Pattern lost() {
        return java.util.regex.Pattern.compile("\\blost\\b");
    }

    private void give_feedback() throws IOException {
        assertThat(ada.everything()).doesNotContain(WARM, COOL);
        others.get(1).press("answer", Map.of("f0", "Last warm note.", "f1", "Last cool note."));
        for (var somebody : List.of(ada, bo, carmen)) {
            somebody.seesStep("Warm feedback");
            somebody.seesOnBoard(WARM);
            somebody.seesOnBoard("Last warm note.");
            assertThat(somebody.board().innerText()).doesNotContain("Carmen Placeholder", COOL);
        }
        assertThat(bo.panel()).containsText("You are listening now");
        carmen.send("I like that it is one routine, not five.");
        ada.press("Next");
        bo.seesStep("Cool feedback");
        bo.seesOnBoard(COOL);
        ada.press("Next");
        bo.seesStep("Reflection");
        bo.send("We take the snow week with us.");
        bo.press("I am done");
    }

    private void debrief() throws IOException {
        bo.seesStep("Debrief");
        // By keys alone, as somebody does who does not see the screen.
        bo.tabTo("What");
        bo.page().keyboard().type(CHANGE);
        bo.page().keyboard().press("Tab");
        bo.page().keyboard().type("03012027");
        bo.tabTo("Send");
        bo.page().keyboard().press("Enter");
        assertThat(bo.panel()).containsText("Your answer is in");
        bo.tabTo("I am done");
        bo.page().keyboard().press("Enter");
        while (nextSpeaks()) {
            // Until everybody had their turn.
        }
    }

    /// Hands the floor on for whoever has it.
    ///
    /// @return false once the session is over
    private boolean nextSpeaks() throws IOException {
        var now = ada.board().locator(".people .now .name");
        assertThat(now.or(ada.board().getByText("is done.")).first()).isVisible();
        if (now.count() == 0) {
            return false;
        }
        var name = now.innerText();
        switch (name) {
            case "Ada Example" -> ada.press("I am done");
            case "Bo Sample" -> bo.panel();
            case "Carmen Placeholder" -> carmen.press(carmenPassed++ == 0 ? "Pass" : "I am done");
            case "Dev Invented" -> others.get(0).press("done", Map.of());
            default -> others.get(1).press("done", Map.of());
        }
        var still =
                ada.board()
                        .locator(".people .now")
                        .filter(new Locator.FilterOptions().setHasText(name));
        assertThat(still).hasCount(0);
        return true;
    }

    private void take_the_record_home() throws IOException {
        for (var somebody : List.of(ada, bo, carmen)) {
            somebody.seesOnBoard(CHANGE);
            assertThat(somebody.thread()).containsText("We are done.");
            assertThat(somebody.course().stream().filter(line -> line.contains(" of 11 · ")))
                    .as("one line for each step, in order")
                    .extracting(line -> line.replaceAll("(?s) of 11 · .*", "").strip())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        assertThat(ada.board()).hasAttribute("data-same", "yes");
        Accessibility.check(carmen.page());
        Pictures.take(bo.page(), "summary");
        var download =
                bo.page().waitForDownload(() -> bo.push(bo.page().getByText("Record").first()));
        var record = Files.readString(download.path());
        assertThat(record).contains(CHANGE, WARM, COOL, "How do we keep our reading plan alive?");
    }
}
