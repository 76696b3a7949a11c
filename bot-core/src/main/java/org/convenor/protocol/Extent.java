package org.convenor.protocol;

import java.time.Duration;

/// How much a stretch of steps takes.
///
/// @param moments how many steps people go through
/// @param live time beside a call
/// @param working time over days, as working time of eight hours a day
public record Extent(long moments, Duration live, Duration working) {
    static final Extent NOTHING = new Extent(0, Duration.ZERO, Duration.ZERO);

    /// A working day, from 9 to 17.
    private static final Duration DAY = Duration.ofHours(8);

    /// Beyond this, numbers only say: too much.
    private static final long CEILING = 1_000_000_000_000L;

    /// What one step takes. A question before the session takes none of its live time.
    static Extent of(Step step) {
        Timing timing = step.heading().timing();
        boolean before = step instanceof Step.Ask ask && ask.before();
        Duration live = timing.live() == null || before ? Duration.ZERO : timing.live();
        Window window = timing.async();
        return new Extent(
                1,
                live,
                window == null
                        ? Duration.ZERO
                        : DAY.multipliedBy(window.days()).plus(window.hours()));
    }

    Extent plus(Extent other) {
        return new Extent(
                Math.min(CEILING, moments + other.moments),
                seconds(live.toSeconds() + other.live.toSeconds()),
                seconds(working.toSeconds() + other.working.toSeconds()));
    }

    Extent times(int number) {
        return new Extent(
                product(moments, number),
                Duration.ofSeconds(product(live.toSeconds(), number)),
                Duration.ofSeconds(product(working.toSeconds(), number)));
    }

    /// The larger of both in each of its parts.
    Extent or(Extent other) {
        return new Extent(
                Math.max(moments, other.moments),
                live.compareTo(other.live) < 0 ? other.live : live,
                working.compareTo(other.working) < 0 ? other.working : working);
    }

    /// The smaller of both in each of its parts.
    Extent orLess(Extent other) {
        return new Extent(
                Math.min(moments, other.moments),
                live.compareTo(other.live) > 0 ? other.live : live,
                working.compareTo(other.working) > 0 ? other.working : working);
    }

    /// Whole working days, a day that has begun counted as one.
    public int days() {
        return (int)
                Math.min(Integer.MAX_VALUE, Math.ceilDiv(working.toSeconds(), DAY.toSeconds()));
    }

    private static long product(long one, int number) {
        return one > CEILING / Math.max(1, number) ? CEILING : one * number;
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(Math.min(CEILING, seconds));
    }
}
