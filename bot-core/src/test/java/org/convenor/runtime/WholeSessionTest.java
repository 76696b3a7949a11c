package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.convenor.session.Session;
import org.convenor.testing.Convening;
import org.convenor.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Critical friends from the first command to the record.
final class WholeSessionTest {
    @TempDir private Path folder;

    @Test
    void everybody_works_through_critical_friends_by_presses_and_words() {
        try (var convening = Convening.ofFive(folder)) {
            var seen = new StringBuilder();

            play(convening, seen);

            assertThat(convening.session().outcome()).isEqualTo(Session.Outcome.FINISHED);
            Golden.assertSame("critical-friends.txt", seen.toString());
            Golden.assertSame("critical-friends-record.md", convening.record("cy").markdown());
        }
    }

    private static void play(Convening convening, StringBuilder seen) {
        convening.called();
        show(convening, seen, "called");
        convening.ready();
        show(convening, seen, "ready");
        convening.presses("ada", "begin");
        show(convening, seen, "begun");
        convening.after(Duration.ofMinutes(3));
        show(convening, seen, "the presenter has the floor");
        convening
                .after(Duration.ofMinutes(6))
                .writes("bo", "We lose one new teacher in three before their third year.")
                .presses("bo", "done");
        show(convening, seen, "clarifying questions");
        convening
                .writes("cy", "How many mentors do you have?")
                .writes("bo", "Eleven, for 34 new teachers.")
                .after(Duration.ofMinutes(5))
                .presses("ada", "next");
        show(convening, seen, "reading and notes");
        convening
                .after(Duration.ofMinutes(4))
                .answers("cy", "Mentors visit weekly.", "Who covers the mentors' classes?")
                .answers("dee", "The goal has a number.", "");
        show(convening, seen, "two friends have answered");
        convening.answers(
                "eli",
                "It starts before the first day of school.",
                "What happens in year two?\nThe plan stops in June.");
        show(convening, seen, "warm feedback");
        convening
                .after(Duration.ofMinutes(4))
                .writes("dee", "The weekly visits are what our teachers ask for.")
                .presses("ada", "next");
        show(convening, seen, "cool feedback");
        convening
                .after(Duration.ofMinutes(8))
                .writes("eli", "Year two is where we lost ours.")
                .presses("ada", "next");
        show(convening, seen, "reflection");
        convening
                .after(Duration.ofMinutes(5))
                .writes("bo", "Cover for mentors is the gap I had not seen.")
                .presses("bo", "done");
        show(convening, seen, "debrief");
        convening
                .writes("bo", "Listening without answering was hard and good.")
                .presses("ada", "pass")
                .writes("cy", "Warm first helped.")
                .presses("dee", "pass")
                .answers("bo", "Pay for two days of cover a month for each mentor", "2027-03-01");
        show(convening, seen, "two people are left");
        convening.writes("eli", "More time to read, please.");
        convening.presses("ada", "pass");
        convening.presses("dee", "done");
        show(convening, seen, "done");
    }

    private static void show(Convening convening, StringBuilder seen, String moment) {
        seen.append("==================== ").append(moment).append('\n');
        seen.append("--- board\n").append(convening.board()).append('\n');
        for (var who : new String[] {"ada", "bo", "cy"}) {
            seen.append("--- panel of ").append(who).append('\n');
            seen.append(convening.panel(who)).append('\n');
        }
        if (moment.equals("done")) {
            seen.append("==================== thread\n");
            convening.thread().forEach(line -> seen.append(line).append("\n\n"));
            for (var who : new String[] {"ada", "bo", "cy", "dee"}) {
                seen.append("--- whispered to ").append(who).append('\n');
                convening.inbox(who).reversed().forEach(word -> seen.append(word).append('\n'));
            }
        }
    }
}
