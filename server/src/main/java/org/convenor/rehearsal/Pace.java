package org.convenor.rehearsal;

import java.time.Duration;
import org.convenor.protocol.Step;
import org.convenor.session.Session;

/// How fast the simulated conversation goes on before somebody who reads along. Measures real time,
/// not the demo's clock.
final class Pace {
    private static final Duration AFTER_A_LINE = Duration.ofMillis(3_500);
    private static final Duration AFTER_A_PRESS = Duration.ofMillis(900);
    private static final Duration AFTER_A_STEP_OPENED = Duration.ofSeconds(6);

    /// On an open floor, before the time of the step is cut short.
    private static final Duration TO_SAY_SOMETHING = Duration.ofSeconds(25);

    private int visit = -1;
    private boolean wasOver;
    private long readAt = System.nanoTime();
    private long lastLineAt = System.nanoTime();

    /// Notices when a step opens.
    void see(Glance glance, Session session) {
        if (glance.visit() != visit || session.isOver() != wasOver) {
            visit = glance.visit();
            wasOver = session.isOver();
            pause(AFTER_A_STEP_OPENED);
            lastLineAt = System.nanoTime();
        }
    }

    /// Somebody simulated did something.
    void acted(boolean aloud) {
        pause(aloud ? AFTER_A_LINE : AFTER_A_PRESS);
        if (aloud) {
            lastLineAt = System.nanoTime();
        }
    }

    /// The newcomer said something; they may want to say more.
    void heard() {
        lastLineAt = System.nanoTime();
    }

    private void pause(Duration pause) {
        readAt = Math.max(readAt, System.nanoTime() + pause.toNanos());
    }

    /// Whether the session waits for the newcomer: then the clock just runs.
    ///
    /// @param othersAct whether a simulated person still wants to do something
    boolean isNeeded(Newcomer newcomer, Session session, Glance glance, boolean othersAct) {
        if (glance.openForm() != null || glance.has("done") || glance.has("accept")) {
            return true;
        }
        if (!newcomer.chair().leads()) {
            // Until they said whether they take part.
            return session.seat(newcomer.member()) == null;
        }
        return session.phase() == Session.Phase.GATHERING ? glance.has("begin") : !othersAct;
    }

    /// Whether the newcomer had time to read what came last, and to say something where they may.
    boolean isRead(Newcomer newcomer, Session session, Glance glance, boolean othersAct) {
        long now = System.nanoTime();
        boolean mayTalk =
                session.stepOf(session.trackOf(newcomer.member())) instanceof Step.Talk talk
                        && glance.maySpeak()
                        && !newcomer.chair().isListening(talk.listening());
        boolean hadTheFloor = now - lastLineAt >= TO_SAY_SOMETHING.toNanos();
        return now >= readAt && (othersAct || !mayTalk || hadTheFloor);
    }
}
