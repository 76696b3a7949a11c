package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/// An answer that is not `ok`.
final class SlackError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> messages;

    SlackError(String code) {
        this(code, List.of());
    }

    /// @param messages what is wrong, each with the place in the arguments
    SlackError(String code, List<String> messages) {
        super(code);
        this.messages = messages;
    }

    JsonObject json() {
        var json = new JsonObject();
        json.addProperty("ok", false);
        json.addProperty("error", getMessage());
        if (!messages.isEmpty()) {
            var all = new JsonArray();
            messages.forEach(all::add);
            var metadata = new JsonObject();
            metadata.add("messages", all);
            json.add("response_metadata", metadata);
        }
        return json;
    }
}
