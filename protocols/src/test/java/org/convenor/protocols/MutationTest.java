package org.convenor.protocols;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Damaged files: whatever happens to a file, its author gets sentences, soon.
class MutationTest {
    private static final List<String> FILES =
            List.of(TestFiles.text("tuning.yaml"), TestFiles.text("everything.yaml"));

    private static final String SIGNS = " \t\n:-#|>\"'{}[]*&!%@`,?–“ \\\u0000\u0085\u2028é🙂x5";

    @Property(tries = 1000)
    void changed_bytes_never_break_the_reader(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int changes) {
        byte[] bytes = FILES.get(random.nextInt(FILES.size())).getBytes(UTF_8);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }

        answersSoon(bytes);
    }

    @Property(tries = 1500)
    void signs_put_in_or_taken_out_never_break_the_reader(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 6) int changes) {
        StringBuilder text = new StringBuilder(FILES.get(random.nextInt(FILES.size())));
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
            } else {
                text.deleteCharAt(at);
            }
        }

        answersSoon(text.toString().getBytes(UTF_8));
    }

    @Property(tries = 1500)
    void lines_lost_doubled_moved_or_indented_never_break_the_reader(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int changes) {
        List<String> lines =
                new ArrayList<>(FILES.get(random.nextInt(FILES.size())).lines().toList());
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(5)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, line);
                case 2 -> lines.add(random.nextInt(lines.size()), line);
                case 3 -> lines.set(at, " ".repeat(random.nextInt(4)) + line);
                default -> lines.set(at, line.replaceFirst("^ {1,4}", ""));
            }
        }

        answersSoon(String.join("\n", lines).getBytes(UTF_8));
    }

    @Property(tries = 500)
    void any_bytes_are_answered(@ForAll @Size(max = 400) byte[] bytes) {
        answersSoon(bytes);
    }

    private static void answersSoon(byte[] bytes) {
        Loaded loaded = TestFiles.soon(bytes);

        assertThat(loaded.protocol() == null)
                .isEqualTo(loaded.remarks().stream().anyMatch(r -> r.severity() == Severity.ERROR));
        assertThat(loaded.remarks()).isSortedAccordingTo(Comparator.comparingInt(Remark::line));
        assertThat(loaded.remarks()).allSatisfy(MutationTest::isPlain);
        if (loaded.protocol() != null) {
            assertThat(TestFiles.read(loaded.text()).protocol()).isEqualTo(loaded.protocol());
        }
    }

    private static void isPlain(Remark remark) {
        assertThat(remark.line()).isPositive();
        assertThat(remark.text()).isNotBlank().doesNotContain("\n").hasSizeLessThan(700);
        assertThat(remark.text())
                .doesNotContain("Exception")
                .doesNotContain("scalar")
                .doesNotContain("null");
    }
}
