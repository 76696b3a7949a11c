package org.convenor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.FileInputElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.NumberInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.convenor.chat.Form;
import org.convenor.slack.testing.FakeSlack;
import org.convenor.slack.testing.FakeView;
import org.convenor.slack.testing.Interactions;
import org.convenor.view.CardWords;
import org.junit.jupiter.api.Test;

class ModalViewTest {
    private static final CardWords WORDS = CardWords.of(Locale.ENGLISH);

    private static Form form(Form.Field... fields) {
        return new Form("Title", "", "", List.of(fields), "Send", Samples.press("answer"));
    }

    private static Form.Field field(Form.Input input, String value) {
        return new Form.Field("f0", "Label", "", input, false, value);
    }

    private static BlockElement element(Form.Input input) {
        return ModalView.render(form(field(input, "")), WORDS).getBlocks().stream()
                .filter(InputBlock.class::isInstance)
                .map(block -> ((InputBlock) block).getElement())
                .findFirst()
                .orElseThrow();
    }

    private static Form.Input.Pick pick(int options, int most) {
        return new Form.Input.Pick(
                IntStream.range(0, options)
                        .mapToObj(i -> new Form.Option("v" + i, "Option " + i))
                        .toList(),
                most);
    }

    @Test
    void a_long_title_stands_above_the_form_in_full() {
        var view = ModalView.render(Samples.form("change"), WORDS);

        assertThat(view.getTitle().getText()).isEqualTo("What will you change…");
        assertThat(Json.of(view)).contains("What will you change next, and by when?");
    }

    @Test
    void few_options_stand_below_each_other_and_many_are_a_list() {
        assertThat(element(pick(3, 1))).isInstanceOf(RadioButtonsElement.class);
        assertThat(element(pick(11, 1))).isInstanceOf(StaticSelectElement.class);
        assertThat(element(pick(3, 2))).isInstanceOf(CheckboxesElement.class);
        assertThat(element(pick(11, 2))).isInstanceOf(MultiStaticSelectElement.class);
        assertThat(((StaticSelectElement) element(pick(250, 1))).getOptionGroups()).hasSize(3);
    }

    @Test
    void a_scale_is_shown_by_its_length() {
        assertThat(element(new Form.Input.Scale(1, 5, "low", "high")))
                .isInstanceOf(RadioButtonsElement.class);
        assertThat(element(new Form.Input.Scale(0, 10, "low", "high")))
                .isInstanceOf(StaticSelectElement.class);
        assertThat(element(new Form.Input.Scale(0, 1_000, "low", "high")))
                .isInstanceOf(NumberInputElement.class);
        assertThat(element(new Form.Input.File(9))).isInstanceOf(FileInputElement.class);
    }

    @Test
    void options_that_are_cut_stand_above_in_full() {
        var view = Json.of(ModalView.render(Samples.form("choices"), WORDS));

        assertThat(view).contains("In full:", "for the teacher alone", "Choose up to 2.");
    }

    @Test
    void what_is_filled_in_comes_back_by_field() {
        try (var slack = FakeSlack.start(InstantSource.system())) {
            var form = Samples.form("change");
            var sent =
                    submit(slack, form, Map.of("f0", "More visits", "f1", "2027-06-01", "f2", "5"));

            assertThat(FormAnswers.of(sent).values())
                    .isEqualTo(Map.of("f0", "More visits", "f1", "2027-06-01", "f2", "5"));
        }
    }

    @Test
    void several_options_and_a_file_come_back() {
        try (var slack = FakeSlack.start(InstantSource.system())) {
            var file = slack.upload("tuning.yaml", new byte[] {1});
            var sent = submit(slack, Samples.form("choices"), Map.of("f0", "a\nc", "f2", file));

            var answers = FormAnswers.of(sent);

            assertThat(answers.values()).isEqualTo(Map.of("f0", "a\nc"));
            assertThat(answers.files()).isEqualTo(Map.of("f2", file));
        }
    }

    @Test
    void an_option_longer_than_slack_carries_comes_back_whole() {
        var words = "A very long option. ".repeat(12);
        var input =
                new Form.Input.Pick(
                        List.of(new Form.Option(words, words), new Form.Option("b", "b")), 1);
        var form = form(field(input, words));
        try (var slack = FakeSlack.start(InstantSource.system())) {
            var answers = FormAnswers.of(submit(slack, form, Map.of()));

            assertThat(answers.hasDigests()).isTrue();
            assertThat(answers.resolved(form).values()).isEqualTo(Map.of("f0", words));
        }
    }

    private static View submit(FakeSlack slack, Form form, Map<String, String> typed) {
        var workspace = slack.workspace("T1");
        var user = workspace.addUser("Bo");
        var view = JsonParser.parseString(Json.of(ModalView.render(form, WORDS))).getAsJsonObject();
        var payload =
                new Interactions(slack)
                        .submit(workspace, new FakeView("V1", user, "h", view), typed);
        return GsonFactory.createSnakeCase().fromJson(payload.get("view"), View.class);
    }
}
