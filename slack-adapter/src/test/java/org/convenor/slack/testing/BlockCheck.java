package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Refuses blocks as Slack does: each problem names the place where it is.
public final class BlockCheck {
    /// Where blocks stand.
    public enum Surface {
        MESSAGE,
        MODAL,
        HOME
    }

    static final int MOST_JSON = 13_200;

    private final Surface surface;
    private final List<String> problems = new ArrayList<>();
    private final ElementCheck elements = new ElementCheck(this);

    private BlockCheck(Surface surface) {
        this.surface = surface;
    }

    /// @return what is wrong; empty if Slack would take them
    public static List<String> problems(JsonArray blocks, Surface surface) {
        var check = new BlockCheck(surface);
        check.all(blocks, surface == Surface.MESSAGE ? "/blocks" : "/view/blocks");
        return check.problems;
    }

    private void all(JsonArray blocks, String at) {
        int most = surface == Surface.MESSAGE ? 50 : 100;
        if (blocks.size() > most) {
            wrong("no more than " + most + " items allowed", at);
        }
        var ids = new HashSet<String>();
        for (int i = 0; i < blocks.size(); i++) {
            block(object(blocks.get(i)), at + "/" + i, ids);
        }
    }

    private void block(JsonObject block, String at, Set<String> ids) {
        if (block.has("block_id")) {
            var id = block.get("block_id").getAsString();
            length(id, 1, 255, at + "/block_id");
            if (!ids.add(id)) {
                wrong("block_id already exists: " + id, at);
            }
        }
        switch (string(block, "type")) {
            case "section" -> section(block, at);
            case "header" -> plain(block, "text", 150, at);
            case "divider" -> {}
            case "image" -> image(block, at);
            case "context" -> context(block, at);
            case "actions" -> actions(block, at);
            case "rich_text" -> RichTextCheck.check(block, at, this);
            case "markdown" -> length(string(block, "text"), 1, 12_000, at + "/text");
            case "input" -> input(block, at);
            default -> wrong("unsupported type: " + string(block, "type"), at + "/type");
        }
    }

    private void section(JsonObject block, String at) {
        if (block.has("text")) {
            text(object(block.get("text")), 3_000, at + "/text");
        } else if (!block.has("fields")) {
            wrong("must define either `text` or `fields`", at);
        }
        if (block.has("fields")) {
            var fields = items(block, "fields", 1, 10, at);
            for (int i = 0; i < fields.size(); i++) {
                text(object(fields.get(i)), 2_000, at + "/fields/" + i);
            }
        }
        if (block.has("accessory")) {
            elements.check(object(block.get("accessory")), at + "/accessory");
        }
    }

    void image(JsonObject image, String at) {
        var url = string(image, "image_url");
        length(url, 1, 3_000, at + "/image_url");
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            wrong("invalid url", at + "/image_url");
        }
        length(string(image, "alt_text"), 1, 2_000, at + "/alt_text");
    }

    private void context(JsonObject block, String at) {
        var parts = items(block, "elements", 1, 10, at);
        for (int i = 0; i < parts.size(); i++) {
            var part = object(parts.get(i));
            if (string(part, "type").equals("image")) {
                image(part, at + "/elements/" + i);
            } else {
                text(part, 3_000, at + "/elements/" + i);
            }
        }
    }

    private void actions(JsonObject block, String at) {
        var all = items(block, "elements", 1, 25, at);
        var ids = new HashSet<String>();
        for (int i = 0; i < all.size(); i++) {
            var element = object(all.get(i));
            elements.check(element, at + "/elements/" + i);
            if (element.has("action_id") && !ids.add(string(element, "action_id"))) {
                wrong("action_id already exists", at + "/elements/" + i + "/action_id");
            }
        }
    }

    private void input(JsonObject block, String at) {
        if (surface == Surface.MESSAGE) {
            wrong("unsupported block: input", at);
        }
        plain(block, "label", 2_000, at);
        if (block.has("hint")) {
            plain(block, "hint", 2_000, at);
        }
        if (!block.has("element")) {
            wrong("missing required field: element", at);
        } else {
            elements.input(object(block.get("element")), at + "/element");
        }
    }

    /// A text object of either kind.
    void text(JsonObject text, int most, String at) {
        var type = string(text, "type");
        if (!type.equals("plain_text") && !type.equals("mrkdwn")) {
            wrong("unsupported type: " + type, at + "/type");
        }
        length(string(text, "text"), 1, most, at + "/text");
    }

    void plain(JsonObject holder, String name, int most, String at) {
        if (!holder.has(name)) {
            wrong("missing required field: " + name, at);
            return;
        }
        var text = object(holder.get(name));
        if (!string(text, "type").equals("plain_text")) {
            wrong("must be a plain_text", at + "/" + name + "/type");
        }
        length(string(text, "text"), 1, most, at + "/" + name + "/text");
    }

    JsonArray items(JsonObject holder, String name, int least, int most, String at) {
        if (!holder.has(name) || !holder.get(name).isJsonArray()) {
            wrong("missing required field: " + name, at);
            return new JsonArray();
        }
        var items = holder.getAsJsonArray(name);
        if (items.size() < least) {
            wrong("no less than " + least + " items allowed", at + "/" + name);
        }
        if (items.size() > most) {
            wrong("no more than " + most + " items allowed", at + "/" + name);
        }
        return items;
    }

    void length(String text, int least, int most, String at) {
        if (text.strip().length() < Math.min(1, least) || text.length() < least) {
            wrong("must be more than " + (least - 1) + " characters", at);
        }
        if (text.length() > most) {
            wrong("must be less than " + (most + 1) + " characters", at);
        }
    }

    void wrong(String what, String at) {
        problems.add("[ERROR] " + what + " [json-pointer:" + at + "]");
    }

    static JsonObject object(JsonElement element) {
        return element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    }

    static String string(JsonObject holder, String name) {
        return holder.has(name) && holder.get(name).isJsonPrimitive()
                ? holder.get(name).getAsString()
                : "";
    }
}
