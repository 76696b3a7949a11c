package org.convenor.slack;

import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import org.convenor.chat.DeliveryException;
import org.convenor.chat.Message;
import org.convenor.view.CardWords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends single messages: new ones, edits, and those that one person alone sees. Where Slack
/// refuses the blocks, which would be a fault of ours, the plain text goes out instead.
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private static final String NO_BLOCKS = "[]";

    private final SlackCalls calls;

    Outbox(SlackCalls calls) {
        this.calls = calls;
    }

    /// @param <T> what Slack calls the message
    @FunctionalInterface
    private interface Sending<T> {
        T send(String blocks) throws DeliveryException, Refusal;
    }

    /// @param thread the message it answers, or null
    /// @return the new message's ts
    String post(
            SlackAddress to, Mark mark, @Nullable String thread, Message message, CardWords words)
            throws DeliveryException, Refusal {
        var rendered = BlockKit.render(message, words);
        // Links do not unfold: a board would grow with each edit.
        var request =
                ChatPostMessageRequest.builder()
                        .channel(to.channel())
                        .threadTs(thread)
                        .text(rendered.text())
                        .mrkdwn(false)
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .metadata(mark.metadata());
        var rate = "chat.postMessage/" + to.channel();
        var ts =
                withBlocks(
                        rendered,
                        mark,
                        blocks -> {
                            var whole = request.blocksAsString(blocks).build();
                            return calls.call(
                                            to.workspace(),
                                            rate,
                                            slack -> slack.chatPostMessage(whole))
                                    .getTs();
                        });
        calls.pause(to.workspace(), rate, Limits.BETWEEN_POSTS);
        return ts;
    }

    void edit(SlackAddress at, String ts, Mark mark, Message message, CardWords words)
            throws DeliveryException, Refusal {
        var rendered = BlockKit.render(message, words);
        var request =
                ChatUpdateRequest.builder().channel(at.channel()).ts(ts).text(rendered.text());
        withBlocks(
                rendered,
                mark,
                blocks -> {
                    var whole = request.blocksAsString(blocks).build();
                    return calls.call(
                            at.workspace(), "chat.update", slack -> slack.chatUpdate(whole));
                });
    }

    /// Shown to one person in a channel, until they reload.
    ///
    /// @return Slack's id of it, by which it cannot be edited
    String show(SlackAddress in, String user, Mark mark, Message message, CardWords words)
            throws DeliveryException, Refusal {
        return show(in, null, user, mark, message, words);
    }

    /// The same in a thread.
    ///
    /// @param thread the message it answers, or null
    String show(
            SlackAddress in,
            @Nullable String thread,
            String user,
            Mark mark,
            Message message,
            CardWords words)
            throws DeliveryException, Refusal {
        var rendered = BlockKit.render(message, words);
        var request =
                ChatPostEphemeralRequest.builder()
                        .channel(in.channel())
                        .threadTs(thread)
                        .user(user)
                        .text(rendered.text());
        return withBlocks(
                rendered,
                mark,
                blocks -> {
                    var whole = request.blocksAsString(blocks).build();
                    return calls.call(
                                    in.workspace(),
                                    "chat.postEphemeral",
                                    slack -> slack.chatPostEphemeral(whole))
                            .getMessageTs();
                });
    }

    private static <T> T withBlocks(Rendered rendered, Mark mark, Sending<T> sending)
            throws DeliveryException, Refusal {
        try {
            return sending.send(Json.of(rendered.blocks()));
        } catch (Refusal e) {
            if (!e.isAboutBlocks()) {
                throw e;
            }
            LOG.error(
                    "the blocks of {} {} are refused: {}", mark.kind(), mark.key(), e.getMessage());
            return sending.send(NO_BLOCKS);
        }
    }
}
