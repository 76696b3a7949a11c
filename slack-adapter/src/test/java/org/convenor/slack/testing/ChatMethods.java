package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/// `chat.*`. Called with the workspace locked.
final class ChatMethods {
    private static final int MOST_TEXT = 40_000;
    private static final int MOST_METADATA = 8_000;

    private ChatMethods() {}

    static JsonObject post(FakeWorkspace workspace, Call call) {
        workspace.check("chat:write");
        var channel = writable(workspace, target(workspace, call));
        var message = message(workspace, channel, call);
        channel.messages.put(message.ts(), message);
        var answer = Answers.ok("channel", channel.id);
        answer.addProperty("ts", message.ts());
        answer.add("message", message.json(true));
        return answer;
    }

    static JsonObject postEphemeral(FakeWorkspace workspace, Call call) {
        workspace.check("chat:write");
        var channel = writable(workspace, workspace.conversation(call.need("channel")));
        var user = call.need("user");
        if (!channel.members.contains(user) || workspace.isDeactivated(user)) {
            throw new SlackError("user_not_in_channel");
        }
        var message = message(workspace, channel, call);
        channel.ephemerals.add(new Conversation.Whispered(user, message));
        return Answers.ok("message_ts", message.ts());
    }

    static JsonObject update(FakeWorkspace workspace, Call call) {
        workspace.check("chat:write");
        var channel = writable(workspace, workspace.conversation(call.need("channel")));
        var old = channel.messages.get(call.need("ts"));
        if (old == null) {
            throw new SlackError("message_not_found");
        }
        if (!workspace.bot().equals(old.user())) {
            throw new SlackError("cant_update_message");
        }
        var edited = old.edited(text(call), blocks(call), metadata(call));
        channel.messages.put(old.ts(), edited);
        var answer = Answers.ok("channel", channel.id);
        answer.addProperty("ts", old.ts());
        answer.addProperty("text", edited.text());
        return answer;
    }

    static JsonObject delete(FakeWorkspace workspace, Call call) {
        workspace.check("chat:write");
        var channel = workspace.conversation(call.need("channel"));
        if (channel.messages.remove(call.need("ts")) == null) {
            throw new SlackError("message_not_found");
        }
        return Answers.ok("channel", channel.id);
    }

    /// A user's id stands for the direct message with them.
    private static Conversation target(FakeWorkspace workspace, Call call) {
        var channel = call.need("channel");
        return channel.startsWith("U")
                ? workspace.direct(channel)
                : workspace.conversation(channel);
    }

    private static Conversation writable(FakeWorkspace workspace, Conversation channel) {
        if (channel.archived) {
            throw new SlackError("is_archived");
        }
        if (!channel.members.contains(workspace.bot())) {
            throw new SlackError("not_in_channel");
        }
        return channel;
    }

    private static FakeMessage message(FakeWorkspace workspace, Conversation channel, Call call) {
        var thread = call.get("thread_ts");
        if (thread != null && !channel.messages.containsKey(thread)) {
            throw new SlackError("thread_not_found");
        }
        return new FakeMessage(
                workspace.nextTs(),
                thread,
                workspace.bot(),
                workspace.botId(),
                text(call),
                blocks(call),
                metadata(call),
                0);
    }

    private static String text(Call call) {
        var text = call.get("text", "");
        if (text.isBlank() && call.get("blocks") == null) {
            throw new SlackError("no_text");
        }
        if (text.length() > MOST_TEXT) {
            throw new SlackError("msg_too_long");
        }
        return text;
    }

    private static JsonArray blocks(Call call) {
        var blocks = call.array("blocks", "invalid_blocks_format");
        var problems = BlockCheck.problems(blocks, BlockCheck.Surface.MESSAGE);
        if (!problems.isEmpty()) {
            throw new SlackError("invalid_blocks", problems);
        }
        if (blocks.toString().length() > BlockCheck.MOST_JSON) {
            throw new SlackError("msg_blocks_too_long");
        }
        return blocks;
    }

    private static @Nullable JsonObject metadata(Call call) {
        var metadata = call.object("metadata", "invalid_metadata_format");
        if (metadata != null
                && (!metadata.has("event_type")
                        || !metadata.has("event_payload")
                        || metadata.toString().length() > MOST_METADATA)) {
            throw new SlackError("invalid_metadata_schema");
        }
        return metadata;
    }
}
