package org.convenor.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.ChatPlatform;
import org.convenor.chat.DeliveryException;
import org.convenor.chat.DeliveryException.TryLater;
import org.convenor.chat.DeliveryException.Unanswered;
import org.convenor.chat.DeliveryException.Undeliverable;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Receipt;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// A chat platform in memory, with the faults of real ones. It keeps everything it ever showed, and
/// notices when two messages are sent to one channel at the same moment.
public final class FakeChat implements ChatPlatform {
    private final String name;
    private final Map<ChannelId, List<String>> threads = new HashMap<>();
    private final Map<String, List<String>> boards = new HashMap<>();
    private final Map<MemberId, List<String>> whispers = new HashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final Set<ChannelId> dead = new HashSet<>();
    private final Set<ChannelId> busy = new HashSet<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private Duration boardPause = Duration.ZERO;
    private boolean canBeAsked;
    private boolean interleaved;
    private int calls;

    public FakeChat(String name) {
        this.name = name;
    }

    /// The process died: nothing after the call is done any more.
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        private Killed() {
            super("killed");
        }
    }

    private enum Fault {
        RATE_LIMIT,
        TIME_OUT_AFTER_POSTING,
        TIME_OUT_BEFORE_POSTING,
        KILL_AFTER_POSTING,
        KILL_BEFORE_POSTING
    }

    /// The next call is refused with a pause of half a minute.
    public synchronized void limitRate() {
        faults.add(Fault.RATE_LIMIT);
    }

    /// The next call is never answered.
    ///
    /// @param arrives whether it does what was asked all the same
    public synchronized void timeOut(boolean arrives) {
        faults.add(arrives ? Fault.TIME_OUT_AFTER_POSTING : Fault.TIME_OUT_BEFORE_POSTING);
    }

    /// Our process dies during the next call, with [Killed].
    ///
    /// @param arrives whether the platform got it before
    public synchronized void kill(boolean arrives) {
        faults.add(arrives ? Fault.KILL_AFTER_POSTING : Fault.KILL_BEFORE_POSTING);
    }

    /// The bot was removed from a channel.
    public synchronized void remove(ChannelId channel) {
        dead.add(channel);
    }

    /// From now on it can be asked what became of a message.
    public synchronized void allowAsking() {
        canBeAsked = true;
    }

    public synchronized void limitEdits(Duration pause) {
        boardPause = pause;
    }

    /// The lines in a channel, in order.
    public synchronized List<String> thread(ChannelId channel) {
        return List.copyOf(threads.getOrDefault(channel, List.of()));
    }

    /// What each board of a session in a channel showed, in order.
    public synchronized List<String> board(ChannelId channel, SessionId session) {
        return List.copyOf(boards.getOrDefault(channel + "/" + session, List.of()));
    }

    public synchronized List<String> whispers(MemberId member) {
        return List.copyOf(whispers.getOrDefault(member, List.of()));
    }

    /// Whether two calls to one channel ever overlapped.
    public synchronized boolean hasInterleaved() {
        return interleaved;
    }

    /// Waits until so many lines stand in a channel.
    public synchronized void awaitLines(ChannelId channel, int count) throws InterruptedException {
        while (thread(channel).size() < count) {
            wait(1000);
        }
    }

    public synchronized int calls() {
        return calls;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized Duration boardPause() {
        return boardPause;
    }

    @Override
    public Receipt post(Post post) throws DeliveryException {
        var channel = post.channel().id();
        enter(channel);
        try {
            return act(channel, keyOf(post), () -> add(threads, channel, post.message().summary()));
        } finally {
            leave(channel);
        }
    }

    @Override
    public Receipt board(
            Channel channel, SessionId session, @Nullable String platformId, Message board)
            throws DeliveryException {
        var id = channel.id();
        enter(id);
        try {
            var key = id + "/" + session;
            var receipt = act(id, key, () -> add(boards, key, board.summary()));
            return platformId == null ? receipt : new Receipt(platformId);
        } finally {
            leave(id);
        }
    }

    @Override
    public Receipt whisper(SessionId session, MemberId member, String key, Message message)
            throws DeliveryException {
        return act(null, member + key, () -> add(whispers, member, message.summary()));
    }

    @Override
    public synchronized Trace trace(Attempt attempt) {
        if (!canBeAsked) {
            return new Trace.Unknown();
        }
        var receipt =
                switch (attempt) {
                    case Attempt.OfPost(var post) -> receipts.get(keyOf(post));
                    case Attempt.OfBoard(var channel, var session) ->
                            receipts.get(channel.id() + "/" + session);
                    case Attempt.OfWhisper(_, var member, var key) -> receipts.get(member + key);
                };
        return receipt == null ? new Trace.Absent() : new Trace.Found(receipt);
    }

    private synchronized Receipt act(@Nullable ChannelId channel, String key, Runnable action)
            throws DeliveryException {
        calls++;
        if (channel != null && dead.contains(channel)) {
            throw new Undeliverable("the channel is gone");
        }
        var fault = faults.poll();
        if (fault == Fault.RATE_LIMIT) {
            throw new TryLater("too many requests", Duration.ofSeconds(30));
        }
        boolean arrives =
                fault != Fault.TIME_OUT_BEFORE_POSTING && fault != Fault.KILL_BEFORE_POSTING;
        if (arrives) {
            action.run();
            receipts.put(key, new Receipt(name + "-" + receipts.size()));
            notifyAll();
        }
        if (fault == Fault.KILL_AFTER_POSTING || fault == Fault.KILL_BEFORE_POSTING) {
            throw new Killed();
        }
        var receipt = receipts.get(key);
        if (fault != null || receipt == null) {
            throw new Unanswered("no answer in time");
        }
        return receipt;
    }

    private synchronized void enter(ChannelId channel) {
        interleaved |= !busy.add(channel);
    }

    private synchronized void leave(ChannelId channel) {
        busy.remove(channel);
    }

    private static String keyOf(Post post) {
        return post.channel().id() + "/" + post.session() + "/" + post.key();
    }

    private static <K> void add(Map<K, List<String>> all, K key, String text) {
        all.computeIfAbsent(key, _ -> new ArrayList<>()).add(text);
    }
}
