package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Set;

/// Buttons and inputs as Slack takes them.
final class ElementCheck {
    private static final Set<String> ONLY_IN_INPUTS =
            Set.of(
                    "plain_text_input",
                    "number_input",
                    "email_text_input",
                    "url_text_input",
                    "file_input",
                    "rich_text_input");
    private static final Set<String> BUTTON_STYLES = Set.of("primary", "danger");

    private final BlockCheck to;

    ElementCheck(BlockCheck to) {
        this.to = to;
    }

    /// Outside of an input block.
    void check(JsonObject element, String at) {
        if (ONLY_IN_INPUTS.contains(BlockCheck.string(element, "type"))) {
            to.wrong("unsupported element here", at + "/type");
        }
        any(element, at);
    }

    /// Inside an input block.
    void input(JsonObject element, String at) {
        if (Set.of("button", "overflow", "image").contains(BlockCheck.string(element, "type"))) {
            to.wrong("unsupported element in an input", at + "/type");
        }
        any(element, at);
    }

    private void any(JsonObject element, String at) {
        if (element.has("action_id")) {
            to.length(BlockCheck.string(element, "action_id"), 1, 255, at + "/action_id");
        }
        if (element.has("placeholder")) {
            to.plain(element, "placeholder", 150, at);
        }
        if (element.has("confirm")) {
            confirm(BlockCheck.object(element.get("confirm")), at + "/confirm");
        }
        switch (BlockCheck.string(element, "type")) {
            case "button" -> button(element, at);
            case "image" -> to.image(element, at);
            case "plain_text_input" -> text(element, at);
            case "number_input" -> number(element, at);
            case "datepicker" -> date(element, at);
            case "file_input" -> between(element, "max_files", 1, 10, at);
            case "radio_buttons" -> options(element, 10, 1, at);
            case "checkboxes" -> options(element, 10, Integer.MAX_VALUE, at);
            case "static_select" -> select(element, 1, at);
            case "multi_static_select" -> {
                between(element, "max_selected_items", 1, Integer.MAX_VALUE, at);
                select(element, most(element), at);
            }
            case "overflow" -> options(element, 5, 0, at);
            case "users_select", "multi_users_select", "conversations_select", "timepicker" -> {}
            default -> to.wrong("unsupported element", at + "/type");
        }
    }

    private static int most(JsonObject element) {
        return element.has("max_selected_items")
                ? element.get("max_selected_items").getAsInt()
                : Integer.MAX_VALUE;
    }

    private void button(JsonObject button, String at) {
        to.plain(button, "text", 75, at);
        if (button.has("value")) {
            to.length(BlockCheck.string(button, "value"), 0, 2_000, at + "/value");
        }
        if (button.has("url")) {
            to.length(BlockCheck.string(button, "url"), 1, 3_000, at + "/url");
        }
        if (button.has("accessibility_label")) {
            to.length(
                    BlockCheck.string(button, "accessibility_label"),
                    1,
                    75,
                    at + "/accessibility_label");
        }
        style(button, at);
    }

    private void style(JsonObject holder, String at) {
        if (holder.has("style") && !BUTTON_STYLES.contains(BlockCheck.string(holder, "style"))) {
            to.wrong("must be primary or danger", at + "/style");
        }
    }

    private void confirm(JsonObject confirm, String at) {
        to.plain(confirm, "title", 100, at);
        to.text(BlockCheck.object(confirm.get("text")), 300, at + "/text");
        to.plain(confirm, "confirm", 30, at);
        to.plain(confirm, "deny", 30, at);
        style(confirm, at);
    }

    private void text(JsonObject input, String at) {
        between(input, "max_length", 1, 3_000, at);
        between(input, "min_length", 0, 3_000, at);
        int most = input.has("max_length") ? input.get("max_length").getAsInt() : 3_000;
        if (BlockCheck.string(input, "initial_value").length() > most) {
            to.wrong("longer than max_length", at + "/initial_value");
        }
    }

    private void number(JsonObject input, String at) {
        if (!input.has("is_decimal_allowed")) {
            to.wrong("missing required field: is_decimal_allowed", at);
        }
        if (input.has("initial_value")) {
            long value = input.get("initial_value").getAsLong();
            boolean low = input.has("min_value") && value < input.get("min_value").getAsLong();
            boolean high = input.has("max_value") && value > input.get("max_value").getAsLong();
            if (low || high) {
                to.wrong("outside of its bounds", at + "/initial_value");
            }
        }
    }

    private void date(JsonObject input, String at) {
        if (input.has("initial_date")
                && !BlockCheck.string(input, "initial_date").matches("\\d{4}-\\d{2}-\\d{2}")) {
            to.wrong("invalid date", at + "/initial_date");
        }
    }

    private void between(JsonObject element, String name, int least, int most, String at) {
        if (element.has(name)) {
            int value = element.get(name).getAsInt();
            if (value < least || value > most) {
                to.wrong("must be between " + least + " and " + most, at + "/" + name);
            }
        }
    }

    private void select(JsonObject select, int initial, String at) {
        if (!select.has("option_groups")) {
            options(select, 100, initial, at);
            return;
        }
        if (select.has("options")) {
            to.wrong("either options or option_groups", at);
        }
        var all = new JsonArray();
        var groups = to.items(select, "option_groups", 1, 100, at);
        for (int i = 0; i < groups.size(); i++) {
            var group = BlockCheck.object(groups.get(i));
            to.plain(group, "label", 75, at + "/option_groups/" + i);
            var options = to.items(group, "options", 1, 100, at + "/option_groups/" + i);
            options.forEach(option -> option(BlockCheck.object(option), at + "/option_groups"));
            all.addAll(options);
        }
        initial(select, all, initial, at);
    }

    private void options(JsonObject element, int most, int initial, String at) {
        var options = to.items(element, "options", 1, most, at);
        for (int i = 0; i < options.size(); i++) {
            option(BlockCheck.object(options.get(i)), at + "/options/" + i);
        }
        initial(element, options, initial, at);
    }

    private void option(JsonObject option, String at) {
        to.text(BlockCheck.object(option.get("text")), 75, at + "/text");
        to.length(BlockCheck.string(option, "value"), 1, 150, at + "/value");
        if (option.has("description")) {
            to.plain(option, "description", 75, at);
        }
    }

    /// What is picked from the start must be among the options, word for word.
    private void initial(JsonObject element, JsonArray options, int most, String at) {
        var picked = new JsonArray();
        if (element.has("initial_option")) {
            picked.add(element.get("initial_option"));
        }
        if (element.has("initial_options")) {
            picked.addAll(to.items(element, "initial_options", 1, most, at));
        }
        var seen = new HashSet<Object>();
        for (var one : picked) {
            if (!options.contains(one) || !seen.add(one)) {
                to.wrong("initial option is not among the options", at);
            }
        }
    }
}
