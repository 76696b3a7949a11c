package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// Refuses views as Slack does.
public final class ViewCheck {
    private ViewCheck() {}

    /// @return what is wrong; empty if Slack would take it
    public static List<String> problems(JsonObject view) {
        var problems = new ArrayList<String>();
        boolean modal = BlockCheck.string(view, "type").equals("modal");
        if (!modal && !BlockCheck.string(view, "type").equals("home")) {
            problems.add("[ERROR] must be modal or home [json-pointer:/view/type]");
        }
        if (modal) {
            short24(view, "title", true, problems);
            short24(view, "close", false, problems);
            short24(view, "submit", hasInput(view), problems);
        }
        most(view, "private_metadata", 3_000, problems);
        most(view, "callback_id", 255, problems);
        most(view, "external_id", 255, problems);
        if (!view.has("blocks") || view.getAsJsonArray("blocks").isEmpty()) {
            problems.add("[ERROR] no less than 1 items allowed [json-pointer:/view/blocks]");
        } else {
            problems.addAll(
                    BlockCheck.problems(
                            view.getAsJsonArray("blocks"),
                            modal ? BlockCheck.Surface.MODAL : BlockCheck.Surface.HOME));
        }
        return problems;
    }

    private static boolean hasInput(JsonObject view) {
        var blocks = view.has("blocks") ? view.getAsJsonArray("blocks") : new JsonArray();
        for (var block : blocks) {
            if (BlockCheck.string(BlockCheck.object(block), "type").equals("input")) {
                return true;
            }
        }
        return false;
    }

    private static void short24(
            JsonObject view, String name, boolean required, List<String> problems) {
        if (!view.has(name)) {
            if (required) {
                problems.add("[ERROR] missing required field: " + name + " [json-pointer:/view]");
            }
            return;
        }
        var text = BlockCheck.string(view.getAsJsonObject(name), "text");
        if (text.isBlank() || text.length() > 24) {
            problems.add("[ERROR] must be 1 to 24 characters [json-pointer:/view/" + name + "]");
        }
    }

    private static void most(JsonObject view, String name, int most, List<String> problems) {
        if (BlockCheck.string(view, name).length() > most) {
            problems.add("[ERROR] longer than " + most + " [json-pointer:/view/" + name + "]");
        }
    }
}
