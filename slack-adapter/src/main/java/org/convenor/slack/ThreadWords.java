package org.convenor.slack;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.convenor.chat.Account;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.view.CardWords;

/// Takes what people write in the thread of a session, and what becomes of it. What is written
/// elsewhere is not looked at.
final class ThreadWords {
    /// A message that calls our app: it comes as a mention too, and is a command.
    private static final Pattern CALLS = Pattern.compile("^\\s*<@U[A-Z0-9]+(?:\\|[^>]*)?>");

    private final SlackBackend backend;
    private final Wishes wishes;
    private final Replies replies;
    private final Afterwards afterwards;

    ThreadWords(SlackBackend backend, Wishes wishes, Replies replies, Afterwards afterwards) {
        this.backend = backend;
        this.wishes = wishes;
        this.replies = replies;
        this.afterwards = afterwards;
    }

    void written(Act act, String root, JsonObject event) {
        var channel = wishes.channel(act);
        if (channel == null || CALLS.matcher(Written.text(event, "text")).find()) {
            return;
        }
        var thread = backend.thread(channel, root);
        if (thread == null) {
            return;
        }
        var member = backend.member(act.account());
        if (member == null) {
            afterwards.run(() ->
                    Replies.attempt(
                            "reply",
                            () ->
                                    replies.tell(
                                            act,
                                            wishes.introduceFirst(act),
                                            CardWords.of(Locale.ENGLISH))));
            return;
        }
        backend.enter(member, channel);
        Reply reply;
        try {
            reply =
                    backend.write(
                            member,
                            "slack/" + act.workspace() + act.channel() + Written.text(event, "ts"),
                            channel,
                            thread,
                            Written.text(event, "ts"),
                            Written.words(event));
        } catch (ProblemException e) {
            reply = new Reply.Refused(e.problem());
        }
        var answer = Answer.to(member, backend.language(member), reply);
        afterwards.run(() -> replies.say(act, new Wish.Known(), answer));
    }

    void changed(String workspace, JsonObject event) {
        var message = Written.object(event, "message");
        var channel = backend.channel(workspace, Written.text(event, "channel"));
        var user = Written.text(message, "user");
        if (channel == null || user.isEmpty() || message.has("bot_id")) {
            return;
        }
        var member = backend.member(new Account(workspace, user));
        if (member != null) {
            backend.reword(member, channel, Written.text(message, "ts"), Written.words(message));
        }
    }

    void deleted(String workspace, JsonObject event) {
        var channel = backend.channel(workspace, Written.text(event, "channel"));
        if (channel != null) {
            backend.withdraw(channel, Written.text(event, "deleted_ts"));
        }
    }
}
