package org.convenor.protocols;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Damaged files: whatever happens to a file, its author gets sentences, soon.
class MutationTest {
    private static final List<String> FILES =
            Stream.of(
                            "tuning.yaml",
                            "targeted-networking.yaml",
                            "one-two-four-all.yaml",
                            "consent-decision.yaml",
                            "everything.yaml",
                            "whole.yaml")
                    .map(TestFiles::text)
                    .toList();

    /// What a remark quotes from the file may hold any word.
    private static final Pattern OWN = Pattern.compile("“[^”]*”");

    private static final Pattern JARGON =
            Pattern.compile(
                    "(?i)exception|scalar|token|sequence|parse|null|regex|org\\.|java|\\.yaml:");

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

    @Property(tries = 1000)
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

    @Property(tries = 1000)
    void lines_lost_doubled_moved_or_indented_never_break_the_reader(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int changes) {
        List<String> lines = lines(random);
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

    @Property(tries = 1000)
    void words_of_one_place_in_another_never_break_the_reader(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 6) int changes) {
        List<String> lines = lines(random);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(lines.size());
            String[] here = lines.get(at).split(":", 2);
            String[] there = lines.get(random.nextInt(lines.size())).split(":", 2);
            if (here.length == 2 && there.length == 2) {
                boolean keys = random.nextBoolean();
                String indent = here[0].replaceAll("[^ -].*", "");
                lines.set(
                        at,
                        keys
                                ? indent + there[0].replaceAll("^[ -]*", "") + ":" + here[1]
                                : here[0] + ":" + there[1]);
            }
        }

        answersSoon(String.join("\n", lines).getBytes(UTF_8));
    }

    @Property(tries = 1000)
    void blocks_moved_copied_or_nested_deeper_never_break_the_reader(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 4) int changes) {
        List<String> lines = lines(random);
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(lines.size());
            int to = Math.min(lines.size(), from + 1 + random.nextInt(12));
            int shift = 2 * random.nextInt(4);
            List<String> block =
                    lines.subList(from, to).stream().map(line -> " ".repeat(shift) + line).toList();
            if (random.nextBoolean()) {
                lines.subList(from, to).clear();
            }
            lines.addAll(random.nextInt(lines.size() + 1), block);
        }

        answersSoon(String.join("\n", lines).getBytes(UTF_8));
    }

    @Property(tries = 500)
    void any_table_is_answered(@ForAll Random random, @ForAll @Size(max = 300) byte[] bytes) {
        byte[] heading = "kind,text,who,live,async\n".getBytes(UTF_8);
        byte[] table = Arrays.copyOf(heading, heading.length + bytes.length);
        System.arraycopy(bytes, 0, table, heading.length, bytes.length);
        ProtocolTable.Top top = new ProtocolTable.Top("it", "It", "Try.");

        Loaded loaded = ProtocolTable.read(top, random.nextBoolean() ? table : bytes);

        assertThat(loaded.remarks()).allSatisfy(MutationTest::isPlain);
        assertThat(loaded.protocol() == null).isEqualTo(!loaded.remarks().isEmpty());
    }

    private static List<String> lines(Random random) {
        return new ArrayList<>(FILES.get(random.nextInt(FILES.size())).lines().toList());
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
        assertThat(loaded.remarks())
                .allSatisfy(
                        remark -> assertThat(remark.line()).isLessThanOrEqualTo(lineCount(bytes)));
        if (loaded.protocol() != null) {
            assertThat(TestFiles.read(loaded.text()).protocol()).isEqualTo(loaded.protocol());
        }
    }

    private static int lineCount(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        return 1 + (int) text.chars().filter(sign -> sign == '\n' || sign == '\r').count();
    }

    private static void isPlain(Remark remark) {
        assertThat(remark.line()).isPositive();
        assertThat(remark.text()).isNotBlank().doesNotContain("\n").hasSizeLessThan(900);
        assertThat(remark.text()).matches("(?s).*[.?”]");
        assertThat(OWN.matcher(remark.text()).replaceAll("")).doesNotContainPattern(JARGON);
    }
}
