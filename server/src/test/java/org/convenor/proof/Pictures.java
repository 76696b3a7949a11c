package org.convenor.proof;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Pictures for the documentation. Taken only where `-Dconvenor.pictures=FOLDER` asks for them, so
/// that a build changes no file.
final class Pictures {
    private static final @Nullable String FOLDER = System.getProperty("convenor.pictures");

    private Pictures() {}

    static void take(Page page, String name) {
        if (FOLDER != null) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of(FOLDER, name + ".png"))
                            .setScale(ScreenshotScale.CSS));
        }
    }

    static void takeDark(Page page, String name) {
        if (FOLDER != null) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            take(page, name);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
    }
}
