package org.convenor.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializer;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.util.List;

/// Blocks and views in the JSON that is sent. Says nothing about what a stretch of text is not:
/// Slack counts all characters of a message's JSON, and those of its own client would fill it with
/// `false`.
final class Json {
    private static final JsonSerializer<TextStyle> STYLE =
            (style, _, _) -> {
                var json = new JsonObject();
                add(json, "bold", style.isBold());
                add(json, "italic", style.isItalic());
                add(json, "code", style.isCode());
                return json;
            };

    private static final Gson GSON =
            GsonFactory.createSnakeCase()
                    .newBuilder()
                    .registerTypeAdapter(TextStyle.class, STYLE)
                    .create();

    private Json() {}

    static String of(List<LayoutBlock> blocks) {
        return GSON.toJson(blocks);
    }

    static String of(View view) {
        return GSON.toJson(view);
    }

    /// Characters of a block within others.
    static int size(LayoutBlock block) {
        return GSON.toJson(block).length() + 1;
    }

    private static void add(JsonObject json, String name, boolean value) {
        if (value) {
            json.addProperty(name, true);
        }
    }
}
