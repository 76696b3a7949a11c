package org.convenor.slack;

import com.slack.api.Slack;
import java.time.Duration;
import java.time.InstantSource;
import org.convenor.chat.Anchors;
import org.convenor.chat.Channel;
import org.convenor.chat.ChatPlatform;
import org.convenor.chat.DeliveryException;
import org.convenor.chat.DeliveryException.TryLater;
import org.convenor.chat.Directory;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Receipt;
import org.convenor.chat.SessionId;
import org.convenor.view.CardWords;
import org.jspecify.annotations.Nullable;

/// Delivers to Slack: a board is a message that is edited in place, lines are answers to it, and
/// private words are seen by one person alone.
///
/// Whatever is posted carries its key as metadata, so that after a break it is looked for before it
/// is sent again. Rates are kept without waiting: what must wait is thrown back with the time.
public final class SlackPlatform implements ChatPlatform {
    static final String NAME = "slack";

    private final Directory directory;
    private final Outbox outbox;
    private final History history;
    private final Threads threads;
    private final PrivateWords privateWords;
    private final Budgets edits;

    /// @param slack from [SlackHttp#slack]; one for the whole process
    public SlackPlatform(
            Slack slack,
            Workspaces workspaces,
            Directory directory,
            Anchors anchors,
            InstantSource clock) {
        var calls = new SlackCalls(slack, workspaces, clock);
        this.directory = directory;
        this.outbox = new Outbox(calls);
        this.history = new History(calls);
        this.threads = new Threads(anchors, outbox, history);
        this.privateWords = new PrivateWords(directory, calls, outbox, history);
        this.edits = new Budgets(clock, Limits.EDITS_PER_MINUTE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration boardPause() {
        return Limits.BETWEEN_EDITS;
    }

    @Override
    public Duration postPause() {
        return Limits.BETWEEN_POSTS;
    }

    @Override
    public Receipt post(Post post) throws DeliveryException {
        return meant(() -> {
            var address = SlackAddress.of(post.channel());
            var words = words(post.channel());
            threads.prepare(address, post, words);
            var root = threads.root(post);
            try {
                return new Receipt(
                        outbox.post(address, Mark.line(post), root, post.message(), words));
            } catch (Refusal e) {
                if (root != null && e.isThreadGone()) {
                    throw threads.lost(post, root);
                }
                throw e;
            }
        });
    }

    @Override
    public Receipt board(
            Channel channel, SessionId session, @Nullable String platformId, Message shown)
            throws DeliveryException {
        return meant(() -> {
            var address = SlackAddress.of(channel);
            var board = Buttons.withMine(shown, session, words(channel));
            if (platformId == null) {
                return put(address, channel, session, board);
            }
            var wait = edits.take(address.workspace(), session + "/" + channel.id());
            if (!wait.isZero()) {
                throw new TryLater("many boards are edited", wait);
            }
            try {
                outbox.edit(address, platformId, Mark.board(session), board, words(channel));
                return new Receipt(platformId);
            } catch (Refusal e) {
                if (!e.isMessageGone()) {
                    throw e;
                }
                return replace(address, channel, session, platformId, board);
            }
        });
    }

    private Receipt put(SlackAddress address, Channel channel, SessionId session, Message board)
            throws DeliveryException, Refusal {
        return new Receipt(outbox.post(address, Mark.board(session), null, board, words(channel)));
    }

    /// Somebody deleted the board's message: another is posted, once. A try before this one may
    /// have done so already.
    private Receipt replace(
            SlackAddress address, Channel channel, SessionId session, String gone, Message board)
            throws DeliveryException, Refusal {
        return switch (history.inChannel(address, Mark.board(session), gone)) {
            case Trace.Found(var receipt) -> {
                outbox.edit(
                        address, receipt.platformId(), Mark.board(session), board, words(channel));
                yield receipt;
            }
            // A session without a board cannot be worked with.
            case Trace.Absent _, Trace.Unknown _ -> put(address, channel, session, board);
        };
    }

    @Override
    public Receipt whisper(SessionId session, MemberId member, String key, Message message)
            throws DeliveryException {
        return meant(() -> privateWords.tell(session, member, key, message));
    }

    @Override
    public Trace trace(Attempt attempt) throws DeliveryException {
        return meant(() ->
                switch (attempt) {
                    case Attempt.OfPost(var post) ->
                            threads.trace(SlackAddress.of(post.channel()), post);
                    case Attempt.OfBoard(var channel, var session) ->
                            history.inChannel(SlackAddress.of(channel), Mark.board(session), null);
                    case Attempt.OfWhisper(var session, var member, var key) ->
                            privateWords.trace(session, member, key);
                });
    }

    private CardWords words(Channel channel) {
        return CardWords.of(directory.language(channel.id()));
    }

    @FunctionalInterface
    private interface Doing<T> {
        T run() throws DeliveryException, Refusal;
    }

    private static <T> T meant(Doing<T> doing) throws DeliveryException {
        try {
            return doing.run();
        } catch (Refusal e) {
            throw e.meaning();
        }
    }
}
