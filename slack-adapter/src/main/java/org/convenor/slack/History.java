package org.convenor.slack;

import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.util.List;
import org.convenor.chat.ChatPlatform.Trace;
import org.convenor.chat.DeliveryException;
import org.convenor.chat.Receipt;
import org.jspecify.annotations.Nullable;

/// Looks for a message of ours where it would stand. Only after a break: apps that are sold outside
/// of Slack's Marketplace may read one page of 15 messages a minute.
final class History {
    /// What is not among so many pages is not looked for further.
    private static final int MOST_PAGES = 5;

    private final SlackCalls calls;

    History(SlackCalls calls) {
        this.calls = calls;
    }

    /// A page of messages, and where the next one begins.
    private record Page(List<Message> messages, @Nullable String next) {}

    @FunctionalInterface
    private interface Pages {
        Page read(@Nullable String cursor) throws DeliveryException, Refusal;
    }

    /// At the top level of a channel, the newest first.
    ///
    /// @param after what is older is not looked at, or null
    Trace inChannel(SlackAddress address, Mark mark, @Nullable String after)
            throws DeliveryException, Refusal {
        var request =
                ConversationsHistoryRequest.builder()
                        .channel(address.channel())
                        .oldest(after)
                        .limit(Limits.HISTORY_PAGE)
                        .includeAllMetadata(true);
        return find(
                mark,
                cursor -> {
                    var whole = request.cursor(cursor).build();
                    var answer =
                            calls.call(
                                    address.workspace(),
                                    "conversations.history",
                                    slack -> slack.conversationsHistory(whole));
                    return page(answer.getMessages(), answer.getResponseMetadata());
                });
    }

    /// Among the answers to a message.
    Trace inThread(SlackAddress address, Mark mark, String root, String after)
            throws DeliveryException, Refusal {
        var request =
                ConversationsRepliesRequest.builder()
                        .channel(address.channel())
                        .ts(root)
                        .oldest(after)
                        .limit(Limits.HISTORY_PAGE)
                        .includeAllMetadata(true);
        return find(
                mark,
                cursor -> {
                    var whole = request.cursor(cursor).build();
                    var answer =
                            calls.call(
                                    address.workspace(),
                                    "conversations.replies",
                                    slack -> slack.conversationsReplies(whole));
                    return page(answer.getMessages(), answer.getResponseMetadata());
                });
    }

    private static Trace find(Mark mark, Pages pages) throws DeliveryException, Refusal {
        String cursor = null;
        for (int read = 0; read < MOST_PAGES; read++) {
            var page = pages.read(cursor);
            for (var message : page.messages()) {
                if (mark.isOn(message)) {
                    return new Trace.Found(new Receipt(message.getTs()));
                }
            }
            cursor = page.next();
            if (cursor == null) {
                return new Trace.Absent();
            }
        }
        return new Trace.Unknown();
    }

    private static Page page(List<Message> messages, @Nullable ResponseMetadata metadata) {
        var next = metadata == null ? null : metadata.getNextCursor();
        return new Page(messages, next == null || next.isEmpty() ? null : next);
    }
}
