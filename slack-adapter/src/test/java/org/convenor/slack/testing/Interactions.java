package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;

/// What Slack sends when people press, fill in and type: payloads for Socket Mode and, as text, for
/// signed requests.
public final class Interactions {
    private final FakeSlack slack;
    private int events;

    public Interactions(FakeSlack slack) {
        this.slack = slack;
    }

    /// A person presses the button with this label.
    ///
    /// @throws IllegalArgumentException if the message has no such button
    public JsonObject press(
            FakeWorkspace workspace,
            String user,
            String channel,
            FakeMessage message,
            String label) {
        return pressed(workspace, user, channel, message, button(message.blocks(), label));
    }

    /// A person presses a button.
    ///
    /// @param button as the message holds it
    public JsonObject pressed(
            FakeWorkspace workspace,
            String user,
            String channel,
            FakeMessage message,
            JsonObject button) {
        var payload = payload("block_actions", workspace, user);
        payload.add("channel", Answers.of("id", channel));
        payload.add("message", message.json(true));
        var container = Answers.of("type", "message");
        container.addProperty("message_ts", message.ts());
        container.addProperty("channel_id", channel);
        container.addProperty(
                "is_ephemeral",
                !channel.startsWith("D") && workspace.ephemeral(channel, message.ts()) != null);
        payload.add("container", container);
        payload.addProperty("response_url", slack.responseUrl(workspace, channel, message));
        var actions = new JsonArray();
        actions.add(button);
        payload.add("actions", actions);
        return payload;
    }

    /// A person submits a modal.
    ///
    /// @param typed what was filled in, by block: the text, the value of an option, several values
    ///   joined by line feeds, a date, or the id of a file
    public JsonObject submit(FakeWorkspace workspace, FakeView view, Map<String, String> typed) {
        var payload = payload("view_submission", workspace, view.user());
        var sent = view.json();
        var state = new JsonObject();
        state.add("values", ViewValues.of(view.view(), typed));
        sent.add("state", state);
        payload.add("view", sent);
        return payload;
    }

    /// An event of the Events API, with an id of its own.
    public JsonObject event(FakeWorkspace workspace, JsonObject event) {
        var payload = Answers.of("type", "event_callback");
        payload.addProperty("team_id", workspace.id());
        payload.addProperty("api_app_id", "A1");
        payload.addProperty("event_id", "Ev" + ++events);
        payload.addProperty("event_time", 1_700_000_000 + events);
        payload.add("event", event);
        return payload;
    }

    /// A slash command.
    public JsonObject command(FakeWorkspace workspace, String user, String channel, String text) {
        var payload = Answers.of("command", "/convene");
        payload.addProperty("text", text);
        payload.addProperty("user_id", user);
        payload.addProperty("channel_id", channel);
        payload.addProperty("team_id", workspace.id());
        payload.addProperty("api_app_id", "A1");
        payload.addProperty("trigger_id", slack.trigger(user));
        return payload;
    }

    private JsonObject payload(String type, FakeWorkspace workspace, String user) {
        var payload = Answers.of("type", type);
        payload.add("team", Answers.of("id", workspace.id()));
        var who = Answers.of("id", user);
        who.addProperty("team_id", workspace.id());
        payload.add("user", who);
        payload.addProperty("api_app_id", "A1");
        payload.addProperty("trigger_id", slack.trigger(user));
        return payload;
    }

    private static JsonObject button(JsonArray blocks, String label) {
        for (var block : blocks) {
            var elements = block.getAsJsonObject().get("elements");
            if (BlockCheck.string(block.getAsJsonObject(), "type").equals("actions")) {
                for (var element : elements.getAsJsonArray()) {
                    var button = element.getAsJsonObject();
                    if (BlockCheck.string(button.getAsJsonObject("text"), "text").equals(label)) {
                        return button;
                    }
                }
            }
        }
        throw new IllegalArgumentException("no button: " + label);
    }
}
