package org.convenor.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.methods.request.views.ViewsPublishRequest;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.Account;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.SessionId;
import org.convenor.slack.SlackBackend.Page;
import org.convenor.view.CardWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What shows one person their own part: the message they opened it with, the remote in their
/// direct messages, and the app's Home. Each is brought up to date when something in it was
/// pressed.
final class Mirrors {
    private static final Logger LOG = LoggerFactory.getLogger(Mirrors.class);

    /// A remote is sent once for each start, however often Slack tells of it.
    private static final int STARTS_REMEMBERED = 1_000;

    private final Slack slack;
    private final SlackBackend backend;
    private final SlackCalls calls;
    private final Outbox outbox;
    private final Replies replies;
    private final Set<String> started =
            Collections.synchronizedSet(
                    Collections.newSetFromMap(
                            new LinkedHashMap<>() {
                                private static final long serialVersionUID = 1L;

                                @Override
                                protected boolean removeEldestEntry(
                                        Map.Entry<String, Boolean> eldest) {
                                    return size() > STARTS_REMEMBERED;
                                }
                            }));

    Mirrors(Slack slack, SlackBackend backend, SlackCalls calls, Outbox outbox, Replies replies) {
        this.slack = slack;
        this.backend = backend;
        this.calls = calls;
        this.outbox = outbox;
        this.replies = replies;
    }

    /// The message in which somebody pressed shows what is theirs now, if it is seen by them alone.
    ///
    /// @return whether it is such a message
    boolean update(Act act, MemberId member, SessionId session) {
        if (act.isEphemeral() && act.responseUrl() != null) {
            replace(act.responseUrl(), panel(member, session));
            return true;
        }
        var message = act.message();
        if (act.isDirect() && message != null) {
            Replies.attempt(
                    "remote",
                    () ->
                            outbox.edit(
                                    new SlackAddress(
                                            act.workspace(), String.valueOf(act.channel())),
                                    message,
                                    Mark.whisper("remote"),
                                    backend.panel(member, session),
                                    words(member)));
            return true;
        }
        if (act.channel() == null) {
            home(act.account(), member);
            return true;
        }
        return false;
    }

    /// The message that a person alone sees is gone: what was opened from it takes its place.
    void remove(Act act) {
        var url = act.responseUrl();
        if (act.isEphemeral() && url != null) {
            var gone = new JsonObject();
            gone.addProperty("delete_original", true);
            send(url, gone);
        }
    }

    /// Who starts a session gets its controls into their direct messages.
    void remote(Act act, MemberId member, SessionId session) {
        if (!started.add(act.sourceKey())) {
            return;
        }
        Replies.attempt(
                "remote",
                () ->
                        outbox.post(
                                replies.direct(act.account()),
                                Mark.whisper("remote/" + session),
                                null,
                                backend.panel(member, session),
                                words(member)));
    }

    void home(Account account, MemberId member) {
        publish(account, backend.page(member), words(member));
    }

    void publish(Account account, Page page, CardWords words) {
        var blocks = new ArrayList<LayoutBlock>();
        for (var part : page.parts()) {
            blocks.addAll(BlockKit.render(part, words).blocks());
        }
        var shown = blocks.subList(0, Math.min(blocks.size(), Limits.BLOCKS_PER_VIEW));
        var view = View.builder().type("home").blocks(List.copyOf(shown)).build();
        var request =
                ViewsPublishRequest.builder()
                        .userId(account.user())
                        .viewAsString(Json.of(view))
                        .build();
        Replies.attempt(
                "page",
                () ->
                        calls.call(
                                account.tenant(),
                                "views.publish",
                                methods -> methods.viewsPublish(request)));
    }

    private Rendered panel(MemberId member, SessionId session) {
        return BlockKit.render(shown(backend.panel(member, session)), words(member));
    }

    private static Message shown(Message panel) {
        return panel.parts().isEmpty() ? Message.text("…") : panel;
    }

    private void replace(String url, Rendered rendered) {
        var body = new JsonObject();
        body.addProperty("replace_original", true);
        body.addProperty("response_type", "ephemeral");
        body.addProperty("text", rendered.text());
        body.add("blocks", JsonParser.parseString(Json.of(rendered.blocks())));
        send(url, body);
    }

    private void send(String url, JsonObject body) {
        try {
            int status = slack.send(url, body.toString()).getCode();
            if (status != 200) {
                LOG.warn("a message could not be brought up to date: {}", status);
            }
        } catch (IOException e) {
            LOG.warn("a message could not be brought up to date: {}", e.getClass().getName());
        }
    }

    private CardWords words(MemberId member) {
        return CardWords.of(backend.language(member));
    }
}
