package org.convenor.protocols;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.convenor.protocol.Protocol;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.protocol.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A table of steps becomes a protocol.
class ProtocolTableTest {
    private static final ProtocolTable.Top TOP =
            new ProtocolTable.Top("first-look", "A first look", "See whether \"tables\": work.");

    private static final String CSV =
            """
            kind,text,who,live,async
            role,presenter,1 person,,
            people,5 to 12,,,
            say,"Welcome: we start now, together.",,1 min,
            turn,"Tell us the ""goal"".",presenter,5 min,1 day
            talk,Talk with each other.,everyone,8 min,2 days
            """;

    @Test
    void every_row_becomes_a_step() {
        Protocol protocol = sound(CSV);

        assertThat(protocol.id()).isEqualTo("first-look");
        assertThat(protocol.name()).isEqualTo("A first look");
        assertThat(protocol.purpose()).isEqualTo("See whether \"tables\": work.");
        assertThat(protocol.people().least()).isEqualTo(5);
        assertThat(protocol.steps())
                .extracting(Step::title)
                .containsExactly(
                        "Welcome: we start now, together",
                        "Tell us the \"goal\"",
                        "Talk with each other");
        assertThat(protocol.steps().get(0).heading().text())
                .isEqualTo("Welcome: we start now, together.");
        assertThat(protocol.steps().get(1).who()).isEqualTo(Who.role("presenter"));
    }

    @Test
    void commas_semicolons_tabs_and_bars_say_the_same() {
        String tabs =
                "Kind\tText\tWho\tLive\tAsync\nsay\tWelcome, all.\t\t1 min\t\ntalk\tTalk.\teveryone\t8 min\t2 days\n";
        String markdown =
                """
                | Async | **Kind** | Text | Who | Live |
                |---|:--|---|---|---|
                | | `say` | Welcome, all. | | 1 min |
                | 2 days | talk | Talk. | everyone | 8 min |
                """;

        Protocol pasted = sound(tabs);

        assertThat(sound(tabs.replace('\t', ';'))).isEqualTo(pasted);
        assertThat(sound(tabs.replace("Welcome, all.", "\"Welcome, all.\"").replace('\t', ',')))
                .isEqualTo(pasted);
        assertThat(sound(markdown)).isEqualTo(pasted);
        assertThat(sound("\uFEFF" + tabs.replace("\n", "\r\n"))).isEqualTo(pasted);
    }

    @Test
    void further_columns_hold_any_word_of_the_language() {
        Protocol protocol =
                sound(
                        """
                        kind;title;text;who;answer;save as;becomes;live;async
                        ask;Next step;What will you try?;each team;"what: short text
                        by: date";next step;;2 min;2 days
                        keep;;next step;;;;milestone;;
                        """);

        Step.Ask ask = (Step.Ask) protocol.steps().getFirst();
        assertThat(ask.answer().fields()).hasSize(2);
        assertThat(ask.title()).isEqualTo("Next step");
        assertThat(protocol.steps().getLast().title()).isEqualTo("Next step (2)");
    }

    @Test
    void repeat_and_when_open_blocks_that_end_closes() {
        Protocol protocol =
                sound(
                        """
                        kind,text,who,live,async,method,at most
                        repeat,until there are no objections,,,,,3 rounds
                        decide,Can we go ahead?,,3 min,1 day,consent,
                        when,there are objections,,,,,
                        round,What would it get in the way of?,people who objected,3 min,1 day,,
                        end,,,,,,
                        if still open,,,,,,
                        stop,not decided,,,,,
                        end,,,,,,
                        say,Thank you.,,1 min,,,
                        """);

        Step.Repeat repeat = (Step.Repeat) protocol.steps().getFirst();
        assertThat(repeat.times()).isInstanceOf(Times.UntilTrue.class);
        assertThat(repeat.body()).isEqualTo(3);
        assertThat(repeat.ifStillOpen()).isEqualTo(1);
        assertThat(protocol.steps().getLast().heading().text()).isEqualTo("Thank you.");
    }

    @Test
    void a_meanwhile_row_runs_beside_the_row_before() {
        Protocol protocol =
                sound(
                        """
                        kind,text,who,live,async,save as,becomes
                        talk,Talk.,everyone,5 min,1 day,,
                        meanwhile,What will you change?,everyone,,,change,
                        keep,change,,,,,note
                        """);

        assertThat(protocol.steps().getFirst().meanwhile()).isNotNull();
        assertThat(protocol.steps()).hasSize(2);
    }

    @Test
    void mistakes_are_told_by_row() {
        Loaded loaded =
                read(
                        """
                        kind,text,who,live,async
                        say,Welcome.,,1,

                        talk,Talk.,freinds,5 min,1 day
                        """);

        assertThat(loaded.protocol()).isNull();
        assertThat(loaded.remarks()).extracting(Remark::line).containsExactly(2, 4);
        assertThat(TestFiles.texts(loaded))
                .satisfiesExactly(
                        text -> assertThat(text).contains("Write “1 min”"),
                        text -> assertThat(text).contains("there is no role “freinds”"));
    }

    @Test
    void a_row_is_named_where_another_row_is_meant() {
        assertThat(
                        TestFiles.texts(
                                read(
                                        """
                                        kind,title,text,live
                                        say,Hello,One.,1 min
                                        say,Hello,Two.,1 min
                                        """)))
                .singleElement()
                .asString()
                .contains("The step in row 2 has the same title");
    }

    @Test
    void columns_that_make_no_sense_are_named() {
        assertThat(TestFiles.texts(read("knd,text\nsay,x\n")))
                .anySatisfy(text -> assertThat(text).contains("“knd”. Did you mean “kind”?"));
        assertThat(TestFiles.texts(read("kind,text,text\nsay,x,y\n")))
                .containsExactly("There are two columns “text”. Keep one of them.");
        assertThat(TestFiles.texts(read("who,live\nall,1 min\n")))
                .containsExactly(
                        "The first row must name the columns: kind, text, who, live and async.");
    }

    @Test
    void blocks_that_do_not_close_are_named() {
        assertThat(texts("repeat,3 rounds,\nsay,x,1 min\n"))
                .anySatisfy(text -> assertThat(text).contains("never closed"));
        assertThat(texts("say,x,1 min\nend,,\n"))
                .anySatisfy(text -> assertThat(text).contains("closes a block, and none is open"));
        assertThat(texts("if still open,,\nsay,x,1 min\n"))
                .anySatisfy(text -> assertThat(text).contains("“if still open” belongs"));
        assertThat(texts("meanwhile,x,\nsay,x,1 min\n"))
                .anySatisfy(text -> assertThat(text).contains("Nothing stands before this row"));
        assertThat(texts(",x,1 min\nsay,x,1 min\n"))
                .anySatisfy(text -> assertThat(text).contains("does not say what happens"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "kind",
                "kind,text",
                "kind,text\n\"say,x",
                "|",
                "| kind | text |\n|",
                "\t\t",
                "kind;text\nsay;{x",
                "kind,text\nsay,\"a\"b\"c\"",
                "kind,text,answer\nask,x,: ; :"
            })
    void odd_tables_get_plain_sentences(String text) {
        Loaded loaded = read(text);

        assertThat(loaded.protocol()).isNull();
        assertThat(loaded.remarks()).isNotEmpty();
        assertThat(loaded.remarks())
                .allSatisfy(remark -> assertThat(remark.text()).doesNotContain("xception"))
                .allSatisfy(remark -> assertThat(remark.line()).isPositive());
    }

    @Test
    void a_table_is_told_from_a_protocol_file() {
        assertThat(ProtocolTable.isTable(CSV)).isTrue();
        assertThat(ProtocolTable.isTable("| Who | Kind | Text |\n|---|---|---|\n")).isTrue();
        assertThat(ProtocolTable.isTable(TestFiles.text("tuning.yaml"))).isFalse();
        assertThat(ProtocolTable.isTable("")).isFalse();
    }

    private static List<String> texts(String rows) {
        return TestFiles.texts(read("kind,text,live\n" + rows));
    }

    private static Loaded read(String table) {
        return ProtocolTable.read(TOP, table.getBytes(UTF_8));
    }

    private static Protocol sound(String table) {
        Loaded loaded = read(table);
        assertThat(loaded.remarks()).isEmpty();
        assertThat(TestFiles.read(loaded.text()).protocol()).isEqualTo(loaded.protocol());
        return Objects.requireNonNull(loaded.protocol());
    }
}
