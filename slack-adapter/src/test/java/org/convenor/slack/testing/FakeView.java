package org.convenor.slack.testing;

import com.google.gson.JsonObject;

/// A modal or a Home that stands open.
///
/// @param hash changes with every update
public record FakeView(String id, String user, String hash, JsonObject view) {
    /// As Slack tells it back.
    public JsonObject json() {
        var json = view.deepCopy();
        json.addProperty("id", id);
        json.addProperty("hash", hash);
        return json;
    }
}
