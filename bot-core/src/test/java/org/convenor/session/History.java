package org.convenor.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.Set;
import org.convenor.protocol.Mode;
import org.convenor.testing.Play;

/// One random history: a protocol anybody might write, and people who do anything.
final class History {
    private final Random random;
    private final Crowd crowd;
    private final int people;
    private final Watch watch = new Watch();
    private final Deque<SessionEvent> plans = new ArrayDeque<>();
    private Session session;

    /// The same seed gives the same history.
    History(long seed, Mode mode, int people) {
        random = new Random(seed);
        this.people = people;
        crowd = new Crowd(random, people);
        session = Play.called(mode, AnyProtocol.of(random), Play.START, Set.of()).session();
    }

    /// People act so many times, with up to a minute and a half between. Who is with whom comes at
    /// once, late, twice or not at all.
    History with(int events) {
        var now = Play.START;
        for (int number = 0; number < events; number++) {
            now = now.plus(Duration.ofMillis(random.nextInt(90_000)));
            if (number < people && random.nextInt(4) > 0) {
                decide(crowd.joins(number, now));
            }
            boolean planned = !plans.isEmpty() && random.nextInt(3) > 0;
            var event = planned ? plans.remove() : crowd.next(session, now);
            now = Times.later(now, event.at());
            decide(event);
        }
        return this;
    }

    /// Nobody acts any more: only the clock does, and every tick comes twice. Some of those who
    /// work out the groups are still lost.
    ///
    /// @return how many ticks it took to end, or `most` if it did not
    int untilItEnds(int most) {
        for (int ticks = 0; ticks < most; ticks++) {
            if (session.isOver()) {
                return ticks;
            }
            var event = plans.isEmpty() ? tick() : plans.remove();
            decide(event);
            watch.changesNothing(session, Engine.decide(session, event));
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
        for (var effect : decision.effects()) {
            if (effect instanceof Effect.PlanGroups(int track, _, _)
                    && session.tracks().containsKey(track)) {
                var plan = crowd.plan(session, session.track(track), event.at());
                for (int times = random.nextInt(5); times > 0; times -= 2) {
                    plans.add(plan);
                }
            }
        }
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
