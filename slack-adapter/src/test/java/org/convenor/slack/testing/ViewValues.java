package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The state of a modal as Slack tells it when it is submitted.
final class ViewValues {
    private ViewValues() {}

    /// What was left alone keeps its initial value.
    static JsonObject of(JsonObject view, Map<String, String> typed) {
        var values = new JsonObject();
        for (var one : view.getAsJsonArray("blocks")) {
            var block = one.getAsJsonObject();
            if (BlockCheck.string(block, "type").equals("input")) {
                var id = BlockCheck.string(block, "block_id");
                var element = block.getAsJsonObject("element");
                var input = new JsonObject();
                input.add(BlockCheck.string(element, "action_id"), value(element, typed.get(id)));
                values.add(id, input);
            }
        }
        return values;
    }

    private static JsonObject value(JsonObject element, @Nullable String typed) {
        var type = BlockCheck.string(element, "type");
        var value = Answers.of("type", type);
        switch (type) {
            case "radio_buttons", "static_select" ->
                    value.add(
                            "selected_option",
                            typed == null
                                    ? element.has("initial_option")
                                            ? element.get("initial_option")
                                            : JsonNull.INSTANCE
                                    : option(typed));
            case "checkboxes", "multi_static_select" ->
                    value.add(
                            "selected_options",
                            typed == null
                                    ? element.has("initial_options")
                                            ? element.get("initial_options")
                                            : new JsonArray()
                                    : options(typed));
            case "datepicker" -> text(value, "selected_date", element, "initial_date", typed);
            case "file_input" -> value.add("files", files(typed));
            default -> text(value, "value", element, "initial_value", typed);
        }
        return value;
    }

    private static void text(
            JsonObject value,
            String name,
            JsonObject element,
            String initial,
            @Nullable String typed) {
        if (typed != null && !typed.isEmpty()) {
            value.addProperty(name, typed);
        } else {
            value.add(
                    name,
                    typed == null && element.has(initial)
                            ? element.get(initial)
                            : JsonNull.INSTANCE);
        }
    }

    private static JsonObject option(String value) {
        var option = Answers.of("value", value);
        option.add("text", Answers.of("type", "plain_text"));
        return option;
    }

    private static JsonArray options(String typed) {
        var options = new JsonArray();
        typed.lines().map(ViewValues::option).forEach(options::add);
        return options;
    }

    private static JsonArray files(@Nullable String typed) {
        var files = new JsonArray();
        if (typed != null) {
            files.add(Answers.of("id", typed));
        }
        return files;
    }
}
