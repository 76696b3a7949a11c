package org.convenor.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.junit.jupiter.api.Test;

class LibraryTest {
    private final Library library = Library.shipped();

    @Test
    void every_shipped_file_is_in_the_index() throws Exception {
        Path folder =
                Path.of(Objects.requireNonNull(Library.class.getResource("library.txt")).toURI());
        try (Stream<Path> files = Files.list(Objects.requireNonNull(folder.getParent()))) {
            List<String> shipped =
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name ->
                                    name.endsWith(".yaml") && !name.equals("everything.yaml"))
                            .toList();

            assertThat(library.all())
                    .extracting(entry -> entry.protocol().id() + ".yaml")
                    .containsExactlyInAnyOrderElementsOf(shipped);
        }
    }

    @Test
    void shipped_files_have_nothing_to_remark() {
        for (Library.Entry entry : library.all()) {
            assertThat(TestFiles.read(entry.text()).remarks()).isEmpty();
        }
    }

    @Test
    void a_protocol_is_found_by_name_or_alias_however_it_is_typed() {
        for (String typed :
                List.of(
                        "tuning",
                        "Tuning",
                        " critical-friends ",
                        "Critical Friends",
                        "critical_friends")) {
            assertThat(library.find(typed))
                    .as(typed)
                    .extracting(entry -> entry.protocol().id())
                    .isEqualTo("tuning");
        }
        assertThat(library.find("consultancy")).isNull();
    }

    @Test
    void a_misspelt_name_gets_a_proposal() {
        assertThat(library.nearest("tunning")).isEqualTo("tuning");
        assertThat(library.nearest("critical freinds")).isEqualTo("critical-friends");
        assertThat(library.nearest("something else")).isNull();
    }

    @Test
    void what_a_session_stores_reads_back_as_the_same_protocol() {
        Library.Entry entry = Objects.requireNonNull(library.find("tuning"));

        Loaded again = TestFiles.read(entry.text());

        assertThat(again.protocol()).isEqualTo(entry.protocol());
        assertThat(again.text()).isEqualTo(entry.text());
        assertThat(again.hash()).isEqualTo(entry.hash()).hasSize(64);
    }

    @Test
    void tuning_fits_its_hour_and_ends_with_a_milestone() {
        Library.Entry entry = Objects.requireNonNull(library.find("tuning"));
        Protocol tuning = entry.protocol();

        assertThat(tuning.liveLength()).isEqualTo(Duration.ofMinutes(53));
        assertThat(tuning.announced()).isEqualTo(Duration.ofMinutes(60));
        assertThat(tuning.credit()).contains("McDonald").contains("our own");
        assertThat(tuning.steps().getLast()).isInstanceOf(Step.Keep.class);
        assertThat(entry.summary())
                .isEqualTo(
                        "Tuning a plan with critical friends. 5 to 12 people, 53 min live or up to 13 working days.");
    }

    @Test
    void protocols_are_offered_in_the_order_of_the_index() {
        assertThat(library.all())
                .extracting(entry -> entry.protocol().id())
                .containsExactly(
                        "targeted-networking", "tuning", "one-two-four-all", "consent-decision");
    }

    @Test
    void each_tells_its_length_from_the_shortest_way_to_the_longest() {
        assertThat(library.all())
                .extracting(Library.Entry::summary)
                .containsExactly(
                        "Targeted networking. 4 to 24 teams, 60 to 80 min live or up to 40 working days.",
                        "Tuning a plan with critical friends. 5 to 12 people, 53 min live or up to 13 working days.",
                        "1-2-4-All. 4 or more people, 20 min live or up to 6 working days.",
                        "Decide by consent. 3 to 10 people, 22 to 60 min live or up to 24 working days.");
    }

    @Test
    void no_way_through_a_shipped_protocol_is_longer_than_announced() {
        for (Library.Entry entry : library.all()) {
            assertThat(entry.protocol().longest().live())
                    .isLessThanOrEqualTo(Objects.requireNonNull(entry.protocol().announced()));
        }
    }

    @Test
    void every_moment_of_a_shipped_protocol_has_a_line_to_read_aloud() {
        for (Library.Entry entry : library.all()) {
            assertThat(entry.protocol().steps())
                    .filteredOn(step -> step.heading().timing().live() != null)
                    .allSatisfy(step ->
                            assertThat(step.heading().readAloud()).as(step.title()).isNotBlank());
        }
    }
}
