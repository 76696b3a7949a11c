package org.convenor.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.SessionId;

/// Messages and forms of every shape, with texts as people never should but may write them.
final class AnyMessage {
    private static final List<String> NASTY =
            List.of(
                    "",
                    " ",
                    "\n\n",
                    "<!channel> <!here> <!everyone> <!subteam^S1> <@U1> <#C1>",
                    "@here @channel @everyone",
                    "<https://evil.example|https://bank.example>",
                    "[label](https://evil.example) [x](/room) [](https://y.example)",
                    "https://[bad https:// http://a https://ok.example/a_b(c).",
                    "**bold *it* `code`** ~~~ *** ** * ` [ ] ( )",
                    "- \n-\n> \n>\n- a\n> b",
                    ":smile: :x: :+1::skin-tone-3:",
                    "\u202Eevil\u202C \u2066x\u2069 \uFEFF \u0000\u0007",
                    "אורי לוי ומדרסה العربية",
                    "👩🏽‍🚀👨‍👩‍👧‍👦 e\u0301\u0323",
                    "\uD83D",
                    "&amp; < > \" '",
                    "x".repeat(3_100),
                    "word ".repeat(900),
                    "line\n".repeat(700),
                    "**" + "b".repeat(5_000) + "**",
                    "*a ".repeat(2_000),
                    "\\".repeat(101));

    private AnyMessage() {}

    static Arbitrary<Message> messages() {
        return Combinators.combine(texts(), parts().list().ofMaxSize(70)).as(Message::new);
    }

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(NASTY),
                Arbitraries.strings().all().ofMaxLength(200),
                Arbitraries.strings().withChars("ab*_`[]()<>\\~-> \n@!#:/.|h").ofMaxLength(80));
    }

    private static Arbitrary<Part> parts() {
        return Arbitraries.oneOf(
                texts().map(Part.Heading::new),
                texts().map(Part.Text::new),
                said(),
                Combinators.combine(texts(), texts())
                        .as(Part.Fact::new)
                        .list()
                        .ofMaxSize(12)
                        .map(Part.Facts::new),
                people(),
                bars(),
                groups(),
                choices().list().ofMaxSize(60).map(Part.Choices::new),
                forms().map(Part.Fields::new),
                deadlines(),
                Combinators.combine(urls(), texts()).as(Part.Picture::new),
                Arbitraries.just(new Part.Divider()));
    }

    private static Arbitrary<Part> said() {
        return Combinators.combine(
                        texts().injectNull(0.3),
                        texts().injectNull(0.3),
                        texts(),
                        texts().injectNull(0.5))
                .as(Part.Said::new);
    }

    private static Arbitrary<Part> people() {
        return Combinators.combine(
                        texts(), texts().injectNull(0.3), texts(), Arbitraries.of(true, false))
                .as(Part.PersonLine::new)
                .list()
                .ofMaxSize(60)
                .map(Part.People::new);
    }

    private static Arbitrary<Part> bars() {
        var numbers = Arbitraries.integers().between(0, 100);
        return Combinators.combine(
                        texts(), texts(), texts(), numbers, numbers, Arbitraries.of(true, false))
                .as((label, count, who, value, more, best) ->
                        new Part.Bar(label, count, who, value, Math.max(1, value + more), best))
                .list()
                .ofMaxSize(15)
                .map(Part.Bars::new);
    }

    private static Arbitrary<Part> groups() {
        return Combinators.combine(
                        texts(),
                        texts().list().ofMaxSize(6),
                        texts(),
                        deadlines().injectNull(0.5),
                        choices().list().ofMaxSize(3))
                .as((name, people, state, clock, choices) ->
                        new Part.GroupLine(name, people, state, clock, false, false, choices))
                .list()
                .ofMaxSize(12)
                .map(Part.Groups::new);
    }

    private static Arbitrary<Part.Deadline> deadlines() {
        var moments = Arbitraries.longs().between(0, 5_000_000_000L).map(Instant::ofEpochSecond);
        var spans = Arbitraries.longs().between(0, 1_000_000).map(Duration::ofSeconds);
        return Combinators.combine(moments.injectNull(0.3), spans.injectNull(0.5), spans)
                .as(Part.Deadline::new);
    }

    private static Arbitrary<Part.Choice> choices() {
        return Combinators.combine(
                        texts(),
                        presses(),
                        Arbitraries.of(Part.Emphasis.class),
                        texts().injectNull(0.7))
                .as(Part.Choice::new);
    }

    private static Arbitrary<String> urls() {
        return Arbitraries.of(
                "https://pictures.example/a.png",
                "http://pictures.example/a.png",
                "/assets/a.png",
                "https://[",
                "https://x.example/" + "a".repeat(3_100));
    }

    private static Arbitrary<Press> presses() {
        return Arbitraries.integers()
                .between(0, 99)
                .map(visit -> new Press(new SessionId("s-" + visit), 1, visit, "next", "arg"));
    }

    static Arbitrary<Form> forms() {
        return Combinators.combine(texts(), texts(), texts(), fields(), texts(), presses())
                .as(Form::new);
    }

    private static Arbitrary<List<Form.Field>> fields() {
        return Combinators.combine(texts(), texts(), inputs(), Arbitraries.of(true, false), texts())
                .as((label, hint, input, required, value) ->
                        new Form.Field("f", label, hint, input, required, value))
                .list()
                .ofMaxSize(45)
                .map(AnyMessage::named);
    }

    /// No two fields of a form have one name.
    private static List<Form.Field> named(List<Form.Field> fields) {
        var names = new AtomicInteger();
        return fields.stream()
                .map(field ->
                        new Form.Field(
                                "f" + names.getAndIncrement(),
                                field.label(),
                                field.hint(),
                                field.input(),
                                field.required(),
                                field.value()))
                .toList();
    }

    private static Arbitrary<Form.Input> inputs() {
        var small = Arbitraries.integers().between(-5, 12);
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.integers().between(0, 9_000),
                                Arbitraries.of(true, false))
                        .as(Form.Input.Text::new),
                Combinators.combine(
                                texts().list().ofMaxSize(130), Arbitraries.integers().between(1, 5))
                        .as((labels, most) ->
                                new Form.Input.Pick(
                                        labels.stream()
                                                .distinct()
                                                .map(label -> new Form.Option(label, label))
                                                .toList(),
                                        most)),
                Combinators.combine(
                                small, Arbitraries.integers().between(-5, 300), texts(), texts())
                        .as(Form.Input.Scale::new),
                Arbitraries.just(new Form.Input.Date()),
                Arbitraries.just(new Form.Input.File(1_000_000)));
    }
}
