package org.convenor.view;

import java.time.Duration;
import java.util.Map;

/// How long something took, in the unit people would say.
final class Lengths {
    private static final Duration SAID_IN_HOURS = Duration.ofHours(3);
    private static final Duration SAID_IN_DAYS = Duration.ofHours(20);

    private Lengths() {}

    static String of(Bundle bundle, Duration length) {
        if (length.compareTo(SAID_IN_DAYS) >= 0) {
            return bundle.text("length.days", Map.of("days", rounded(length, Duration.ofDays(1))));
        }
        if (length.compareTo(SAID_IN_HOURS) >= 0) {
            return bundle.text(
                    "length.hours", Map.of("hours", rounded(length, Duration.ofHours(1))));
        }
        return bundle.text(
                "length.minutes", Map.of("minutes", rounded(length, Duration.ofMinutes(1))));
    }

    private static long rounded(Duration length, Duration unit) {
        return Math.round((double) length.toSeconds() / unit.toSeconds());
    }
}
