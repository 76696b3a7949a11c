package org.convenor.protocol;

import java.time.Duration;

/// A length of working time, counted from 9 to 17 on working days.
///
/// @param days whole working days: the same hour, that many working days later
/// @param hours working hours on top, zero or more
public record Window(int days, Duration hours) {
    public Window {
        if (days < 0 || hours.isNegative() || (days == 0 && hours.isZero())) {
            throw new IllegalArgumentException("a window of %d days and %s".formatted(days, hours));
        }
    }

    public static Window ofDays(int days) {
        return new Window(days, Duration.ZERO);
    }

    public static Window ofHours(Duration hours) {
        return new Window(0, hours);
    }
}
