package org.convenor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Press;
import org.convenor.slack.testing.BlockCheck;
import org.convenor.slack.testing.ViewCheck;
import org.convenor.view.CardWords;

/// Whatever is to be shown, Slack takes it.
class AnyMessageTest {
    private static final CardWords WORDS = CardWords.of(Locale.ENGLISH);

    @Provide
    Arbitrary<Message> messages() {
        return AnyMessage.messages();
    }

    @Provide
    Arbitrary<Form> forms() {
        return AnyMessage.forms();
    }

    @Property(tries = 400)
    void any_message_is_taken(@ForAll("messages") Message message) {
        var rendered = BlockKit.render(message, WORDS);
        var json = Json.of(rendered.blocks());

        assertThat(
                        BlockCheck.problems(
                                JsonParser.parseString(json).getAsJsonArray(),
                                BlockCheck.Surface.MESSAGE))
                .isEmpty();
        assertThat(json.length()).isLessThanOrEqualTo(13_200);
        assertThat(rendered.text()).isNotBlank().hasSizeLessThanOrEqualTo(3_000);
    }

    @Property(tries = 200)
    void nothing_in_a_message_is_read_for_mentions_and_links(@ForAll("messages") Message message) {
        var rendered = BlockKit.render(message, WORDS);

        assertThat(Json.of(rendered.blocks()))
                .doesNotContain(
                        "\"mrkdwn\"",
                        "\"broadcast\"",
                        "\"usergroup\"",
                        "\"user\"",
                        "\"type\":\"markdown\"",
                        "\"emoji\":true");
        assertThat(rendered.text()).doesNotContain("<", ">");
    }

    @Property(tries = 300)
    void any_form_is_taken(@ForAll("forms") Form form) {
        var view = JsonParser.parseString(Json.of(ModalView.render(form, WORDS))).getAsJsonObject();

        assertThat(ViewCheck.problems(view)).isEmpty();
    }

    @Property(tries = 100)
    void the_press_of_a_form_comes_back(@ForAll("forms") Form form) {
        var view = ModalView.render(form, WORDS);

        assertThat(Press.parse(view.getPrivateMetadata())).isEqualTo(form.submit());
        assertThat(FormAnswers.of(view))
                .isEqualTo(new FormAnswers(Map.of(), Map.of()))
                .extracting(FormAnswers::hasDigests)
                .isEqualTo(false);
        assertThat(List.of(view.getCallbackId())).containsExactly(ModalView.CALLBACK);
    }
}
