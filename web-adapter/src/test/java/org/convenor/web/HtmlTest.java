package org.convenor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.SessionId;
import org.junit.jupiter.api.Test;

class HtmlTest {
    private static final Instant NOON = Instant.parse("2026-11-22T18:00:00Z");
    private static final Reading READER =
            new Reading(
                    new Words(Locale.ENGLISH),
                    ZoneId.of("America/Chicago"),
                    NOON,
                    new ChannelId("r1"),
                    "token",
                    null);

    private static String html(Part part) {
        return Html.render(new Message("", List.of(part)), READER);
    }

    @Test
    void the_small_markdown_becomes_what_it_means() {
        var text =
                """
                One **bold *and italic*** word, `code *as is*`.
                Next line with [a plan](https://x.example/a_b_c).

                - first
                - second
                > quoted\
                """;

        assertThat(html(new Part.Text(text)))
                .isEqualTo(
                        "<div class=\"text\" dir=\"auto\"><p>One <strong>bold <em>and italic</em></strong>"
                                + " word, <code>code *as is*</code>.<br>Next line with <a href=\"https://x.example/a_b_c\""
                                + " target=\"_blank\" rel=\"noopener noreferrer nofollow\">a plan</a>.</p>"
                                + "<ul><li>first</li><li>second</li></ul>"
                                + "<blockquote><p>quoted</p></blockquote></div>");
    }

    @Test
    void what_is_no_markdown_of_ours_stands_as_written() {
        assertThat(html(new Part.Text("2 * 3 * 4, ![x](http://y.example/z.png), # no, <br>")))
                .contains("2 * 3 * 4, !<a href=")
                .contains("# no, &lt;br&gt;")
                .doesNotContain("<img", "<em>", "<h1");
    }

    @Test
    void somebodys_words_keep_their_lines_and_gain_links() {
        var said = new Part.Said("Bo", "East", "See (https://x.example/a).\n**not bold**", null);

        assertThat(html(said))
                .contains("(<a href=\"https://x.example/a\"", "</a>).\n**not bold**")
                .contains("<bdi>Bo</bdi>", "<bdi>East</bdi>");
    }

    @Test
    void words_without_a_name_stand_alone_with_their_note() {
        assertThat(html(new Part.Said(null, null, "A thought", null)))
                .isEqualTo(
                        "<figure class=\"said unnamed\"><blockquote dir=\"auto\">A thought</blockquote></figure>");
        assertThat(html(new Part.Said(null, null, "A thought", "added later")))
                .contains("<figcaption><span class=\"note\">added later</span></figcaption>");
    }

    @Test
    void initials_are_whole_letters_of_any_script() {
        assertThat(Html.initials("ada king lovelace")).isEqualTo("AL");
        assertThat(Html.initials("\uD83C\uDF31 Ora")).isEqualTo("O");
        assertThat(Html.initials("𠮷田 太郎")).isEqualTo("𠮷太");
        assertThat(Html.initials("אורי")).isEqualTo("א");
    }

    @Test
    void a_deadline_within_hours_counts_down_and_one_in_days_names_the_day() {
        var soon = new Part.Deadline(NOON.plusSeconds(60), null, Duration.ofMinutes(8));
        var later = new Part.Deadline(NOON.plus(Duration.ofDays(2)), null, Duration.ZERO);

        assertThat(html(soon)).contains("data-deadline=", "data-now=", "Until 12:01\u202fPM");
        assertThat(html(later)).contains("Until Tue 24 Nov, 12:00").doesNotContain("data-deadline");
    }

    @Test
    void whose_turn_it_is_is_said_in_words_too() {
        var people =
                new Part.People(List.of(new Part.PersonLine("Bo", null, "speaking now", true)));

        assertThat(html(people)).contains("aria-current=\"step\"", "speaking now");
    }

    @Test
    void every_field_has_a_label_and_its_hint() {
        var field =
                new Form.Field(
                        "what",
                        "What?",
                        "For \"example\"",
                        new Form.Input.Text(9, true),
                        true,
                        "\nkept");
        var form = form(field);

        assertThat(html(form))
                .containsPattern("<label for=\"(f[0-9a-f]+-what)\">What\\?</label>")
                .containsPattern("aria-describedby=\"f[0-9a-f]+-what-hint\"")
                .contains("For &quot;example&quot;", "aria-required=\"true\"")
                .contains(">\n\nkept</textarea>");
    }

    @Test
    void a_few_options_are_buttons_and_many_are_a_list() {
        var few = pick(3, 1);
        var many = pick(9, 1);

        assertThat(html(form(few))).contains("type=\"radio\"", "<legend>").contains("checked");
        assertThat(html(form(many))).contains("<select", "Choose…").contains("selected");
        assertThat(html(form(pick(9, 2)))).contains("type=\"checkbox\"", "Choose up to 2.");
    }

    @Test
    void a_picture_from_elsewhere_is_only_a_link() {
        assertThat(html(new Part.Picture("https://x.example/a.png", "A chart")))
                .doesNotContain("<img")
                .contains("A chart</a>");
        assertThat(html(new Part.Picture("/assets/icon.svg", "Our sign")))
                .contains("<img src=\"/assets/icon.svg\" alt=\"Our sign\">");
    }

    private static Form.Field pick(int options, int most) {
        var all =
                IntStream.range(0, options)
                        .mapToObj(i -> new Form.Option("v" + i, "Option " + i))
                        .toList();
        return new Form.Field("p", "Pick", "", new Form.Input.Pick(all, most), false, "v1");
    }

    private static Part form(Form.Field field) {
        var press = new Press(new SessionId("s1"), 0, 3, "answer", "");
        return new Part.Fields(new Form("Title", "", "", List.of(field), "Save", press));
    }

    @Test
    void a_count_says_in_words_what_its_bar_shows() {
        var html =
                html(
                        new Part.Bars(
                                List.of(
                                        new Part.Bar("Yes & soon", "3", "Ada, Bo, Cy", 3, 4, true),
                                        new Part.Bar("No", "0", "", 0, 4, false))));

        assertThat(html)
                .contains("<li class=\"best\">", "Yes &amp; soon", ">3</span>", "Ada, Bo, Cy")
                .contains("max=\"4\" value=\"3\" aria-hidden=\"true\"")
                .contains("max=\"4\" value=\"0\"");
    }

    @Test
    void a_group_has_its_people_its_place_its_clock_and_its_buttons() {
        var clock = new Part.Deadline(NOON.plusSeconds(90), null, Duration.ofMinutes(3));
        var press = new Press(new SessionId("s1"), 7, 9, "next", "");
        var next = new Part.Choice("Group 2: go on", press, Part.Emphasis.PLAIN, null);
        var group =
                new Part.GroupLine(
                        "Group 2",
                        List.of("Ada", "<Bo>"),
                        "Talk",
                        clock,
                        false,
                        true,
                        List.of(next));

        var html = html(new Part.Groups(List.of(group)));

        assertThat(html)
                .contains("<li class=\"group own\">", "Group 2", "your group", "Talk")
                .contains("<bdi>Ada</bdi>, <bdi>&lt;Bo&gt;</bdi>")
                .contains("data-deadline=\"" + NOON.plusSeconds(90).toEpochMilli() + "\"")
                .contains("s1~7~9~next~");
    }

    @Test
    void dots_are_counted_by_the_script_and_long_options_never_hide_in_a_list() {
        var words = "A whole sentence about what we would do, longer than any line of a list.";
        var ten = IntStream.range(0, 10).mapToObj(i -> new Form.Option("" + i, i + words)).toList();
        var dots = new Form.Field("f", "Dots", "", new Form.Input.Pick(ten, 3), true, "");
        var one = new Form.Field("g", "One", "", new Form.Input.Pick(ten, 1), true, "");
        var press = new Press(new SessionId("s1"), 0, 1, "answer", "");

        var html =
                html(new Part.Fields(new Form("Vote", "", "", List.of(dots, one), "Send", press)));

        assertThat(html)
                .contains("data-most=\"3\"", "Choose up to 3.", "# of 3 chosen")
                .contains("type=\"checkbox\"", "type=\"radio\"")
                .doesNotContain("<select");
    }
}
