package org.convenor.slack;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Account;
import org.convenor.view.CardWords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what Slack tells without being asked: words in threads, mentions, direct messages, and
/// what becomes of messages, channels, people and the app itself. Other text is not looked at.
final class Happening {
    private static final Logger LOG = LoggerFactory.getLogger(Happening.class);

    private final SlackBackend backend;
    private final Wishes wishes;
    private final Replies replies;
    private final Mirrors mirrors;
    private final Profiles profiles;
    private final ThreadWords threadWords;
    private final Afterwards afterwards;

    Happening(
            SlackBackend backend,
            Wishes wishes,
            Replies replies,
            Mirrors mirrors,
            Profiles profiles,
            Afterwards afterwards) {
        this.backend = backend;
        this.wishes = wishes;
        this.replies = replies;
        this.mirrors = mirrors;
        this.profiles = profiles;
        this.threadWords = new ThreadWords(backend, wishes, replies, afterwards);
        this.afterwards = afterwards;
    }

    /// @param payload as the Events API sends it
    void take(JsonObject payload) {
        var event = Written.object(payload, "event");
        var workspace = Written.text(payload, "team_id");
        var key = "slack/" + Written.text(payload, "event_id");
        switch (Written.text(event, "type")) {
            case "message" -> message(workspace, key, event);
            case "app_mention" -> mentioned(workspace, key, event);
            case "app_home_opened" -> opened(workspace, event);
            case "member_joined_channel" -> joined(workspace, event);
            case "channel_rename", "group_rename" -> renamed(workspace, event);
            case "tokens_revoked", "app_uninstalled" -> backend.removed(workspace);
            default ->
                    LOG.debug(
                            "an event {} was left alone",
                            Dispatcher.loggable(Written.text(event, "type")));
        }
    }

    private void message(String workspace, String key, JsonObject event) {
        switch (Written.text(event, "subtype")) {
            case "", "file_share", "thread_broadcast" -> written(workspace, key, event);
            case "message_changed" -> threadWords.changed(workspace, event);
            case "message_deleted" -> threadWords.deleted(workspace, event);
            default -> {}
        }
    }

    private void written(String workspace, String key, JsonObject event) {
        var act = act(workspace, key, event);
        if (act == null) {
            return;
        }
        if (act.isDirect()) {
            typed(act, Written.words(event));
        } else if (act.thread() != null) {
            threadWords.written(act, act.thread(), event);
        }
    }

    /// A mention in a thread is a command and no words for the session.
    private void mentioned(String workspace, String key, JsonObject event) {
        var act = act(workspace, key, event);
        if (act != null) {
            typed(act, Written.withoutMention(event));
        }
    }

    private void typed(Act act, String line) {
        var wish = Wishes.wish(line.replaceFirst("(?i)^/?convene\\b", ""), "");
        var answer = wishes.grant(act, wish, Map.of());
        afterwards.run(() -> replies.say(act, wish, answer));
    }

    /// Null for what no person did.
    static @Nullable Act act(String workspace, String key, JsonObject event) {
        var user = Written.text(event, "user");
        var channel = Written.text(event, "channel");
        if (user.isEmpty()
                || channel.isEmpty()
                || event.has("bot_id")
                || user.equals("USLACKBOT")) {
            return null;
        }
        var thread = Written.text(event, "thread_ts");
        return Act.said(
                key, new Account(workspace, user), channel, thread.isEmpty() ? null : thread);
    }

    private void opened(String workspace, JsonObject event) {
        if (!Written.text(event, "tab").equals("messages")) {
            var account = new Account(workspace, Written.text(event, "user"));
            var member = backend.member(account);
            afterwards.run(() -> {
                if (member == null) {
                    var language = profiles.of(account).locale();
                    mirrors.publish(
                            account,
                            new SlackBackend.Page(List.of(backend.stranger(language))),
                            CardWords.of(language));
                } else {
                    mirrors.home(account, member);
                }
            });
        }
    }

    /// Somebody whom we know is let in; nobody else is enrolled.
    private void joined(String workspace, JsonObject event) {
        var member = backend.member(new Account(workspace, Written.text(event, "user")));
        var channel = backend.channel(workspace, Written.text(event, "channel"));
        if (member != null && channel != null) {
            backend.enter(member, channel);
        }
    }

    private void renamed(String workspace, JsonObject event) {
        var renamed = Written.object(event, "channel");
        var channel = backend.channel(workspace, Written.text(renamed, "id"));
        if (channel != null) {
            backend.renamed(channel, Written.text(renamed, "name"));
        }
    }
}
