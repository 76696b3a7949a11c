package org.convenor.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.convenor.protocol.Mode;
import org.convenor.protocols.Loaded;
import org.convenor.protocols.ProtocolFile;
import org.convenor.runtime.ProtocolShelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever file the checker accepts: people come to its end.
class AnyFileTest {
    /// Only for a machine that stands still: what never ends is stopped by its moves.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// More than any of these files needs.
    private static final int MANY_MOVES = 2_500;

    @Property(tries = 14, shrinking = ShrinkingMode.OFF)
    void any_accepted_file_comes_to_its_end(@ForAll long seed) {
        comesToItsEnd(seed);
    }

    /// Each was once a failure.
    @ParameterizedTest
    @ValueSource(longs = {1, -6171939115509770514L})
    void what_once_went_wrong_comes_to_its_end(long seed) {
        comesToItsEnd(seed);
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void the_checker_has_words_for_any_file(@ForAll long seed) {
        var loaded = read(seed);

        assertThat(loaded.remarks()).allSatisfy(remark -> assertThat(remark.text()).isNotBlank());
        assertThat(loaded.protocol() == null).isEqualTo(loaded.summary() == null);
    }

    /// Otherwise the files above would prove little.
    @Test
    void most_files_are_accepted_and_every_kind_of_step_is_among_them() {
        var kinds = new TreeSet<String>();
        int accepted = 0;
        for (long seed = 0; seed < 400; seed++) {
            var protocol = read(seed).protocol();
            if (protocol != null) {
                accepted++;
                protocol.steps().forEach(step -> kinds.add(step.getClass().getSimpleName()));
            }
        }

        assertThat(accepted).isGreaterThan(200);
        assertThat(kinds)
                .contains(
                        "Say", "Ask", "Display", "Turn", "Talk", "Quiet", "Round", "Keep", "Group",
                        "Swap", "Repeat", "When", "Stop", "Decide", "Deal", "Sort");
    }

    static Loaded read(long seed) {
        return ProtocolFile.read(
                "any-file.yaml", AnyFile.of(seed).getBytes(StandardCharsets.UTF_8));
    }

    static void comesToItsEnd(long seed) {
        long file = seed;
        var loaded = read(file);
        while (loaded.protocol() == null) {
            file++;
            loaded = read(file);
        }
        var protocol = Objects.requireNonNull(loaded.protocol());
        var random = new Random(seed);
        var modes = protocol.modes().stream().sorted().toList();
        Mode mode = modes.get(random.nextInt(modes.size()));
        var cue =
                new Rehearsal.Cue(
                        new ProtocolShelf.Shelved(protocol, loaded.text(), loaded.hash()),
                        AnyTurnout.of(protocol, random),
                        mode,
                        seed);

        var result = new Rehearsal(cue, PATIENCE, new Secrets(protocol, MANY_MOVES)).play();

        var how = "%s%n%s%n%s".formatted(cue.turnout(), mode, loaded.text());
        assertThat(result.ended()).as(how).isTrue();
        assertThat(result.outcome()).as(how).isNotEqualTo("fell_silent");
        assertThat(result.moves()).as(how).isLessThan(MANY_MOVES);
        assertThat(result.contributions()).as(how).isEqualTo(result.acknowledged());
        var transcript =
                result.transcript().stream()
                        .map(Transcript.Entry::text)
                        .collect(Collectors.joining("\n"));
        assertThat(result.steps())
                .as(how)
                .allSatisfy(step -> assertThat(transcript).contains(step));
    }
}
