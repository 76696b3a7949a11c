package org.convenor.slack;

import org.convenor.chat.Anchors;
import org.convenor.chat.ChatPlatform.Post;
import org.convenor.chat.ChatPlatform.Trace;
import org.convenor.chat.DeliveryException;
import org.convenor.chat.DeliveryException.TryLater;
import org.convenor.chat.DeliveryException.Undeliverable;
import org.convenor.chat.Message;
import org.convenor.view.CardWords;
import org.jspecify.annotations.Nullable;

/// Which message a line answers: the session's board, or the message above its group's thread,
/// which is posted once when the first line goes there.
final class Threads {
    private final Anchors anchors;
    private final Outbox outbox;
    private final History history;

    Threads(Anchors anchors, Outbox outbox, History history) {
        this.anchors = anchors;
        this.outbox = outbox;
        this.history = history;
    }

    /// The message a line answers, or null if there is none: then the line stands by itself.
    @Nullable String root(Post post) {
        var channel = post.channel().id();
        if (post.thread() == 0) {
            return anchors.board(post.session(), channel);
        }
        var head = anchors.head(post.session(), channel, post.thread());
        return head == null ? null : head.platformId();
    }

    /// Sees to it that the message above a group's thread stands.
    ///
    /// @throws TryLater when it was posted just now: the line follows at Slack's pace
    void prepare(SlackAddress address, Post post, CardWords words)
            throws DeliveryException, Refusal {
        var message = post.head();
        if (post.thread() == 0 || message == null) {
            return;
        }
        var channel = post.channel().id();
        var head = anchors.head(post.session(), channel, post.thread());
        if (head != null && head.platformId() != null) {
            return;
        }
        if (head == null) {
            var board = anchors.board(post.session(), channel);
            anchors.tryHead(post.session(), channel, post.thread(), board);
            begin(address, post, message, words);
        } else {
            find(address, post, head.after(), message, words);
        }
    }

    private void begin(SlackAddress address, Post post, Message message, CardWords words)
            throws DeliveryException, Refusal {
        var mark = Mark.head(post.session(), post.thread());
        try {
            keep(post, outbox.post(address, mark, null, message, words));
        } catch (TryLater | Undeliverable | Refusal e) {
            anchors.dropHead(post.session(), post.channel().id(), post.thread());
            throw e;
        }
        throw new TryLater("the group's thread was begun just now", Limits.BETWEEN_POSTS);
    }

    /// It was tried before, and nobody knows how that ended.
    private void find(
            SlackAddress address,
            Post post,
            @Nullable String after,
            Message message,
            CardWords words)
            throws DeliveryException, Refusal {
        var mark = Mark.head(post.session(), post.thread());
        switch (history.inChannel(address, mark, after)) {
            case Trace.Found(var receipt) -> keep(post, receipt.platformId());
            case Trace.Absent _ -> begin(address, post, message, words);
            // It is not posted a second time: the lines of the group stand under the board.
            case Trace.Unknown _ -> {
                if (after != null) {
                    keep(post, after);
                }
            }
        }
    }

    private void keep(Post post, String ts) {
        anchors.keepHead(post.session(), post.channel().id(), post.thread(), ts);
    }

    /// Somebody deleted the message that a line was to answer: it is put up anew first.
    TryLater lost(Post post, String root) {
        var channel = post.channel().id();
        if (post.thread() == 0) {
            anchors.lostBoard(post.session(), channel, root);
        } else {
            anchors.dropHead(post.session(), channel, post.thread());
        }
        return new TryLater("the message above the thread is gone", Limits.BETWEEN_POSTS);
    }

    /// Looks for a line that was tried. It can only stand after the newest one that arrived.
    Trace trace(SlackAddress address, Post post) throws DeliveryException, Refusal {
        var mark = Mark.line(post);
        var root = root(post);
        var newest = anchors.newestLine(post.session(), post.channel().id(), post.thread());
        if (root == null) {
            return history.inChannel(address, mark, newest);
        }
        try {
            return history.inThread(address, mark, root, newest == null ? root : newest);
        } catch (Refusal e) {
            if (e.isThreadGone()) {
                return new Trace.Absent();
            }
            throw e;
        }
    }
}
