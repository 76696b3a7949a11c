package org.convenor.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convenor.chat.Form;
import org.convenor.chat.Part;
import org.convenor.chat.Press;

/// Renders buttons and forms. A button is a form of one press, so that it works without scripts.
final class FormHtml {
    /// Goes before the name of every answer, so that none collides with what the page itself sends.
    static final String ANSWER = "a.";

    /// Goes before the name of an answer that is a file, for its text if that is pasted.
    static final String PASTED = "p.";

    /// Above this many options a list is shorter than buttons.
    private static final int OPTIONS_SHOWN = 8;

    /// Characters that fit into one line of a list on a phone.
    private static final int LINE = 50;

    private FormHtml() {}

    static String button(Part.Choice choice, Reading reading) {
        var confirm =
                choice.confirm() == null
                        ? ""
                        : " data-confirm=\"%s\"".formatted(Text.escape(choice.confirm()));
        var looks =
                switch (choice.emphasis()) {
                    case PRIMARY -> "button primary";
                    case PLAIN -> "button";
                    case DANGER -> "button danger";
                };
        return "<form class=\"press\"%s%s>%s<button class=\"%s\">%s</button></form>"
                .formatted(
                        sends(reading, "#reply"),
                        confirm,
                        hidden(choice.press(), reading),
                        looks,
                        Text.escape(choice.label()));
    }

    static String form(Form form, Reading reading) {
        var id = "f" + Integer.toHexString(form.submit().encode().hashCode());
        var intro =
                form.intro().isEmpty()
                        ? ""
                        : "<div class=\"text\" dir=\"auto\">%s</div>"
                                .formatted(Markdown.render(form.intro()));
        var visibility =
                form.visibility().isEmpty()
                        ? ""
                        : "<p class=\"visibility\">%s</p>"
                                .formatted(Markdown.inline(form.visibility()));
        var fields =
                form.fields().stream()
                        .map(field -> field(form, field, id + "-" + field.name(), reading.words()))
                        .collect(Collectors.joining("\n"));
        return """
        <form class="form" id="%s" novalidate aria-labelledby="%s-title"%s>%s
        <h3 id="%s-title">%s</h3>%s
        %s
        <div class="form-status" role="status"></div>
        %s<div class="choices"><button class="button primary">%s</button></div></form>\
        """
                .formatted(
                        id,
                        id,
                        sends(reading, "find .form-status") + FileHtml.encoding(form),
                        hidden(form.submit(), reading),
                        id,
                        Text.escape(form.title()),
                        intro,
                        fields,
                        visibility,
                        Text.escape(form.submitLabel()));
    }

    static String sends(Reading reading, String target) {
        var to = Text.escape(reading.action("press"));
        return " method=\"post\" action=\"%s\" hx-post=\"%s\" hx-target=\"%s\" hx-sync=\"this:drop\""
                .formatted(to, to, target);
    }

    private static String hidden(Press press, Reading reading) {
        return """
        <input type="hidden" name="csrf" value="%s"><input type="hidden" name="rid" value="">\
        <input type="hidden" name="press" value="%s">\
        """
                .formatted(Text.escape(reading.csrf()), Text.escape(press.encode()));
    }

    private static String field(Form form, Form.Field field, String id, Words words) {
        var name = Text.escape(ANSWER + field.name());
        var hint =
                field.hint().isEmpty()
                        ? ""
                        : "<p class=\"hint\" id=\"%s-hint\">%s</p>"
                                .formatted(id, Markdown.inline(field.hint()));
        var described = field.hint().isEmpty() ? "" : " aria-describedby=\"%s-hint\"".formatted(id);
        var label = label(form, field, words);
        var must = field.required() ? " aria-required=\"true\"" : "";
        return switch (field.input()) {
            case Form.Input.Text text ->
                    single(id, label, hint, text(text, field, id, name, described + must));
            case Form.Input.Date() ->
                    single(
                            id,
                            label,
                            hint,
                            "<input type=\"date\" id=\"%s\" name=\"%s\" value=\"%s\"%s>"
                                    .formatted(
                                            id,
                                            name,
                                            Text.escape(field.value()),
                                            described + must));
            case Form.Input.Pick(var options, var most)
                    when most == 1 && options.size() > OPTIONS_SHOWN && isShort(options) ->
                    single(
                            id,
                            label,
                            hint,
                            list(options, field, id, name, described + must, words));
            case Form.Input.Pick(var options, var most) ->
                    group(
                            label,
                            hint,
                            described + limit(options, most),
                            options(options, most > 1 ? "checkbox" : "radio", field, id, name)
                                    + limitInWords(options, most, field, words));
            case Form.Input.Scale scale ->
                    group(label, hint, described, scale(scale, field, id, name));
            case Form.Input.File _ -> FileHtml.field(field, id, label, hint, described, words);
        };
    }

    /// What the title says already is said again only to those who do not see it.
    private static String label(Form form, Form.Field field, Words words) {
        var label = Text.escape(field.label());
        if (field.label().equals(form.title())) {
            return "<span class=\"visually-hidden\">%s</span>".formatted(label);
        }
        return field.required()
                ? label
                : label
                        + " <span class=\"optional\">%s</span>"
                                .formatted(Text.escape(words.say("form.optional")));
    }

    /// In a list nobody could read a whole sentence.
    private static boolean isShort(List<Form.Option> options) {
        return options.stream().allMatch(option -> option.label().length() <= LINE);
    }

    private static boolean isLimited(List<Form.Option> options, int most) {
        return most > 1 && most < options.size();
    }

    /// For the script, which then lets nobody check more.
    private static String limit(List<Form.Option> options, int most) {
        return isLimited(options, most) ? " data-most=\"%d\"".formatted(most) : "";
    }

    /// Where the hint says it already, the script only counts.
    private static String limitInWords(
            List<Form.Option> options, int most, Form.Field field, Words words) {
        return isLimited(options, most)
                ? "<p class=\"hint used\" role=\"status\" data-used=\"%s\">%s</p>"
                        .formatted(
                                Text.escape(words.say("form.used", "most", most)),
                                field.hint().isEmpty()
                                        ? Text.escape(words.say("form.most", "most", most))
                                        : "")
                : "";
    }

    private static String single(String id, String label, String hint, String input) {
        return "<div class=\"field\"><label for=\"%s\">%s</label>%s%s</div>"
                .formatted(id, label, hint, input);
    }

    static String group(String label, String hint, String described, String inputs) {
        return "<fieldset class=\"field\"%s><legend>%s</legend>%s%s</fieldset>"
                .formatted(described, label, hint, inputs);
    }

    private static String text(
            Form.Input.Text text, Form.Field field, String id, String name, String more) {
        var same =
                "id=\"%s\" name=\"%s\" data-max=\"%d\" dir=\"auto\" autocomplete=\"off\"%s"
                        .formatted(id, name, text.maxLength(), more);
        return text.manyLines()
                // The line feed is eaten by the parser, one that the answer begins with is not.
                ? "<textarea rows=\"3\" %s>\n%s</textarea>"
                        .formatted(same, Text.escape(field.value()))
                : "<input type=\"text\" %s value=\"%s\">"
                        .formatted(same, Text.escape(field.value()));
    }

    private static String list(
            List<Form.Option> options,
            Form.Field field,
            String id,
            String name,
            String more,
            Words words) {
        var none =
                "<option value=\"\">%s</option>".formatted(Text.escape(words.say("form.choose")));
        return options.stream()
                .map(option ->
                        "<option value=\"%s\"%s>%s</option>"
                                .formatted(
                                        Text.escape(option.value()),
                                        option.value().equals(field.value()) ? " selected" : "",
                                        Text.escape(option.label())))
                .collect(
                        Collectors.joining(
                                "",
                                "<select id=\"%s\" name=\"%s\"%s>%s"
                                        .formatted(id, name, more, none),
                                "</select>"));
    }

    private static String options(
            List<Form.Option> options, String type, Form.Field field, String id, String name) {
        var chosen = Set.copyOf(Arrays.asList(field.value().split("\n", -1)));
        return IntStream.range(0, options.size())
                .mapToObj(i ->
                        option(
                                type,
                                id + "-" + i,
                                name,
                                options.get(i),
                                chosen.contains(options.get(i).value())))
                .collect(Collectors.joining("", "<div class=\"options\">", "</div>"));
    }

    private static String option(
            String type, String id, String name, Form.Option option, boolean chosen) {
        return """
        <label class="option" for="%s"><input type="%s" id="%s" name="%s" value="%s"%s>\
        <span dir="auto">%s</span></label>\
        """
                .formatted(
                        id,
                        type,
                        id,
                        name,
                        Text.escape(option.value()),
                        chosen ? " checked" : "",
                        Text.escape(option.label()));
    }

    private static String scale(Form.Input.Scale scale, Form.Field field, String id, String name) {
        var steps =
                IntStream.rangeClosed(scale.from(), scale.to())
                        .mapToObj(Integer::toString)
                        .map(step ->
                                option(
                                        "radio",
                                        id + "-" + step,
                                        name,
                                        new Form.Option(step, step),
                                        step.equals(field.value())))
                        .collect(Collectors.joining("", "<div class=\"steps\">", "</div>"));
        return "<div class=\"scale\">%s<p class=\"ends\"><span>%s</span><span>%s</span></p></div>"
                .formatted(steps, Text.escape(scale.low()), Text.escape(scale.high()));
    }
}
