package org.convenor.rehearsal;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convenor.chat.Form;
import org.convenor.chat.Press;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads a page of the browser room: what a person finds on it to press and to fill in.
final class RoomHtml {
    /// Goes before the name of every answer.
    static final String ANSWER = "a.";

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private RoomHtml() {}

    static Glance glance(Document page) {
        var forms = page.select("#panel form.form").stream().map(RoomHtml::form).toList();
        var groups = page.select("#panel .groups li");
        return new Glance(
                visit(page),
                step(page),
                forms,
                page.select("#panel form.press, #board form.press").stream()
                        .filter(form -> form.closest(".groups") == null)
                        .map(RoomHtml::press)
                        .toList(),
                page.select("#board .clock").stream()
                        .anyMatch(clock -> clock.closest(".groups") == null),
                groups.stream().anyMatch(group -> !group.select("form.press").isEmpty()),
                groups.stream()
                        .filter(group -> group.select(".clock").isEmpty())
                        .flatMap(group -> group.select("form.press").stream())
                        .map(RoomHtml::press)
                        .filter(press -> press.verb().equals("next"))
                        .toList(),
                maySpeak(page));
    }

    private static int visit(Document page) {
        return Integer.parseInt(hidden(page, "#composer-now", "visit"));
    }

    private static boolean maySpeak(Document page) {
        var composer = page.selectFirst("#composer-now");
        return composer != null && composer.attr("data-may-speak").equals("true");
    }

    /// The element that sends this press, or null if the page shows none.
    static @Nullable Element sender(Document page, Press press) {
        return page.select("form:has(input[name=press])").stream()
                .filter(form -> press(form).equals(press))
                .findFirst()
                .orElse(null);
    }

    static Form form(Element form) {
        var title = form.selectFirst("h3");
        return new Form(
                title == null ? "" : title.text(),
                "",
                "",
                form.select(".field").stream().map(RoomHtml::field).toList(),
                "",
                press(form));
    }

    private static @Nullable String step(Document page) {
        return page.select("#board h3").stream()
                .map(heading -> Glance.stepIn(heading.text()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Press press(Element form) {
        return Press.parse(hidden(form, "", "press"));
    }

    private static String hidden(Element root, String within, String name) {
        var input = root.selectFirst(within + " input[name=" + name + "]");
        return Objects.requireNonNull(input, () -> "the page has no " + name).val();
    }

    private static Form.Field field(Element field) {
        var control = control(field);
        var label = field.selectFirst("> label, > legend");
        var words = label == null ? new Element("label") : label.clone();
        words.select(".optional").remove();
        return new Form.Field(
                control.attr("name").substring(ANSWER.length()),
                words.text(),
                "",
                input(field, control),
                control.hasAttr("aria-required"),
                value(field, control));
    }

    private static Element control(Element field) {
        var control = field.selectFirst("input[name^=" + ANSWER + "], textarea, select");
        return Objects.requireNonNull(control, "a field without a control");
    }

    private static Form.Input input(Element field, Element control) {
        if (control.is("select")) {
            return new Form.Input.Pick(
                    control.select("option").stream()
                            .filter(option -> !option.val().isEmpty())
                            .map(option -> new Form.Option(option.val(), option.text()))
                            .toList(),
                    1);
        }
        var options = options(field);
        return switch (control.attr("type")) {
            case "date" -> new Form.Input.Date();
            case "radio" -> new Form.Input.Pick(options, 1);
            case "checkbox" -> new Form.Input.Pick(options, most(field, options.size()));
            default -> new Form.Input.Text(longest(control), control.is("textarea"));
        };
    }

    /// How many of the options may be chosen, as the hint beside them says.
    private static int most(Element field, int all) {
        return field.select("p.hint").stream()
                .map(hint -> NUMBER.matcher(hint.text()))
                .filter(Matcher::find)
                .map(number -> Integer.parseInt(number.group()))
                .reduce((_, last) -> last)
                .orElse(all);
    }

    private static int longest(Element control) {
        var most = control.attr("data-max");
        return most.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(most);
    }

    private static List<Form.Option> options(Element field) {
        return field.select("label.option").stream()
                .map(option -> new Form.Option(option.select("input").val(), option.text()))
                .toList();
    }

    private static String value(Element field, Element control) {
        return switch (control.attr("type")) {
            case "radio", "checkbox" ->
                    field.select("input[checked]").stream()
                            .map(Element::val)
                            .collect(Collectors.joining("\n"));
            default ->
                    control.is("select")
                            ? control.select("option[selected]").val()
                            : control.is("textarea") ? control.wholeText().strip() : control.val();
        };
    }
}
