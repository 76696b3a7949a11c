package org.convenor.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionGroupObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;
import org.convenor.chat.Form;
import org.convenor.view.CardWords;
import org.jspecify.annotations.Nullable;

/// Options to pick from: a few stand below each other, many are a list.
final class Options {
    private Options() {}

    /// @param most how many may be picked
    static BlockElement element(
            List<OptionObject> options, Collection<String> picked, int most, CardWords words) {
        var shown = options.isEmpty() ? List.of(option(new Form.Option("–", "–"))) : options;
        var first = picked.isEmpty() ? "" : picked.iterator().next();
        boolean few = shown.size() <= Limits.OPTIONS_SHOWN;
        if (most <= 1) {
            return few ? radio(shown, first) : select(shown, first, words);
        }
        return few ? checkboxes(shown, picked) : multiSelect(shown, picked, most, words);
    }

    /// An option is what it sends, and as much of its words as Slack shows.
    static OptionObject option(Form.Option option) {
        var label = Plain.line(option.label());
        return OptionObject.builder()
                .text(Plain.text(label.isEmpty() ? "–" : label, Limits.OPTION_TEXT))
                .value(OptionValue.of(option.value()))
                .build();
    }

    static BlockElement radio(List<OptionObject> options, String picked) {
        return RadioButtonsElement.builder()
                .actionId(Inputs.ACTION)
                .options(options)
                .initialOption(find(options, picked))
                .build();
    }

    static BlockElement select(List<OptionObject> options, String picked, CardWords words) {
        var element =
                StaticSelectElement.builder()
                        .actionId(Inputs.ACTION)
                        .placeholder(Plain.text(words.choose(), Limits.PLACEHOLDER))
                        .initialOption(find(options, picked));
        return options.size() <= Limits.OPTIONS_PER_GROUP
                ? element.options(options).build()
                : element.optionGroups(groups(options)).build();
    }

    private static BlockElement checkboxes(List<OptionObject> options, Collection<String> picked) {
        return CheckboxesElement.builder()
                .actionId(Inputs.ACTION)
                .options(options)
                .initialOptions(all(options, picked, options.size()))
                .build();
    }

    private static BlockElement multiSelect(
            List<OptionObject> options, Collection<String> picked, int most, CardWords words) {
        var element =
                MultiStaticSelectElement.builder()
                        .actionId(Inputs.ACTION)
                        .placeholder(Plain.text(words.choose(), Limits.PLACEHOLDER))
                        .maxSelectedItems(most)
                        .initialOptions(all(options, picked, most));
        return options.size() <= Limits.OPTIONS_PER_GROUP
                ? element.options(options).build()
                : element.optionGroups(groups(options)).build();
    }

    /// Long lists are parted by number: a single list of Slack ends after a hundred.
    private static List<OptionGroupObject> groups(List<OptionObject> options) {
        var groups = new ArrayList<OptionGroupObject>();
        int from = 1;
        for (var some :
                options.stream()
                        .limit((long) Limits.OPTIONS_PER_GROUP * Limits.OPTION_GROUPS)
                        .gather(Gatherers.windowFixed(Limits.OPTIONS_PER_GROUP))
                        .toList()) {
            var label = from + "–" + (from + some.size() - 1);
            groups.add(
                    OptionGroupObject.builder()
                            .label(Plain.text(label, Limits.OPTION_TEXT))
                            .options(some)
                            .build());
            from += some.size();
        }
        return groups;
    }

    private static @Nullable OptionObject find(List<OptionObject> options, String picked) {
        var value = OptionValue.of(picked);
        return options.stream()
                .filter(option -> option.getValue().equals(value))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable List<OptionObject> all(
            List<OptionObject> options, Collection<String> picked, int most) {
        var values = picked.stream().map(OptionValue::of).toList();
        var found =
                options.stream()
                        .filter(option -> values.contains(option.getValue()))
                        .limit(most)
                        .toList();
        return found.isEmpty() ? null : found;
    }

    /// All options in their full length, if one of them is cut below.
    static List<LayoutBlock> inFull(Form.Field field, CardWords words) {
        if (!(field.input() instanceof Form.Input.Pick(var options, _))
                || options.stream()
                        .allMatch(one -> Plain.line(one.label()).length() <= Limits.OPTION_TEXT)) {
            return List.of();
        }
        var markup = new StringBuilder(words.inFull());
        for (var option : options) {
            markup.append("\n• ").append(Plain.line(option.label()));
        }
        return RichText.words(markup.toString());
    }
}
