package org.convenor.proof;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The browser of this machine, without a window.
final class Chromium implements AutoCloseable {
    /// The board is edited every five seconds at most, and the machine may be busy.
    private static final int PATIENCE_MS = 15_000;

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Where there is no browser the test is skipped, unless the build demands one.
    static Chromium start() {
        var executable = installed();
        if (executable == null) {
            var missing = "No Chromium is installed: nobody tried the room in a real browser.";
            if (System.getenv("CONVENOR_REQUIRE_BROWSER") != null) {
                fail(missing);
            }
            System.out.println("SKIPPED: " + missing);
            abort(missing);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        var offline = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(offline));
        var options = new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    private static @Nullable Path installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    BrowserContext desktop() {
        return browser.newContext(options().setViewportSize(1280, 800));
    }

    BrowserContext phone() {
        return browser.newContext(
                options()
                        .setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setHasTouch(true)
                        .setIsMobile(true));
    }

    BrowserContext screen() {
        return browser.newContext(options().setViewportSize(1280, 720));
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale("en-US")
                .setTimezoneId("America/Chicago")
                .setColorScheme(ColorScheme.LIGHT)
                .setAcceptDownloads(true);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
