package org.convenor.slack;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convenor.chat.Form;
import org.jspecify.annotations.Nullable;

/// What somebody filled into a modal that [ModalView] made.
///
/// @param values texts by field name; a field that was left empty is missing
/// @param files for each field that takes a file, Slack's id of the one that was chosen
record FormAnswers(Map<String, String> values, Map<String, String> files) {
    FormAnswers {
        values = Map.copyOf(values);
        files = Map.copyOf(files);
    }

    static FormAnswers of(View view) {
        var values = new TreeMap<String, String>();
        var files = new TreeMap<String, String>();
        var state = view.getState();
        if (state != null && state.getValues() != null) {
            state.getValues()
                    .forEach((field, inputs) -> {
                        var input = inputs.get(Inputs.ACTION);
                        if (input != null) {
                            put(values, field, text(input));
                            put(files, field, file(input));
                        }
                    });
        }
        return new FormAnswers(values, files);
    }

    /// Whether an option was sent whose words Slack could not carry: then [#resolved] needs the
    /// form.
    boolean hasDigests() {
        return values.values().stream().flatMap(String::lines).anyMatch(OptionValue::isDigest);
    }

    /// The same with every option as the form has it.
    FormAnswers resolved(Form form) {
        var resolved = new TreeMap<>(values);
        for (var field : form.fields()) {
            var value = values.get(field.name());
            if (value != null && field.input() instanceof Form.Input.Pick(var options, _)) {
                var known =
                        options.stream()
                                .collect(
                                        Collectors.toMap(
                                                option -> OptionValue.of(option.value()),
                                                Form.Option::value,
                                                (first, _) -> first));
                resolved.put(
                        field.name(),
                        value.lines()
                                .map(sent -> known.getOrDefault(sent, sent))
                                .collect(Collectors.joining("\n")));
            }
        }
        return new FormAnswers(resolved, files);
    }

    private static void put(Map<String, String> map, String field, @Nullable String value) {
        if (value != null) {
            map.put(field, value);
        }
    }

    private static @Nullable String text(ViewState.Value input) {
        if (input.getSelectedOptions() != null) {
            return input.getSelectedOptions().stream()
                    .map(ViewState.SelectedOption::getValue)
                    .collect(Collectors.joining("\n"));
        }
        if (input.getSelectedOption() != null) {
            return input.getSelectedOption().getValue();
        }
        return input.getSelectedDate() == null ? input.getValue() : input.getSelectedDate();
    }

    private static @Nullable String file(ViewState.Value input) {
        return input.getFiles() == null || input.getFiles().isEmpty()
                ? null
                : input.getFiles().getFirst().getId();
    }
}
