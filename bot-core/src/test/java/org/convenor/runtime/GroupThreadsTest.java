package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convenor.testing.Steps.heading;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.talk;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Step;
import org.convenor.protocol.Who;
import org.convenor.testing.Convening;
import org.convenor.testing.PlainReading;
import org.convenor.testing.Protocols;
import org.convenor.testing.Shelf;
import org.convenor.view.Heard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who reads which lines while each team talks by itself.
class GroupThreadsTest {
    private static final Step TEAMS =
            new Step.Group(
                    heading("In teams", minutes(1, 1)),
                    Grouping.HOME_TEAMS,
                    Grouping.Odd.BALANCED,
                    Grouping.Late.SMALLEST_GROUP,
                    Set.of(),
                    null);

    @TempDir private Path folder;

    private Convening convening;

    @BeforeEach
    void begin() {
        var protocol = Protocols.of(TEAMS, talk("Talk", Who.EVERYONE, null, minutes(5, 1)));
        convening = Convening.ofFive(folder, Shelf.of(protocol)).begunSample();
    }

    @AfterEach
    void close() {
        convening.close();
    }

    private void talkInTeams() {
        convening
                .presses("ada", "next")
                .writes("cy", "From Southgate.")
                .writes("bo", "From Northfield.")
                .deliver();
    }

    private List<Rooms.Spoken> heard(String who, @Nullable Heard heard) {
        return convening.rooms().latest(convening.room(), convening.id(who), heard, 100).lines();
    }

    private static List<String> words(List<Rooms.Spoken> lines) {
        return lines.stream().map(line -> PlainReading.of(line.message())).toList();
    }

    @Test
    void member_reads_everybodys_lines_and_those_of_their_own_group() {
        talkInTeams();

        var lines = heard("cy", null);

        assertThat(words(lines))
                .anyMatch(line -> line.contains("These are the groups"))
                .anyMatch(line -> line.contains("From Southgate."))
                .noneMatch(line -> line.contains("From Northfield."));
        assertThat(lines)
                .filteredOn(Rooms.Spoken::mine)
                .extracting(Rooms.Spoken::group)
                .containsExactly(convening.look("cy").composerTo());
    }

    @Test
    void whoever_leads_or_looks_on_reads_all_groups() {
        talkInTeams();

        for (var who : List.of("ada", "eli")) {
            assertThat(words(heard(who, null)))
                    .anyMatch(line -> line.contains("From Southgate."))
                    .anyMatch(line -> line.contains("From Northfield."));
        }
    }

    @Test
    void anybody_may_read_all_groups_or_only_their_own() {
        talkInTeams();

        assertThat(words(heard("cy", Heard.ALL_GROUPS)))
                .anyMatch(line -> line.contains("From Northfield."));
        assertThat(words(heard("ada", Heard.OWN_GROUPS)))
                .noneMatch(line -> line.contains("From Northfield."));
    }

    @Test
    void what_others_say_is_passed_over_once() {
        talkInTeams();
        var last = heard("cy", Heard.ALL_GROUPS).getLast().seq();
        var own = heard("cy", null).getLast().seq();

        var after = convening.rooms().heard(convening.room(), convening.id("cy"), null, own, 100);

        assertThat(own).isLessThan(last);
        assertThat(after.lines()).isEmpty();
        assertThat(after.upTo()).isEqualTo(last);
    }

    @Test
    void composer_says_where_words_go_and_when_they_can_be_written_again() {
        assertThat(convening.look("cy").composerHint()).startsWith("People are on their way.");
        assertThat(convening.look("cy").composerTo()).isNull();

        talkInTeams();

        assertThat(convening.look("cy").composerTo()).startsWith("Group ");
        assertThat(convening.look("cy").composerHint()).contains("everybody in this room can read");
        assertThat(convening.look("eli").composerTo()).isNull();
    }
}
