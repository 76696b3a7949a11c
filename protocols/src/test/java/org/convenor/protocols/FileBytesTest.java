package org.convenor.protocols;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever bytes come, the answer is a plain sentence within a second.
class FileBytesTest {
    private static final String TUNING = TestFiles.text("tuning.yaml");

    @Test
    void an_empty_file_says_so() {
        assertThat(only(new byte[0])).startsWith("This file is empty.");
        assertThat(only("\n  \n".getBytes(UTF_8))).startsWith("This file is empty.");
    }

    @Test
    void a_file_of_fifty_megabytes_is_not_even_decoded() {
        assertThat(only(new byte[50_000_000])).startsWith("This file has 50,000 KB.");
    }

    @Test
    void binary_files_are_named_for_what_they_are() {
        byte[] rubbish = new byte[5000];
        new Random(1).nextBytes(rubbish);

        assertThat(only(rubbish)).startsWith("This is not a text file.");
        assertThat(only(new byte[] {'P', 'K', 3, 4, 20, 0})).contains("Word, Excel or zip file");
        assertThat(only("%PDF-1.7 %âãÏÓ".getBytes(ISO_8859_1))).contains("PDF");
        assertThat(only("protocol: a\u0007b".getBytes(UTF_8))).contains("cannot be printed");
    }

    @Test
    void another_encoding_is_named_with_the_way_out() {
        assertThat(only(TUNING.getBytes(UTF_16))).contains("UTF-16").contains("UTF-8");
        assertThat(only(TUNING.getBytes(UTF_16LE))).startsWith("This is not a text file.");

        Loaded latin = ProtocolFile.read("it", "protocol: x\nname: Café\n".getBytes(ISO_8859_1));
        assertThat(latin.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.line()).isEqualTo(2))
                .satisfies(remark -> assertThat(remark.text()).contains("UTF-8"));
    }

    @Test
    void a_byte_order_mark_and_line_ends_of_windows_change_nothing() {
        Loaded plain = TestFiles.read(TUNING);

        Loaded marked = TestFiles.read("\uFEFF" + TUNING);
        Loaded windows = TestFiles.read(TUNING.replace("\n", "\r\n"));
        Loaded old = TestFiles.read(TUNING.replace("\n", "\r"));

        assertThat(marked).isEqualTo(plain);
        assertThat(windows).isEqualTo(plain);
        assertThat(old).isEqualTo(plain);
    }

    @Test
    void emoji_and_right_to_left_text_are_welcome() {
        String text = TUNING.replace("How we work", "איך אנחנו עובדים 🤝");

        assertThat(TestFiles.read(text).remarks()).isEmpty();
    }

    @Test
    void brackets_without_end_are_one_sentence() {
        assertThat(only(("protocol: x\nsteps: " + "[".repeat(50_000)).getBytes(UTF_8)))
                .contains("levels deep");
        assertThat(only(("protocol: x\nsteps: " + "{a: ".repeat(20_000)).getBytes(UTF_8)))
                .contains("levels deep");
        assertThat(only(("protocol: x\n" + "- ".repeat(50_000)).getBytes(UTF_8)))
                .contains("the sign - must stand");
        assertThat(TestFiles.texts(TestFiles.read("protocol: x\nb:" + " -".repeat(50_000))))
                .anySatisfy(text -> assertThat(text).contains("the sign - must stand"));
    }

    @Test
    void aliases_that_multiply_are_refused_at_the_first() {
        StringBuilder bomb = new StringBuilder("protocol: x\na0: [&a0 [x, x]]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: [&a%d [*a%d, *a%d]]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(only(bomb.toString().getBytes(UTF_8))).contains("special meaning");
    }

    @Test
    void repeats_inside_repeats_without_end_are_one_sentence() {
        StringBuilder deep = new StringBuilder("protocol: x\npurpose: y\nsteps:\n");
        for (int i = 0; i < 50; i++) {
            String margin = " ".repeat(4 * i + 2);
            deep.append(margin).append("- repeat: 20 times\n");
            deep.append(margin).append("  title: t").append(i).append('\n');
            deep.append(margin).append("  steps:\n");
        }

        assertThat(only(deep.toString().getBytes(UTF_8))).contains("levels deep");
    }

    @Test
    void the_longest_repetition_that_can_be_written_is_refused_in_time() {
        String text =
                """
                protocol: x
                purpose: y
                people:
                  size: 1 to 9999
                steps:
                  - repeat: for each person
                    title: a
                    steps:
                      - repeat: for each person
                        title: b
                        steps:
                          - repeat: for each person
                            title: c
                            steps:
                              - repeat: for each person
                                title: d
                                steps:
                                  - say: Hello.
                                    title: e
                                    live: 3 hours
                """;

        assertThat(only(text.getBytes(UTF_8))).contains("more than 1,000 moments");
    }

    @Test
    void a_file_of_mistakes_gives_no_more_than_people_can_read() {
        String text = TUNING + "  - tlak: x\n    title: y\n".repeat(5000);

        assertThat(ProtocolFile.read("it", text.getBytes(UTF_8)).remarks())
                .hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void a_long_line_is_read_in_time() {
        Loaded loaded =
                TestFiles.read("protocol: x\npurpose: " + "a:b, ".repeat(30_000) + "\nsteps:\n");

        assertThat(loaded.protocol()).isNull();
    }

    @Test
    void words_repeated_without_end_are_read_in_time() {
        for (String piece :
                new String[] {
                    "a-", "1 min ", "a, ", "{a} ", "a or ", "x: ", "''", "\\\"", "“", "a of "
                }) {
            String words = piece.repeat(2500);
            for (String key :
                    new String[] {"protocol", "purpose", "modes", "people", "announced length"}) {
                TestFiles.read("protocol: x\n" + key + ": " + words + "\n");
            }
            for (String key :
                    new String[] {"who", "live", "async", "answer", "until", "show", "title"}) {
                TestFiles.read("protocol: x\nsteps:\n  - ask: y\n    " + key + ": " + words + "\n");
            }
            for (String key :
                    new String[] {
                        "group",
                        "repeat",
                        "when",
                        "stop",
                        "decide: x\n    needs",
                        "group: pairs\n    avoid",
                        "group: pairs\n    if odd",
                        "group: pairs\n    match",
                        "sort: x\n    into",
                        "decide: x\n    method: dots\n    choices"
                    }) {
                TestFiles.read("protocol: x\nsteps:\n  - " + key + ": " + words + "\n");
            }
            TestFiles.read("protocol: x\nroles:\n  a: " + words + "\nsteps:\n");
        }
    }

    @Test
    void three_hundred_lines_take_milliseconds_once_warm() {
        String text = TUNING + "  - say: Again.\n    title: Title %d\n    live: none\n".repeat(60);
        String long300 = String.format(text, IntStream.range(0, 60).boxed().toArray());
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long start = System.nanoTime();
            assertThat(TestFiles.read(long300).remarks()).isEmpty();
            best = Math.min(best, System.nanoTime() - start);
        }

        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(50));
    }

    private static String only(byte[] bytes) {
        Loaded loaded = TestFiles.soon(bytes);
        assertThat(loaded.protocol()).isNull();
        assertThat(loaded.remarks()).hasSize(1);
        assertThat(loaded.remarks().getFirst().severity()).isEqualTo(Severity.ERROR);
        return loaded.remarks().getFirst().text();
    }
}
