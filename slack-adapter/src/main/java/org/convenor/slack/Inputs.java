package org.convenor.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.FileInputElement;
import com.slack.api.model.block.element.NumberInputElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.IntStream;
import org.convenor.chat.Form;
import org.convenor.view.CardWords;
import org.jspecify.annotations.Nullable;

/// Renders the fields of a form as inputs.
final class Inputs {
    /// The action of every input: its block says which field it is.
    static final String ACTION = "input";

    /// Longer scales are a list.
    private static final int STEPS_SHOWN = 7;

    private Inputs() {}

    static InputBlock block(Form.Field field, CardWords words) {
        if (field.name().length() > Limits.BLOCK_ID) {
            throw new IllegalArgumentException("the name of a field is too long for Slack");
        }
        var label = Plain.line(field.label(), Limits.INPUT_LABEL);
        var hint = hint(field, words);
        return InputBlock.builder()
                .blockId(field.name())
                .label(Plain.text(label.isEmpty() ? field.name() : label, Limits.INPUT_LABEL))
                .hint(hint.isEmpty() ? null : Plain.text(hint, Limits.INPUT_HINT))
                .optional(!field.required())
                .element(element(field, words))
                .build();
    }

    private static String hint(Form.Field field, CardWords words) {
        var hint = Plain.line(field.hint());
        boolean several = field.input() instanceof Form.Input.Pick(_, int most) && most > 1;
        if (!several || !hint.isEmpty()) {
            return hint;
        }
        return words.chooseUpTo(((Form.Input.Pick) field.input()).most());
    }

    private static BlockElement element(Form.Field field, CardWords words) {
        return switch (field.input()) {
            case Form.Input.Text text -> text(text, field.value());
            case Form.Input.Pick(var options, int most) ->
                    Options.element(
                            options.stream().map(Options::option).toList(),
                            List.of(field.value().split("\n", -1)),
                            most,
                            words);
            case Form.Input.Scale scale -> scale(scale, field.value(), words);
            case Form.Input.Date _ -> date(field.value());
            case Form.Input.File _ ->
                    FileInputElement.builder().actionId(ACTION).maxFiles(1).build();
        };
    }

    private static BlockElement text(Form.Input.Text text, String value) {
        int most = Math.clamp(text.maxLength(), 1, Limits.INPUT_TEXT);
        var cleaned = Plain.cut(Plain.clean(value), most);
        return PlainTextInputElement.builder()
                .actionId(ACTION)
                .multiline(text.manyLines())
                .maxLength(most)
                .initialValue(cleaned.isBlank() ? null : cleaned)
                .build();
    }

    /// Few steps stand below each other, more are a list, and very many are typed.
    private static BlockElement scale(Form.Input.Scale scale, String value, CardWords words) {
        long steps = (long) scale.to() - scale.from() + 1;
        if (steps < 1 || steps > Limits.OPTIONS_PER_GROUP) {
            return number(scale, value);
        }
        var options =
                IntStream.rangeClosed(scale.from(), scale.to())
                        .mapToObj(step -> step(scale, step))
                        .toList();
        return steps <= STEPS_SHOWN
                ? Options.radio(options, value)
                : Options.select(options, value, words);
    }

    private static OptionObject step(Form.Input.Scale scale, int step) {
        var end = step == scale.from() ? scale.low() : step == scale.to() ? scale.high() : "";
        var label = end.isBlank() ? Integer.toString(step) : step + " – " + end;
        return Options.option(new Form.Option(Integer.toString(step), label));
    }

    private static BlockElement number(Form.Input.Scale scale, String value) {
        return NumberInputElement.builder()
                .actionId(ACTION)
                .decimalAllowed(false)
                .minValue(Integer.toString(Math.min(scale.from(), scale.to())))
                .maxValue(Integer.toString(Math.max(scale.from(), scale.to())))
                .initialValue(value.matches("-?\\d{1,9}") && isWithin(scale, value) ? value : null)
                .build();
    }

    private static boolean isWithin(Form.Input.Scale scale, String value) {
        int number = Integer.parseInt(value);
        return number >= scale.from() && number <= scale.to();
    }

    private static BlockElement date(String value) {
        return DatePickerElement.builder().actionId(ACTION).initialDate(iso(value)).build();
    }

    private static @Nullable String iso(String value) {
        try {
            var day = LocalDate.parse(value);
            return day.getYear() >= 1000 && day.getYear() <= 9999 ? day.toString() : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
