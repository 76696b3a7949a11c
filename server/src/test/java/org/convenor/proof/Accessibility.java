package org.convenor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What a machine can say about how well a page serves people who do not see, hear or point.
final class Accessibility {
    private static final String SCRIPT = script();

    /// Every serious fault in one line: the rule, and where.
    private static final String FAULTS =
            """
            () => axe.run(document, { resultTypes: ["violations"] }).then((found) => found.violations
              .filter((one) => one.impact === "serious" || one.impact === "critical")
              .map((one) => one.id + ": " + one.nodes.map((node) => node.target.join(" ") + " " + node.any.map((a) => a.message).join("; ")).join(", ")))
            """;

    private Accessibility() {}

    static void check(Page page) {
        page.evaluate(SCRIPT);
        assertThat(page.evaluate(FAULTS))
                .as("faults of %s", page.title())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    private static String script() {
        try (var in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
