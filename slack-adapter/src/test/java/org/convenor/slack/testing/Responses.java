package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;

/// The addresses by which messages in which somebody pressed are changed.
final class Responses {
    private final Map<String, Place> places = new HashMap<>();

    private record Place(FakeWorkspace workspace, String channel, String ts) {}

    synchronized String offer(FakeWorkspace workspace, String channel, String ts) {
        var id = "R" + (places.size() + 1);
        places.put(id, new Place(workspace, channel, ts));
        return id;
    }

    /// @return what is wrong, or empty
    synchronized String take(String id, JsonObject sent) {
        var place = places.get(id);
        if (place == null) {
            return "expired_url";
        }
        var old = place.workspace().ephemeral(place.channel(), place.ts());
        if (old == null) {
            return "message_not_found";
        }
        if (sent.has("delete_original")) {
            place.workspace().replace(place.channel(), place.ts(), null);
            return "";
        }
        var blocks = sent.has("blocks") ? sent.getAsJsonArray("blocks") : new JsonArray();
        var problems = BlockCheck.problems(blocks, BlockCheck.Surface.MESSAGE);
        if (!problems.isEmpty()) {
            return "invalid_blocks " + problems;
        }
        var text = BlockCheck.string(sent, "text");
        place.workspace().replace(place.channel(), place.ts(), old.edited(text, blocks, null));
        return "";
    }
}
