package org.convenor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.convenor.testing.SettableClock;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final Budget budget = new Budget(clock, 40);

    private long takenOf(int boards) {
        return IntStream.range(0, boards)
                .filter(board -> budget.take("board " + board).isZero())
                .count();
    }

    @Test
    void some_may_come_at_once_and_the_others_come_evenly() {
        assertThat(takenOf(10)).isEqualTo(10);

        assertThat(budget.take("board 11")).isEqualTo(Duration.ofMillis(1_500));
        assertThat(budget.take("board 12")).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void who_comes_back_at_their_moment_does_not_wait_again() {
        takenOf(10);
        var wait = budget.take("late");

        assertThat(budget.take("late")).isEqualTo(wait);
        clock.pass(wait);

        assertThat(budget.take("late")).isZero();
    }

    @Test
    void a_hundred_boards_get_forty_edits_a_minute() {
        long taken = 0;
        for (int second = 0; second < 300; second++) {
            taken += takenOf(100);
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(taken).isBetween(200L, 5 * 40L + 10);
    }
}
