package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.convenor.protocol.Mode;
import org.convenor.testing.Play;

/// Whatever people do and whenever: a session ends, keeps its secrets, and counts nothing twice.
class AnyHistoryTest {
    /// More than the busiest protocol here can need: turns of a dozen people, twice, in six steps.
    private static final int MANY_TICKS = 500;

    @Property(tries = 4000)
    void any_history_keeps_the_promises_and_ends_when_people_stop(
            @ForAll long seed,
            @ForAll Mode mode,
            @ForAll @IntRange(min = 0, max = 11) int people,
            @ForAll @IntRange(min = 0, max = 120) int events) {
        var random = new Random(seed);
        var crowd = new Crowd(random, people);
        var watch = new Watch();
        var now = Play.START;
        var session = Play.called(mode, AnyProtocol.of(random), now, Set.of()).session();

        for (int number = 0; number < events; number++) {
            now = now.plus(Duration.ofMillis(random.nextInt(90_000)));
            var event = crowd.next(session, now);
            now = Times.later(now, event.at());
            var decision = Engine.decide(session, event);
            watch.see(session, event, decision);
            session = decision.session();
        }

        assertThat(ends(session, watch)).isTrue();
    }

    private static boolean ends(Session from, Watch watch) {
        var session = from;
        for (int ticks = 0; ticks < MANY_TICKS && !session.isOver(); ticks++) {
            var tick = tick(session);
            var decision = Engine.decide(session, tick);
            watch.see(session, tick, decision);
            var again = Engine.decide(decision.session(), tick);
            assertThat(again.session()).isEqualTo(decision.session());
            assertThat(again.effects()).isEmpty();
            session = decision.session();
        }
        return session.isOver();
    }

    private static SessionEvent.Due tick(Session session) {
        for (var track : session.tracks().values()) {
            var due = track.dueAt();
            if (due != null && due.equals(session.dueAt())) {
                return new SessionEvent.Due(due, track.id(), track.visit(), due);
            }
        }
        throw new AssertionError("nothing is due");
    }
}
