package org.convenor.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.convenor.view.CardWords;

/// Writes one message and modal of each kind as JSON, to look at them: `Preview samples.json`.
final class Preview {
    private Preview() {}

    public static void main(String[] args) throws IOException {
        var words = CardWords.of(Locale.ENGLISH);
        var all = new JsonArray();
        Samples.messages()
                .forEach((name, message) ->
                        all.add(
                                one(
                                        name,
                                        "blocks",
                                        Json.of(BlockKit.render(message, words).blocks()))));
        Samples.forms()
                .forEach((name, form) ->
                        all.add(
                                one(
                                        "modal-" + name,
                                        "view",
                                        Json.of(ModalView.render(form, words)))));
        Files.writeString(Path.of(args[0]), all.toString());
    }

    private static JsonObject one(String name, String kind, String json) {
        var one = new JsonObject();
        one.addProperty("name", name);
        one.add(kind, JsonParser.parseString(json));
        return one;
    }
}
