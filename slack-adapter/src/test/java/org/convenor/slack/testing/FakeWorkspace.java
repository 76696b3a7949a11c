package org.convenor.slack.testing;

import com.google.gson.JsonArray;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A workspace in which our app is installed. Thread-safe.
public final class FakeWorkspace {
    private static final Set<String> ALL_SCOPES =
            Set.of(
                    "chat:write",
                    "app_mentions:read",
                    "channels:read",
                    "channels:history",
                    "groups:read",
                    "groups:history",
                    "im:write",
                    "im:history",
                    "users:read",
                    "team:read",
                    "files:read",
                    "files:write",
                    "commands");

    private final String id;
    private final InstantSource clock;
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final Map<String, String> users = new LinkedHashMap<>();
    private final Set<String> deactivated = new LinkedHashSet<>();
    private final Set<String> scopes = new LinkedHashSet<>(ALL_SCOPES);
    private String trouble = "";
    private long lastTs;

    FakeWorkspace(String id, InstantSource clock) {
        this.id = id;
        this.clock = clock;
    }

    public String id() {
        return id;
    }

    public String token() {
        return "xoxb-" + id;
    }

    public String bot() {
        return "UBOT" + id;
    }

    String botId() {
        return "B" + id;
    }

    /// @return the new user's id
    public synchronized String addUser(String name) {
        var user = "U" + id + (users.size() + 1);
        users.put(user, name);
        return user;
    }

    /// @return the new channel's id; our bot is in it
    public synchronized String addChannel(String name, String... members) {
        var channel = new Conversation("C" + id + (conversations.size() + 1), name, false);
        channel.members.add(bot());
        channel.members.addAll(List.of(members));
        conversations.put(channel.id, channel);
        return channel.id;
    }

    public synchronized void archive(String channel) {
        conversation(channel).archived = true;
    }

    /// As when it is deleted, or private and the bot was removed.
    public synchronized void hide(String channel) {
        conversation(channel).hidden = true;
    }

    public synchronized void remove(String channel, String user) {
        conversation(channel).members.remove(user);
    }

    public synchronized void join(String channel, String user) {
        conversation(channel).members.add(user);
    }

    public synchronized void deactivate(String user) {
        deactivated.add(user);
    }

    public synchronized void withdraw(String scope) {
        scopes.remove(scope);
    }

    /// From now on every call with its token is answered so, for example `token_revoked`; empty
    /// ends it.
    public synchronized void refuse(String error) {
        trouble = error;
    }

    /// Somebody deletes a message by hand.
    public synchronized void delete(String channel, String ts) {
        conversation(channel).messages.remove(ts);
    }

    /// A person writes.
    ///
    /// @param thread the message it answers, or null
    /// @return the message's ts
    public synchronized String write(
            String channel, String user, String text, @Nullable String thread) {
        var ts = nextTs();
        conversation(channel)
                .messages
                .put(ts, new FakeMessage(ts, thread, user, null, text, new JsonArray(), null, 0));
        return ts;
    }

    /// What stands at the top level of a channel, the oldest first.
    public synchronized List<FakeMessage> messages(String channel) {
        return conversation(channel).thread(null);
    }

    /// The answers to a message, the oldest first.
    public synchronized List<FakeMessage> thread(String channel, String root) {
        return conversation(channel).thread(root);
    }

    /// What one person alone was shown in a channel.
    public synchronized List<FakeMessage> ephemerals(String channel, String user) {
        return conversation(channel).ephemerals.stream()
                .filter(one -> one.user().equals(user))
                .map(Conversation.Whispered::message)
                .toList();
    }

    /// Puts another message in place of one that a person alone sees, or takes it away.
    ///
    /// @return false if it is not there
    synchronized boolean replace(String channel, String ts, @Nullable FakeMessage by) {
        var shown = conversation(channel).ephemerals;
        for (int at = 0; at < shown.size(); at++) {
            var one = shown.get(at);
            if (one.message().ts().equals(ts)) {
                if (by == null) {
                    shown.remove(at);
                } else {
                    shown.set(at, new Conversation.Whispered(one.user(), by));
                }
                return true;
            }
        }
        return false;
    }

    /// A message that one person alone sees, or null.
    synchronized @Nullable FakeMessage ephemeral(String channel, String ts) {
        return conversation(channel).ephemerals.stream()
                .map(Conversation.Whispered::message)
                .filter(message -> message.ts().equals(ts))
                .findFirst()
                .orElse(null);
    }

    /// The direct messages between our bot and a person.
    public synchronized List<FakeMessage> directMessages(String user) {
        var found = conversations.get("D" + user);
        return found == null ? List.of() : new ArrayList<>(found.messages.values());
    }

    synchronized Set<String> scopes() {
        return Set.copyOf(scopes);
    }

    synchronized void check(String scope) {
        if (!trouble.isEmpty()) {
            throw new SlackError(trouble);
        }
        if (!scope.isEmpty() && !scopes.contains(scope)) {
            throw new SlackError("missing_scope", List.of("needed: " + scope));
        }
    }

    Conversation conversation(String channel) {
        var found = conversations.get(channel);
        if (found == null || found.hidden) {
            throw new SlackError("channel_not_found");
        }
        return found;
    }

    /// The direct message with a person, opened if need be.
    Conversation direct(String user) {
        userName(user);
        if (deactivated.contains(user)) {
            throw new SlackError("user_disabled");
        }
        return conversations.computeIfAbsent(
                "D" + user,
                name -> {
                    var direct = new Conversation(name, "", true);
                    direct.members.add(bot());
                    direct.members.add(user);
                    return direct;
                });
    }

    String userName(String user) {
        var name = user.equals(bot()) ? "convenor" : users.get(user);
        if (name == null) {
            throw new SlackError("user_not_found");
        }
        return name;
    }

    boolean isDeactivated(String user) {
        return deactivated.contains(user);
    }

    /// Unique and growing, as Slack's are.
    String nextTs() {
        lastTs = Math.max(lastTs + 1, clock.instant().toEpochMilli() * 1_000);
        return "%d.%06d".formatted(lastTs / 1_000_000, lastTs % 1_000_000);
    }
}
