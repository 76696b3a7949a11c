package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.convenor.protocol.Mode;
import org.junit.jupiter.api.Test;

/// Whatever people do and whenever: a session ends, keeps its secrets, and counts nothing twice.
class AnyHistoryTest {
    /// More than the busiest protocol here can need: turns of a dozen people, twice, in six steps.
    private static final int MANY_TICKS = 4000;

    @Property(tries = 4000, seed = "3428310029926601192")
    void any_history_keeps_the_promises_and_ends_when_people_stop(
            @ForAll long seed,
            @ForAll Mode mode,
            @ForAll @IntRange(min = 0, max = 11) int people,
            @ForAll @IntRange(min = 0, max = 120) int events) {
        var history = new History(seed, mode, people).with(events);

        assertThat(history.untilItEnds(MANY_TICKS)).isLessThan(MANY_TICKS);
    }

    /// Otherwise the histories above would prove nothing.
    @Test
    void the_histories_see_everything_a_session_can_do() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < 2000; seed++) {
            var mode = seed % 2 == 0 ? Mode.LIVE : Mode.ASYNC;
            var history = new History(seed, mode, 7).with(100);
            history.untilItEnds(MANY_TICKS);
            seen.addAll(history.watch().seen());
        }

        assertThat(seen)
                .contains(
                        "Say",
                        "Whisper",
                        "Store",
                        "StoreAnonymous",
                        "Reveal",
                        "Keep",
                        "Moved",
                        "Refused",
                        "FINISHED",
                        "STOPPED",
                        "FELL_SILENT",
                        "PAUSED",
                        "PRESENTER_LEFT",
                        "OPEN",
                        "LAST_CALL",
                        "OVERTIME",
                        "WAITING",
                        "OFFERED_TO_CO_FACILITATORS",
                        "OFFERED_TO_ALL",
                        "late words",
                        "after the reveal",
                        "changed answer",
                        "asked once more",
                        "told that the time is up");
    }
}
