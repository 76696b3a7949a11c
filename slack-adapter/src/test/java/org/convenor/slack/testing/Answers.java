package org.convenor.slack.testing;

import com.google.gson.JsonObject;

/// Answers that are `ok`.
final class Answers {
    private Answers() {}

    static JsonObject ok() {
        var json = new JsonObject();
        json.addProperty("ok", true);
        return json;
    }

    static JsonObject ok(String name, String value) {
        var json = ok();
        json.addProperty(name, value);
        return json;
    }

    static JsonObject of(String name, String value) {
        var json = new JsonObject();
        json.addProperty(name, value);
        return json;
    }
}
