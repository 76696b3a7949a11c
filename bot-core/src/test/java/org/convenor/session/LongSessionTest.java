package org.convenor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.talk;

import java.time.Duration;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.junit.jupiter.api.Test;

/// A session that goes on and on costs what its state costs, not what its history would.
class LongSessionTest {
    private static final int MANY = 2000;

    @Test
    void only_the_visits_that_are_over_grow_with_history() {
        var play =
                Play.live(
                        Protocols.of(
                                talk("Talk", Who.EVERYONE, null, minutes(5, 1)),
                                ask("Notes", Who.EVERYONE, minutes(5, 1))));

        for (int number = 0; number < MANY; number++) {
            play.speak("cy").pause().resume().more().next().answer("dee").back();
        }

        var session = play.session();
        assertThat(session.past()).hasSize(2 * MANY);
        assertThat(session.tracks()).hasSize(1);
        assertThat(session.seats().inOrder()).hasSize(4);
        assertThat(session.given("Notes")).hasSize(1);
        assertThat(session.revealed()).isEmpty();
    }

    @Test
    void a_decision_after_thousands_of_visits_is_still_quick() {
        var play = Play.live(Protocols.of(talk("Talk", Who.EVERYONE, null, minutes(5, 1))));
        for (int number = 0; number < MANY; number++) {
            play.stop().reopen();
        }
        var session = play.session();
        var spoke = new SessionEvent.Spoke(play.now(), Play.ADA, Session.MAIN, 0);

        long start = System.nanoTime();
        for (int number = 0; number < 1000; number++) {
            Engine.decide(session, spoke);
        }

        // Some milliseconds; the bound leaves room for a busy machine.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
