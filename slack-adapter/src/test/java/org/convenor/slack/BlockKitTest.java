package org.convenor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.view.CardWords;
import org.convenor.view.Markup;
import org.junit.jupiter.api.Test;

class BlockKitTest {
    private static final CardWords WORDS = CardWords.of(Locale.ENGLISH);

    private static Rendered render(Part... parts) {
        return BlockKit.render(new Message("Summary", List.of(parts)), WORDS);
    }

    private static String json(Part... parts) {
        return Json.of(render(parts).blocks());
    }

    @Test
    void the_small_markdown_becomes_what_it_means() {
        var json =
                json(
                        new Part.Text(
                                "One **bold *and italic*** `a*b`\n- [a plan](https://x.example/a_b)\n> quoted"));

        assertThat(json)
                .contains(
                        "{\"type\":\"text\",\"text\":\"bold \",\"style\":{\"bold\":true}}",
                        "{\"type\":\"text\",\"text\":\"and italic\",\"style\":{\"bold\":true,\"italic\":true}}",
                        "{\"type\":\"text\",\"text\":\"a*b\",\"style\":{\"code\":true}}",
                        "{\"type\":\"link\",\"url\":\"https://x.example/a_b\",\"text\":\"a plan\"}",
                        "\"type\":\"rich_text_list\"",
                        "\"type\":\"rich_text_quote\"");
    }

    @Test
    void a_name_inside_our_own_words_is_never_formatting() {
        var name = "*[Bo](https://evil.example)* <!here>";

        var json = json(new Part.Text("**" + Markup.escape(name) + "** leads now."));

        assertThat(json)
                .contains("\"text\":\"*[Bo](")
                .contains("\\u003c!here\\u003e\",\"style\":{\"bold\":true}")
                .doesNotContain("\"text\":\"Bo\"");
    }

    @Test
    void somebodys_words_stand_as_they_were_typed() {
        var said = new Part.Said("Bo", "East", "<!channel> **not bold** :x:\n@here", "added later");

        assertThat(json(said))
                .contains("\\u003c!channel\\u003e **not bold** :x:\\n@here")
                .contains("\"text\":\"Bo\",\"style\":{\"bold\":true}", " · East", "added later");
    }

    @Test
    void a_link_shows_where_it_leads() {
        var json =
                json(new Part.Said(null, null, "See (https://x.example/a(b)). https://[no", null));

        assertThat(json)
                .contains("{\"type\":\"link\",\"url\":\"https://x.example/a(b)\"}")
                .contains(". https://[no");
    }

    @Test
    void the_text_beside_the_blocks_mentions_nobody() {
        var rendered =
                BlockKit.render(
                        new Message("<!channel> & <https://a.example|b>", List.of()), WORDS);

        assertThat(rendered.text()).isEqualTo("&lt;!channel&gt; &amp; &lt;https://a.example|b&gt;");
    }

    @Test
    void a_deadline_is_put_into_the_readers_own_time() {
        var json = json(Samples.message("step").parts().get(2));

        assertThat(json)
                .contains("\"text\":\"Until \"", "\"type\":\"date\"", "\"format\":\"{time}\"")
                .contains("\"fallback\":\"24 Nov 2026 15:10 UTC\"");
    }

    @Test
    void a_name_from_right_to_left_turns_nothing_around_it() {
        var json = json(new Part.Said("אורי\u202E", "East", "x", null));

        assertThat(json).contains("\"\u2068אורי\u2069\"").doesNotContain("\u202E");
    }

    @Test
    void a_button_carries_its_press_and_says_what_it_belongs_to() {
        var press = Samples.press("stop");
        var choice = new Part.Choice("Stop", press, Part.Emphasis.DANGER, "Really?");

        var blocks = render(new Part.Heading("Tuning"), new Part.Choices(List.of(choice))).blocks();

        assertThat(blocks.getFirst()).isInstanceOf(HeaderBlock.class);
        var button = (ButtonElement) ((ActionsBlock) blocks.getLast()).getElements().getFirst();
        assertThat(Press.parse(button.getValue())).isEqualTo(press);
        assertThat(button.getStyle()).isEqualTo("danger");
        assertThat(button.getAccessibilityLabel()).isEqualTo("Stop, Tuning");
        assertThat(button.getConfirm().getText().getText()).isEqualTo("Really?");
        assertThat(button.getConfirm().getDeny().getText()).isEqualTo("No, go back");
    }

    @Test
    void many_buttons_take_several_rows() {
        var choice = new Part.Choice("Go", Samples.press("go"), Part.Emphasis.PLAIN, null);

        var blocks = render(new Part.Choices(Collections.nCopies(60, choice))).blocks();

        assertThat(blocks)
                .extracting(block -> ((ActionsBlock) block).getElements().size())
                .containsExactly(25, 25, 10);
    }

    @Test
    void what_is_too_long_is_cut_before_its_end_and_keeps_its_buttons() {
        var long1 = new Part.Said("Bo", null, "word ".repeat(560), null);
        var parts = new ArrayList<Part>(Collections.nCopies(9, long1));
        parts.add(
                new Part.Choices(
                        List.of(
                                new Part.Choice(
                                        "Go", Samples.press("go"), Part.Emphasis.PLAIN, null))));

        var rendered = BlockKit.render(new Message("Long", parts), WORDS);

        assertThat(Json.of(rendered.blocks()))
                .hasSizeLessThan(13_000)
                .contains("There is more than fits here.");
        assertThat(rendered.blocks().getLast()).isInstanceOf(ActionsBlock.class);
        assertThat(rendered.blocks()).hasSize(6);
    }

    @Test
    void a_text_longer_than_a_block_is_parted_between_words() {
        var blocks = render(new Part.Text("word ".repeat(900))).blocks();

        assertThat(blocks).hasSize(2);
        assertThat(Json.of(blocks)).doesNotContain("wor\"", "\"text\":\"d ");
    }

    @Test
    void a_picture_is_shown_if_slack_can_fetch_it_and_told_otherwise() {
        var blocks = render(new Part.Picture("https://x.example/a.png", "A chart")).blocks();

        assertThat(blocks.getFirst()).isInstanceOf(ImageBlock.class);
        assertThat(json(new Part.Picture("/assets/a.png", "A chart"))).contains("\"A chart\"");
    }

    @Test
    void thirty_people_fit() {
        var people =
                IntStream.range(0, 30)
                        .mapToObj(i ->
                                new Part.PersonLine(
                                        "Person " + i, "North Valley", "to come", i == 3))
                        .toList();

        assertThat(json(new Part.Heading("Round"), new Part.People(people)))
                .contains("Person 29")
                .doesNotContain("more than fits");
    }
}
