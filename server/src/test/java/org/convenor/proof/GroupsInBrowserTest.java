package org.convenor.proof;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Four people at their own screens: alone, in twos, in fours, all together, and a vote.
final class GroupsInBrowserTest {
    private static final String SENTENCE = "Let every new teacher watch two lessons a month.";

    @TempDir Path folder;

    private Chromium chromium;
    private ConvenorProcess server;
    private BrowserSeat ada;
    private BrowserSeat bo;
    private BrowserSeat carmen;
    private BrowserSeat dev;
    private BrowserSeat screen;

    @BeforeEach
    void open() {
        chromium = Chromium.start();
        server = ConvenorProcess.start(folder.resolve("convenor.db"), 0);
        ada = new BrowserSeat(chromium.desktop(), false);
        bo = new BrowserSeat(chromium.desktop(), false);
        carmen = new BrowserSeat(chromium.phone(), true);
        dev = new BrowserSeat(chromium.desktop(), false);
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
    void four_people_grow_an_idea_from_one_to_all_and_vote() throws IOException {
        meet();
        think_alone();
        move_into_twos();
        talk_in_twos();
        write_in_fours();
        vote_together();
        take_the_record_home();
    }

    private List<BrowserSeat> everybody() {
        return List.of(ada, bo, carmen, dev);
    }

    private void meet() {
        ada.open(server.url() + "/setup");
        ada.enterSetupCode(server.setupCode());
        ada.introduce("Ada Example", "Willow Bend (invented)", "Set up");
        ada.press("Invite");
        var invitation = ada.page().locator("#invite-link").inputValue();
        ada.press("Close");
        sits(bo, invitation, "Bo Sample", "Harbor Flats (invented)");
        sits(carmen, invitation, "Carmen Placeholder", "Cedar Ridge (invented)");
        sits(dev, invitation, "Dev Invented", "Cedar Ridge (invented)");
        ada.send("/convene start 1-2-4-all");
        ada.field("What is this session about").fill("Helping new teachers stay");
        ada.field("Question").fill("What would make a first year good?");
        ada.press("Invite everyone");
        for (var somebody : List.of(bo, carmen, dev)) {
            somebody.seesOnBoard("Helping new teachers stay");
            somebody.press("Join");
        }
        var stage = ada.page().waitForPopup(() -> ada.push(ada.page().getByText("Stage page")));
        screen.open(stage.url());
        stage.close();
        ada.press("Begin");
    }

    private static void sits(BrowserSeat seat, String invitation, String name, String district) {
        seat.open(invitation);
        seat.introduce(name, district, "Join");
    }

    private void think_alone() {
        for (var somebody : everybody()) {
            somebody.seesStep("Alone");
        }
        ada.answer("A mentor who has time.");
        bo.answer("Two free periods in the first term.");
        carmen.answer("Someone to ask without being judged.");
        dev.answer("Fewer forms, more lessons to watch.");
        everybody().forEach(somebody -> somebody.press("Send"));
    }

    private void move_into_twos() {
        for (var somebody : everybody()) {
            somebody.seesStep("In twos");
            somebody.seesOnBoard("Group 2");
            assertThat(somebody.panel()).containsText("You are in Group");
        }
        Pictures.take(bo.page(), "x-moving");
        Pictures.take(ada.page(), "x-moving-lead");
        ada.press("Next");
    }

    private void talk_in_twos() throws IOException {
        for (var somebody : everybody()) {
            somebody.seesStep("Talk in twos");
            assertThat(somebody.page().locator("#composer-hint")).containsText("To Group");
        }
        bo.send("Bo's group only.");
        dev.send("Dev's group only.");
        carmen.send("Carmen's group only.");
        assertThat(ada.thread()).containsText("Bo's group only.");
        assertThat(ada.thread()).containsText("Dev's group only.");
        Pictures.take(bo.page(), "x-twos");
        Pictures.take(ada.page(), "x-twos-lead");
        Pictures.take(carmen.page(), "x-twos-phone");
        Pictures.take(screen.page(), "x-twos-stage");
        Accessibility.check(ada.page());
        Accessibility.check(bo.page());
        Accessibility.check(carmen.page());
        Accessibility.check(screen.page());
        ada.press("Group 1: go on");
        Pictures.take(ada.page(), "x-twos-one-done");
        ada.press("Group 2: go on");
    }

    private void write_in_fours() throws IOException {
        for (var somebody : everybody()) {
            somebody.seesStep("In fours");
        }
        Pictures.take(bo.page(), "x-fours-moving");
        Pictures.take(ada.page(), "x-fours-moving-lead");
        ada.press("Group 1: go on");
        for (var somebody : everybody()) {
            somebody.seesStep("Talk in fours");
        }
        carmen.answer(SENTENCE);
        Pictures.take(carmen.page(), "x-fours-phone");
        carmen.press("Send");
        assertThat(carmen.panel()).containsText("Your answer is in");
        ada.press("Call everybody back");
        ada.page().locator("#confirm button[value=yes]").click();
        ada.seesStep("All");
        ada.press("Next");
        for (var somebody : everybody()) {
            somebody.seesStep("One idea from each group");
            somebody.seesOnBoard(SENTENCE);
        }
        Pictures.take(bo.page(), "x-round");
        Pictures.take(screen.page(), "x-round-stage");
        ada.press("Next");
    }

    private void vote_together() throws IOException {
        for (var somebody : everybody()) {
            somebody.seesStep("Three dots each");
            somebody.page().getByLabel(SENTENCE).check();
        }
        Pictures.take(bo.page(), "x-vote");
        Accessibility.check(bo.page());
        everybody().forEach(somebody -> somebody.press("Send"));
    }

    private void take_the_record_home() throws IOException {
        for (var somebody : everybody()) {
            somebody.seesOnBoard("is done.");
        }
        Pictures.take(bo.page(), "x-end");
        Pictures.take(screen.page(), "x-end-stage");
        var download =
                bo.page().waitForDownload(() -> bo.push(bo.page().getByText("Record").first()));
        var record = Files.readString(download.path());
        System.out.println(record);
        assertThat(record).contains(SENTENCE);
    }

    static Pattern exactly(String words) {
        return Pattern.compile("^\\s*" + words + "\\s*$");
    }
}
