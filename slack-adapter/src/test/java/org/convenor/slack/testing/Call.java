package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One call of a method.
///
/// @param arguments by name; structured ones as JSON
public record Call(String method, String token, Map<String, String> arguments) {
    public Call {
        arguments = Map.copyOf(arguments);
    }

    public @Nullable String get(String name) {
        var value = arguments.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String need(String name) {
        var value = get(name);
        if (value == null) {
            throw new SlackError("invalid_arguments");
        }
        return value;
    }

    String get(String name, String otherwise) {
        var value = get(name);
        return value == null ? otherwise : value;
    }

    boolean is(String name) {
        return "true".equals(get(name)) || "1".equals(get(name));
    }

    @Nullable JsonElement json(String name, String error) {
        try {
            var value = get(name);
            return value == null ? null : JsonParser.parseString(value);
        } catch (JsonParseException _) {
            throw new SlackError(error);
        }
    }

    JsonArray array(String name, String error) {
        var json = json(name, error);
        if (json == null) {
            return new JsonArray();
        }
        if (!json.isJsonArray()) {
            throw new SlackError(error);
        }
        return json.getAsJsonArray();
    }

    @Nullable JsonObject object(String name, String error) {
        var json = json(name, error);
        if (json == null) {
            return null;
        }
        if (!json.isJsonObject()) {
            throw new SlackError(error);
        }
        return json.getAsJsonObject();
    }
}
