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
    /// More than the busiest protocol here can need: turns of a dozen people, again and again.
    private static final int MANY_TICKS = 4000;

    private static final String[] RARE_EFFECTS = {
        "Say",
        "Whisper",
        "Store",
        "StoreAnonymous",
        "Reveal",
        "Share",
        "Keep",
        "PlanGroups",
        "Moved",
        "Refused"
    };

    private static final String[] RARE_MOMENTS = {
        "FINISHED",
        "STOPPED",
        "STOPPED_BY_PROTOCOL",
        "FELL_SILENT",
        "PAUSED",
        "PRESENTER_LEFT",
        "OPEN",
        "LAST_CALL",
        "OVERTIME",
        "WAITING",
        "OFFERED_TO_CO_FACILITATORS",
        "OFFERED_TO_ALL",
        "BACK",
        "AGAIN",
        "BROKEN_OFF",
        "late words",
        "after the reveal",
        "changed answer",
        "asked once more",
        "told that the time is up",
        "another pass",
        "somebody's turn",
        "still open",
        "role.given",
        "consent.asked",
        "consent.given",
        "consent.refused"
    };

    private static final String[] RARE_IN_GROUPS = {
        "Forming",
        "Apart",
        "Arrived",
        "joined",
        "called back",
        "groups in a group",
        "somebody came into a group",
        "somebody was moved",
        "group.next-round"
    };

    private static final String[] RARE_COUNTS = {
        "CONSENT",
        "FIST_TO_FIVE",
        "DOTS",
        "RANK",
        "MAJORITY",
        "decided",
        "not decided",
        "too few",
        "tie",
        "wait.votes",
        "ask.nudge",
        "dealt",
        "sorted",
        "swapped",
        "TO_THE_NEXT_GROUP",
        "TO_THE_OWN_GROUP"
    };

    @Property(tries = 1500)
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
        for (long seed = 0; seed < 1000; seed++) {
            var mode = seed % 2 == 0 ? Mode.LIVE : Mode.ASYNC;
            var history = new History(seed, mode, 7).with(100);
            history.untilItEnds(MANY_TICKS);
            seen.addAll(history.watch().seen());
        }

        assertThat(seen)
                .contains(RARE_EFFECTS)
                .contains(RARE_MOMENTS)
                .contains(RARE_IN_GROUPS)
                .contains(RARE_COUNTS);
    }
}
