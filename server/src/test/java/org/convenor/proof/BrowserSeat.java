package org.convenor.proof;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/// Somebody before a screen: sees what stands there, clicks, taps and types.
final class BrowserSeat {
    private static final int MOST_TABS = 80;

    private final BrowserContext device;
    private final Page page;
    private final boolean taps;

    BrowserSeat(BrowserContext device, boolean taps) {
        this.device = device;
        this.page = device.newPage();
        this.taps = taps;
        page.setDefaultTimeout(15_000);
    }

    Page page() {
        return page;
    }

    BrowserContext device() {
        return device;
    }

    void open(String url) {
        page.navigate(url);
    }

    void enterSetupCode(String code) {
        page.getByLabel("Setup code").fill(code);
    }

    /// Says who one is, on the page that asks for it.
    void introduce(String name, String district, String submit) {
        page.getByLabel("Your name").fill(name);
        page.getByLabel("Your district").fill(district);
        press(submit);
    }

    /// Presses the visible button whose label begins so.
    void press(String label) {
        var button =
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(beginsWith(label)))
                        .first();
        push(button);
    }

    void push(Locator button) {
        if (taps) {
            button.tap();
        } else {
            button.click();
        }
    }

    void fill(String label, String text) {
        field(label).fill(text);
    }

    /// Fills in the only field of the form that is asked.
    void answer(String text) {
        panel().locator(".form textarea, .form input[type=text]").first().fill(text);
    }

    /// A field of a form in the private column, by what stands above it.
    Locator field(String label) {
        return page.locator("#for-you")
                .getByLabel(beginsWith(label))
                .and(page.locator("input, textarea, select"))
                .first();
    }

    /// Chooses the first option with these words of a form in the private column.
    void choose(String words) {
        var options = page.locator("#for-you .option");
        push(options.filter(new Locator.FilterOptions().setHasText(words)).first());
    }

    void send(String words) {
        page.locator("#words").fill(words);
        push(page.locator("#composer button"));
        assertThat(page.locator("#words")).hasValue("");
    }

    /// The browser's own kind of pattern.
    private static Pattern beginsWith(String label) {
        return Pattern.compile("^\\s*" + label.replaceAll("[^\\p{Alnum} ]", "\\\\$0"));
    }

    /// Goes on with the Tab key until something with this label has the focus.
    void tabTo(String label) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            var focused = String.valueOf(page.evaluate(FOCUSED));
            if (focused.strip().startsWith(label)) {
                return;
            }
        }
        throw new AssertionError("no way to “" + label + "” by the Tab key");
    }

    private static final String FOCUSED =
            """
            () => { const at = document.activeElement;
              return at.labels?.length ? at.labels[0].textContent : at.textContent; }
            """;

    void seesStep(String title) {
        assertThat(board().locator("h3").first()).containsText(title);
    }

    void seesOnBoard(String text) {
        assertThat(board()).containsText(text);
    }

    Locator board() {
        return page.locator("#board");
    }

    Locator panel() {
        return page.locator("#panel");
    }

    Locator thread() {
        return page.locator("#thread");
    }

    void seesCountdown() {
        assertThat(board().locator(".clock .digits")).hasText(Pattern.compile("\\d+:\\d\\d"));
    }

    /// The words of the whole document, whether they can be seen or not.
    String everything() {
        return page.content();
    }

    /// The lines with which the bot says how it goes.
    List<String> course() {
        return page.locator("#thread > li.course").allInnerTexts();
    }
}
