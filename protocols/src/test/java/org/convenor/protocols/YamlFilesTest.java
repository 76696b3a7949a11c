package org.convenor.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.convenor.protocol.Protocol;
import org.junit.jupiter.api.Test;

/// What the bot asks about protocol files.
final class YamlFilesTest {
    private final YamlFiles files = new YamlFiles();
    private final String tuning = Objects.requireNonNull(Library.shipped().find("tuning")).text();

    private Protocol read(String text) {
        var checked = files.check(text.getBytes(StandardCharsets.UTF_8));
        assertThat(checked.remarks()).isEmpty();
        return Objects.requireNonNull(checked.protocol());
    }

    @Test
    void a_copy_is_the_same_protocol_under_its_own_name_alone() {
        var copy = files.copy(tuning, "our-tuning");

        var protocol = read(copy);
        assertThat(protocol.id()).isEqualTo("our-tuning");
        assertThat(protocol.version()).isEqualTo(1);
        assertThat(protocol.aliases()).isEmpty();
        assertThat(protocol.steps()).isEqualTo(read(tuning).steps());
        assertThat(copy.lines().count()).isEqualTo(tuning.lines().count() - 1);
    }

    @Test
    void other_names_in_a_list_and_a_later_version_go_too() {
        var text =
                tuning.replace("version: 1\n", "version: 12 # in May\n")
                        .replace(
                                "also named: critical-friends\n",
                                "Also named:\n  - critical-friends\n- friends\n");

        var protocol = read(files.copy(text, "ours"));

        assertThat(protocol.version()).isEqualTo(1);
        assertThat(protocol.aliases()).isEmpty();
    }

    @Test
    void a_summary_says_for_how_many_and_how_long() {
        assertThat(files.summary(read(tuning)))
                .startsWith("5 to 12 people, ")
                .contains(" live or up to ")
                .endsWith(".");
    }

    @Test
    void a_name_is_easy_to_type_and_no_path() {
        assertThat(files.isName("our-tuning-2")).isTrue();
        assertThat(files.isName("../tuning")).isFalse();
        assertThat(files.isName("Our tuning")).isFalse();
        assertThat(files.isName("")).isFalse();
        assertThat(files.isName("a".repeat(41))).isFalse();
    }

    @Test
    void what_is_no_text_is_explained() {
        var checked = files.check(new byte[] {'P', 'K', 3, 4, 0});

        assertThat(checked.protocol()).isNull();
        assertThat(checked.remarks().getFirst().text()).startsWith("This is a Word, Excel or zip");
    }

    @Test
    void a_table_becomes_a_protocol_that_is_called_after_its_name() {
        var table = bytes("kind,text,who,live,async\nsay,Welcome,,3 min,none\n");

        assertThat(files.isTable(table)).isTrue();
        assertThat(files.isTable(bytes(tuning))).isFalse();
        assertThat(idOf(table, "A first look!")).isEqualTo("a-first-look");
        assertThat(idOf(table, "初回")).isEqualTo("our-protocol");
        assertThat(idOf(table, "a b ".repeat(19))).hasSizeLessThanOrEqualTo(40);
    }

    private String idOf(byte[] table, String name) {
        var checked = files.checkTable(table, name, "To look.");
        assertThat(checked.remarks()).isEmpty();
        return Objects.requireNonNull(checked.protocol()).id();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
