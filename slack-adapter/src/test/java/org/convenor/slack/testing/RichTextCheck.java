package org.convenor.slack.testing;

import com.google.gson.JsonObject;
import java.util.Set;

/// Rich text as Slack takes it.
final class RichTextCheck {
    private static final Set<String> LISTS = Set.of("bullet", "ordered");
    private static final Set<String> STYLES =
            Set.of(
                    "bold",
                    "italic",
                    "strike",
                    "code",
                    "underline",
                    "highlight",
                    "client_highlight",
                    "unlink");

    private RichTextCheck() {}

    static void check(JsonObject block, String at, BlockCheck to) {
        var elements = to.items(block, "elements", 1, Integer.MAX_VALUE, at);
        for (int i = 0; i < elements.size(); i++) {
            var place = at + "/elements/" + i;
            var element = BlockCheck.object(elements.get(i));
            switch (BlockCheck.string(element, "type")) {
                case "rich_text_section", "rich_text_quote", "rich_text_preformatted" ->
                        section(element, place, to);
                case "rich_text_list" -> list(element, place, to);
                default -> to.wrong("unsupported rich text element", place + "/type");
            }
        }
    }

    private static void list(JsonObject list, String at, BlockCheck to) {
        if (!LISTS.contains(BlockCheck.string(list, "style"))) {
            to.wrong("unsupported list style", at + "/style");
        }
        var items = to.items(list, "elements", 1, Integer.MAX_VALUE, at);
        for (int i = 0; i < items.size(); i++) {
            var item = BlockCheck.object(items.get(i));
            if (!BlockCheck.string(item, "type").equals("rich_text_section")) {
                to.wrong("must be a rich_text_section", at + "/elements/" + i);
            }
            section(item, at + "/elements/" + i, to);
        }
    }

    private static void section(JsonObject section, String at, BlockCheck to) {
        var parts = to.items(section, "elements", 1, Integer.MAX_VALUE, at);
        for (int i = 0; i < parts.size(); i++) {
            part(BlockCheck.object(parts.get(i)), at + "/elements/" + i, to);
        }
    }

    private static void part(JsonObject part, String at, BlockCheck to) {
        if (part.has("style")) {
            for (var name : BlockCheck.object(part.get("style")).keySet()) {
                if (!STYLES.contains(name)) {
                    to.wrong("unknown style: " + name, at + "/style");
                }
            }
        }
        switch (BlockCheck.string(part, "type")) {
            case "text" -> {
                if (BlockCheck.string(part, "text").isEmpty()) {
                    to.wrong("must be more than 0 characters", at + "/text");
                }
            }
            case "link" -> {
                to.length(BlockCheck.string(part, "url"), 1, 3_000, at + "/url");
                if (!BlockCheck.string(part, "url").matches("https?://[^\\s<>\"]+")) {
                    to.wrong("invalid url", at + "/url");
                }
            }
            case "date" -> {
                if (!BlockCheck.string(part, "format").matches(".*\\{[a-z_]+}.*")) {
                    to.wrong("invalid date format", at + "/format");
                }
                if (!part.has("timestamp") || part.get("timestamp").getAsLong() < 0) {
                    to.wrong("missing required field: timestamp", at);
                }
            }
            case "emoji", "user", "usergroup", "channel", "broadcast", "color", "team" -> {}
            default -> to.wrong("unsupported rich text part", at + "/type");
        }
    }
}
