package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message in a conversation of the fake.
///
/// @param thread the message it answers, or null at the top level
/// @param user who wrote it
/// @param bot id of the bot that wrote it, or null
/// @param metadata what apps tell each other, or null
public record FakeMessage(
        String ts,
        @Nullable String thread,
        String user,
        @Nullable String bot,
        String text,
        JsonArray blocks,
        @Nullable JsonObject metadata,
        int edits) {
    FakeMessage edited(String text, JsonArray blocks, @Nullable JsonObject metadata) {
        return new FakeMessage(
                ts,
                thread,
                user,
                bot,
                text,
                blocks,
                metadata == null ? this.metadata : metadata,
                edits + 1);
    }

    /// The labels of its buttons.
    public List<String> buttons() {
        var labels = new ArrayList<String>();
        for (var block : blocks) {
            var elements = block.getAsJsonObject().get("elements");
            if (BlockCheck.string(block.getAsJsonObject(), "type").equals("actions")) {
                elements.getAsJsonArray()
                        .forEach(one ->
                                labels.add(
                                        one.getAsJsonObject()
                                                .getAsJsonObject("text")
                                                .get("text")
                                                .getAsString()));
            }
        }
        return labels;
    }

    JsonObject json(boolean withMetadata) {
        var json = new JsonObject();
        json.addProperty("type", "message");
        json.addProperty("ts", ts);
        json.addProperty("user", user);
        if (bot != null) {
            json.addProperty("bot_id", bot);
        }
        if (thread != null) {
            json.addProperty("thread_ts", thread);
        }
        json.addProperty("text", text);
        json.add("blocks", blocks);
        if (metadata != null) {
            json.add("metadata", withMetadata ? metadata : named(metadata));
        }
        return json;
    }

    private static JsonObject named(JsonObject metadata) {
        var named = new JsonObject();
        named.add("event_type", metadata.get("event_type"));
        return named;
    }
}
