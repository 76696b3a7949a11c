package org.convenor.session;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.convenor.protocol.Mode;
import org.convenor.testing.Play;

/// One random history: a protocol anybody might write, and people who do anything.
final class History {
    private final Random random;
    private final Crowd crowd;
    private final Watch watch = new Watch();
    private Session session;

    /// The same seed gives the same history.
    History(long seed, Mode mode, int people) {
        random = new Random(seed);
        crowd = new Crowd(random, people);
        session = Play.called(mode, AnyProtocol.of(random), Play.START, Set.of()).session();
    }

    /// People act so many times, with up to a minute and a half between.
    History with(int events) {
        var now = Play.START;
        for (int number = 0; number < events; number++) {
            now = now.plus(Duration.ofMillis(random.nextInt(90_000)));
            var event = crowd.next(session, now);
            now = Times.later(now, event.at());
            decide(event);
        }
        return this;
    }

    /// Nobody acts any more: only the clock does, and every tick comes twice.
    ///
    /// @return how many ticks it took to end, or `most` if it did not
    int untilItEnds(int most) {
        for (int ticks = 0; ticks < most; ticks++) {
            if (session.isOver()) {
                return ticks;
            }
            var tick = tick();
            decide(tick);
            watch.changesNothing(session, Engine.decide(session, tick));
        }
        return most;
    }

    Watch watch() {
        return watch;
    }

    private void decide(SessionEvent event) {
        var decision = Engine.decide(session, event);
        watch.see(session, event, decision);
        session = decision.session();
    }

    private SessionEvent.Due tick() {
        for (var track : session.tracks().values()) {
            var due = track.dueAt();
            if (due != null && due.equals(session.dueAt())) {
                return new SessionEvent.Due(due, track.id(), track.visit(), due);
            }
        }
        throw new AssertionError("nothing is due");
    }
}
