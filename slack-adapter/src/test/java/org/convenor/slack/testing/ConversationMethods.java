package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// `conversations.*`. Called with the workspace locked.
final class ConversationMethods {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 999;

    private ConversationMethods() {}

    static JsonObject open(FakeWorkspace workspace, Call call) {
        workspace.check("im:write");
        var answer = Answers.ok();
        answer.add("channel", Answers.of("id", workspace.direct(call.need("users")).id));
        return answer;
    }

    static JsonObject info(FakeWorkspace workspace, Call call) {
        workspace.check("channels:read");
        var channel = workspace.conversation(call.need("channel"));
        var json = Answers.of("id", channel.id);
        json.addProperty("name", channel.name);
        json.addProperty("is_archived", channel.archived);
        json.addProperty("is_member", channel.members.contains(workspace.bot()));
        json.addProperty("is_im", channel.direct);
        var answer = Answers.ok();
        answer.add("channel", json);
        return answer;
    }

    static JsonObject members(FakeWorkspace workspace, Call call) {
        workspace.check("channels:read");
        var members = new JsonArray();
        workspace.conversation(call.need("channel")).members.forEach(members::add);
        var answer = Answers.ok();
        answer.add("members", members);
        return answer;
    }

    /// The newest first.
    static JsonObject history(FakeWorkspace workspace, Call call, int mostPerPage) {
        var channel = readable(workspace, call);
        return page(channel.thread(null).reversed(), call, mostPerPage);
    }

    /// The parent and then its answers, the oldest first.
    static JsonObject replies(FakeWorkspace workspace, Call call, int mostPerPage) {
        var channel = readable(workspace, call);
        var root = channel.messages.get(call.need("ts"));
        if (root == null) {
            throw new SlackError("thread_not_found");
        }
        var all = new ArrayList<FakeMessage>();
        all.add(root);
        all.addAll(channel.thread(root.ts()));
        return page(all, call, mostPerPage);
    }

    private static Conversation readable(FakeWorkspace workspace, Call call) {
        var channel = workspace.conversation(call.need("channel"));
        workspace.check(channel.direct ? "im:history" : "channels:history");
        if (!channel.members.contains(workspace.bot())) {
            throw new SlackError("not_in_channel");
        }
        return channel;
    }

    private static JsonObject page(List<FakeMessage> all, Call call, int mostPerPage) {
        var oldest = call.get("oldest", "0");
        var within =
                all.stream()
                        .filter(one ->
                                one.ts().compareTo(oldest) > 0
                                        || (call.is("inclusive") && one.ts().equals(oldest)))
                        .toList();
        int from = Integer.parseInt(call.get("cursor", "0"));
        int limit = Integer.parseInt(call.get("limit", Integer.toString(USUAL_PAGE)));
        int to =
                Math.min(
                        within.size(), from + Math.min(Math.min(limit, LARGEST_PAGE), mostPerPage));
        var messages = new JsonArray();
        within.subList(Math.min(from, to), to)
                .forEach(one -> messages.add(one.json(call.is("include_all_metadata"))));
        var answer = Answers.ok();
        answer.add("messages", messages);
        answer.addProperty("has_more", to < within.size());
        answer.add(
                "response_metadata",
                Answers.of("next_cursor", to < within.size() ? Integer.toString(to) : ""));
        return answer;
    }
}
