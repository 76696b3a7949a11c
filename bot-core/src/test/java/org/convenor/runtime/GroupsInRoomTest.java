package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Groupings.everyone;
import static org.convenor.testing.Groupings.pairs;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.reveal;
import static org.convenor.testing.Steps.talk;

import java.nio.file.Path;
import java.util.List;
import org.convenor.protocol.Names;
import org.convenor.protocol.Reveal;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Convening;
import org.convenor.testing.PlainReading;
import org.convenor.testing.Protocols;
import org.convenor.testing.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each person sees while people are in groups.
final class GroupsInRoomTest {
    private static final String SECRET = "pair-secret-of-cy";
    private static final List<String> PEOPLE = List.of("ada", "bo", "cy", "dee");
    private static final Step TALK = talk("Talk", Who.EVERYONE, null, minutes(5, 1));

    @TempDir private Path folder;

    private Convening inPairs(Step step) {
        var protocol = Protocols.of(pairs("Pairs"), step, everyone("All"), TALK);
        return Convening.ofFive(folder, Shelf.of(protocol)).begunSample();
    }

    private static Step notes(Reveal reveal) {
        return reveal(ask("Notes", Who.EVERYONE, minutes(5, 1)), reveal, Names.SHOWN);
    }

    private static boolean areTogether(Convening convening, String one, String other) {
        var session = convening.session();
        return session.trackOf(convening.id(one)).equals(session.trackOf(convening.id(other)));
    }

    private static String board(Convening convening, String who) {
        return PlainReading.of(convening.look(who).board());
    }

    private static void assertHidden(Convening convening, boolean fromTheirPair) {
        assertThat(convening.board()).doesNotContain(SECRET);
        assertThat(convening.thread()).noneMatch(line -> line.contains(SECRET));
        assertThat(convening.record("cy").markdown()).doesNotContain(SECRET);
        for (var who : PEOPLE) {
            if (!who.equals("cy") && (fromTheirPair || !areTogether(convening, who, "cy"))) {
                assertThat(convening.panel(who)).as(who).doesNotContain(SECRET);
                assertThat(convening.inbox(who)).noneMatch(word -> word.contains(SECRET));
                assertThat(board(convening, who)).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void everybody_is_told_their_group_and_is_at_its_step() {
        try (var convening = inPairs(TALK2)) {
            assertThat(convening.session().groups()).hasSize(2);
            for (var who : PEOPLE) {
                assertThat(board(convening, who)).as(who).contains("Talk in pairs");
                assertThat(convening.inbox(who)).anyMatch(word -> word.contains("Group "));
            }
        }
    }

    private static final Step TALK2 = talk("Talk in pairs", Who.EVERYONE, null, minutes(5, 1));

    @Test
    void what_opens_together_in_a_pair_is_the_authors_alone_until_then() {
        try (var convening = inPairs(notes(Reveal.TOGETHER))) {
            convening.answers("cy", SECRET);

            assertThat(convening.panel("cy")).contains(SECRET);
            assertHidden(convening, true);
        }
    }

    @Test
    void what_a_pair_may_read_is_read_by_no_other() {
        try (var convening = inPairs(notes(Reveal.AS_THEY_ARRIVE))) {
            convening.answers("cy", SECRET);

            assertHidden(convening, false);
            assertThat(PEOPLE)
                    .filteredOn(who -> !who.equals("cy") && areTogether(convening, who, "cy"))
                    .singleElement()
                    .satisfies(who -> assertThat(board(convening, who)).contains(SECRET));
        }
    }

    @Test
    void the_facilitator_calls_everybody_back() {
        try (var convening = inPairs(TALK2)) {
            convening.presses("ada", "next");

            assertThat(convening.stepTitle()).isEqualTo("Talk");
            assertThat(convening.board()).contains("Talk");
        }
    }
}
