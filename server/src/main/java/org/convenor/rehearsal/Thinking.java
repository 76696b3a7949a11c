package org.convenor.rehearsal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.jspecify.annotations.Nullable;

/// How long somebody takes before they act.
///
/// @param comesLate whether this person joins after the others began
record Thinking(Mode mode, boolean comesLate, RandomGenerator random) {
    private static final int WORK_BEGINS = 8;
    private static final int WORK_ENDS = 18;

    /// Steps from here on leave time to think.
    private static final Duration LONG = Duration.ofMinutes(4);

    /// When somebody who begins to think now will act.
    Instant until(Instant now, Wish.Kind wish, @Nullable Step step) {
        return mode == Mode.ASYNC ? atWork(now.plus(overDays(wish))) : now.plus(live(wish, step));
    }

    /// The same moment, or on the next working morning: over days, nobody answers at night.
    private Instant atWork(Instant at) {
        var there = at.atZone(ZoneId.systemDefault());
        if (isWorkday(there) && there.getHour() >= WORK_BEGINS && there.getHour() < WORK_ENDS) {
            return at;
        }
        var morning = there.getHour() < WORK_BEGINS ? there : there.plusDays(1);
        while (!isWorkday(morning)) {
            morning = morning.plusDays(1);
        }
        return morning.truncatedTo(ChronoUnit.DAYS)
                .plusHours(WORK_BEGINS)
                .plusMinutes(random.nextInt(180))
                .toInstant();
    }

    private static boolean isWorkday(ZonedDateTime there) {
        return there.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    private Duration overDays(Wish.Kind wish) {
        return switch (wish) {
            case JOIN -> comesLate ? hours(60, 90) : hours(1, 6);
            case BEGIN, GO_ON, LET_GO, NUDGE -> hours(2, 4);
            case BEGIN_ANYWAY -> hours(60, 80);
            case ANSWER, TAKE_TURN, SPEAK -> hours(1, 9);
            case REPLY, CONSENT, TAKE_ROLE -> hours(1, 4);
            case LEAVE, RESUME, MOVE_SOMEBODY -> hours(2, 6);
            case CALL_BACK -> hours(18, 40);
        };
    }

    private Duration live(Wish.Kind wish, @Nullable Step step) {
        return switch (wish) {
            case JOIN -> comesLate ? seconds(500, 900) : seconds(5, 60);
            case BEGIN -> seconds(20, 40);
            case BEGIN_ANYWAY -> seconds(600, 700);
            case ANSWER -> ofForm(step);
            case TAKE_TURN -> ofTurn(step);
            case SPEAK -> seconds(15, 110);
            case REPLY -> seconds(6, 20);
            case GO_ON, LET_GO, NUDGE -> seconds(10, 30);
            case CONSENT, TAKE_ROLE -> seconds(5, 25);
            case LEAVE -> seconds(10, 60);
            case RESUME -> seconds(60, 150);
            case MOVE_SOMEBODY -> seconds(20, 90);
            case CALL_BACK -> seconds(100, 240);
        };
    }

    /// Whoever has two minutes does not think for four.
    private Duration ofForm(@Nullable Step step) {
        var live = step == null ? null : step.heading().timing().live();
        return live == null || live.compareTo(LONG) >= 0
                ? seconds(60, 240)
                : percent(live, 30, 115);
    }

    /// Most of the time there is: a turn is used, not cut short.
    private Duration ofTurn(@Nullable Step step) {
        if (step instanceof Step.Round round && round.each() != null) {
            return percent(round.each(), 50, 110);
        }
        var live = step == null ? null : step.heading().timing().live();
        return live == null ? seconds(30, 60) : percent(live, 50, 95);
    }

    private Duration percent(Duration whole, int from, int to) {
        return whole.multipliedBy(random.nextInt(from, to)).dividedBy(100);
    }

    private Duration seconds(int from, int to) {
        return Duration.ofSeconds(random.nextInt(from, to));
    }

    private Duration hours(int from, int to) {
        return Duration.ofMinutes(random.nextInt(from * 60, to * 60));
    }
}
