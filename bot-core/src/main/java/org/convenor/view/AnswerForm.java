package org.convenor.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.convenor.chat.Form;
import org.convenor.chat.Form.Field;
import org.convenor.chat.Form.Option;
import org.convenor.chat.Press;
import org.convenor.protocol.Answer;
import org.convenor.protocol.Answer.Kind;
import org.convenor.protocol.Step;
import org.convenor.session.Questions;
import org.jspecify.annotations.Nullable;

/// The form for a question, and what was typed into it.
public final class AnswerForm {
    /// Characters in a long answer. Fits a Slack section and a Teams card with room to spare.
    public static final int LONGEST_TEXT = 2_800;

    static final int LONGEST_SHORT_TEXT = 300;
    static final int LONGEST_LINK = 2_000;

    private AnswerForm() {}

    /// What was read from a form: either texts for every field in order, or sentences by field.
    ///
    /// @param texts one for each field of the answer
    /// @param errors by name of the form's field; empty if all is well
    public record Read(List<String> texts, Map<String, String> errors) {
        public Read {
            texts = List.copyOf(texts);
            errors = Map.copyOf(errors);
        }

        public boolean isFine() {
            return errors.isEmpty();
        }
    }

    /// @param own what this person answered before, by name of the answer's field
    static Form of(Scene scene, Step.Ask ask, Press submit, Map<String, String> own) {
        var bundle = scene.bundle();
        var fields = new ArrayList<Field>();
        for (int index = 0; index < ask.answer().fields().size(); index++) {
            var field = ask.answer().fields().get(index);
            fields.add(
                    new Field(
                            key(index),
                            label(ask, field),
                            hint(bundle, field.kind()),
                            input(scene, field.kind()),
                            isRequired(ask, index),
                            own.getOrDefault(field.name(), initial(scene, field.kind()))));
        }
        return new Form(
                ask.title(),
                scene.stepText(ask),
                visibility(bundle, ask),
                fields,
                bundle.text(own.isEmpty() ? "do.send" : "do.change"),
                submit);
    }

    /// One line that says who will see the answer, and when.
    public static String visibility(Bundle bundle, Step.Ask ask) {
        return bundle.text("see." + ask.reveal())
                + " "
                + bundle.text(
                        "see.names." + ask.names(), Map.of("least", Questions.FEWEST_ANONYMOUS));
    }

    /// Reads what was typed. One of the fields must have something; a question with several fields
    /// may be answered in part.
    ///
    /// @param settings what was typed at the start for a setting, by its name; empty if nothing was
    public static Read read(
            Bundle bundle,
            Step.Ask ask,
            Map<String, String> values,
            UnaryOperator<String> settings) {
        var texts = new ArrayList<String>();
        var errors = new TreeMap<String, String>();
        var fields = ask.answer().fields();
        for (int index = 0; index < fields.size(); index++) {
            var text = Legible.words(values.getOrDefault(key(index), ""));
            var error =
                    text.isEmpty() ? null : error(bundle, fields.get(index).kind(), text, settings);
            if (text.isEmpty() && isRequired(ask, index)) {
                error = bundle.text("form.required");
            }
            if (error != null) {
                errors.put(key(index), error);
            }
            texts.add(text);
        }
        if (errors.isEmpty() && texts.stream().allMatch(String::isEmpty)) {
            errors.put(key(0), bundle.text("form.required"));
        }
        return new Read(texts, errors);
    }

    static String key(int index) {
        return "f" + index;
    }

    /// Of several long texts each may stay empty: what is there is taken. Everything else is
    /// needed.
    private static boolean isRequired(Step.Ask ask, int index) {
        var fields = ask.answer().fields();
        return fields.size() == 1
                || switch (fields.get(index).kind()) {
                    case Kind.Text _, Kind.Several _ -> false;
                    case Kind.ShortText _,
                            Kind.Pick _,
                            Kind.Scale _,
                            Kind.Rank _,
                            Kind.Date _,
                            Kind.Person _,
                            Kind.Vote _,
                            Kind.Cards _,
                            Kind.LinkOrFile _ ->
                            true;
                };
    }

    private static String label(Step.Ask ask, Answer.Field field) {
        if (field.name().equals(Answer.ONLY)) {
            return ask.title();
        }
        return Markup.capital(field.name());
    }

    private static String hint(Bundle bundle, Kind kind) {
        return switch (kind) {
            case Kind.Date _ -> bundle.text("hint.date");
            case Kind.LinkOrFile _ -> bundle.text("hint.link");
            case Kind.Several(int most) -> bundle.text("hint.several", Map.of("most", most));
            case Kind.Rank _ -> bundle.text("hint.rank");
            case Kind.Text _,
                    Kind.ShortText _,
                    Kind.Pick _,
                    Kind.Scale _,
                    Kind.Person _,
                    Kind.Vote _,
                    Kind.Cards _ ->
                    "";
        };
    }

    private static Form.Input input(Scene scene, Kind kind) {
        return switch (kind) {
            case Kind.Text _ -> new Form.Input.Text(LONGEST_TEXT, true);
            case Kind.ShortText _ -> new Form.Input.Text(LONGEST_SHORT_TEXT, false);
            case Kind.Pick(var options, int most, var setting) ->
                    new Form.Input.Pick(options(scene, options, setting), most);
            case Kind.Scale(int from, var low, int to, var high) ->
                    new Form.Input.Scale(from, to, low, high);
            case Kind.Rank _ -> new Form.Input.Text(LONGEST_TEXT, true);
            case Kind.Date _ -> new Form.Input.Date();
            case Kind.Person _ -> new Form.Input.Pick(people(scene), 1);
            case Kind.Vote _, Kind.Cards _ -> new Form.Input.Text(LONGEST_TEXT, true);
            case Kind.LinkOrFile _ -> new Form.Input.Text(LONGEST_LINK, false);
            case Kind.Several _ -> new Form.Input.Text(LONGEST_TEXT, true);
        };
    }

    /// People put lines in order rather than write them.
    private static String initial(Scene scene, Kind kind) {
        return kind instanceof Kind.Rank(var ofFile, var setting)
                ? String.join("\n", Options.of(ofFile, setting, scene::setting))
                : "";
    }

    private static List<Option> options(
            Scene scene, List<String> ofFile, @Nullable String setting) {
        return Options.of(ofFile, setting, scene::setting).stream()
                .map(option -> new Option(option, scene.filledPlain(option)))
                .toList();
    }

    private static List<Option> people(Scene scene) {
        return scene.session()
                .here()
                .map(seat -> scene.name(seat.member()))
                .distinct()
                .map(name -> new Option(name, name))
                .toList();
    }

    private static @Nullable String error(
            Bundle bundle, Kind kind, String text, UnaryOperator<String> settings) {
        return switch (kind) {
            case Kind.Text _ -> tooLong(bundle, text, LONGEST_TEXT);
            case Kind.Several(int most) -> several(bundle, text, most);
            case Kind.ShortText _, Kind.Person _, Kind.Vote _, Kind.Cards _ ->
                    tooLong(bundle, text, LONGEST_SHORT_TEXT);
            case Kind.LinkOrFile _ -> tooLong(bundle, text, LONGEST_LINK);
            case Kind.Pick(var options, int most, var setting) ->
                    picked(bundle, Options.of(options, setting, settings), most, text);
            case Kind.Rank(var ofFile, var setting) -> {
                var options = Options.of(ofFile, setting, settings);
                yield picked(bundle, options, options.size(), text);
            }
            case Kind.Scale(int from, _, int to, _) ->
                    isNumber(text, from, to)
                            ? null
                            : bundle.text("form.no-number", Map.of("from", from, "to", to));
            case Kind.Date _ -> isDate(text) ? null : bundle.text("form.no-date");
        };
    }

    private static @Nullable String tooLong(Bundle bundle, String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most
                ? null
                : bundle.text("form.too-long", Map.of("length", length, "most", most));
    }

    private static @Nullable String several(Bundle bundle, String text, int most) {
        return text.lines().filter(line -> !line.isBlank()).count() > most
                ? bundle.text("form.too-many", Map.of("most", most))
                : tooLong(bundle, text, LONGEST_TEXT);
    }

    private static @Nullable String picked(
            Bundle bundle, List<String> options, int most, String text) {
        var picked = text.lines().map(String::strip).toList();
        if (!options.containsAll(picked) || Set.copyOf(picked).size() < picked.size()) {
            return bundle.text("form.no-option");
        }
        return picked.size() <= most ? null : bundle.text("form.too-many", Map.of("most", most));
    }

    private static boolean isNumber(String text, int from, int to) {
        try {
            int number = Integer.parseInt(text);
            return number >= from && number <= to;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            var date = LocalDate.parse(text);
            return date.getYear() >= 2000 && date.getYear() < 2200;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    /// Own answers to a question, by name of the field.
    static Map<String, String> own(Scene scene, Step.Ask ask, int first) {
        var own = new LinkedHashMap<String, String>();
        for (var visible : scene.answers(ask.title())) {
            if (visible.no() >= first && visible.no() < first + ask.answer().fields().size()) {
                own.put(visible.field(), visible.text());
            }
        }
        return own;
    }
}
