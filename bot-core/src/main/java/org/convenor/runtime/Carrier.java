package org.convenor.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Arg;
import org.convenor.chat.Channel;
import org.convenor.chat.ChatPlatform;
import org.convenor.chat.ChatPlatform.Attempt;
import org.convenor.chat.ChatPlatform.Post;
import org.convenor.chat.ChatPlatform.Trace;
import org.convenor.chat.DeliveryException;
import org.convenor.chat.Line;
import org.convenor.chat.Message;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Receipt;
import org.convenor.store.Posts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts one delivery into words and hands it to its platform. Knows no transaction.
final class Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    /// A platform that is not connected may be again after the next start.
    private static final Duration UNTIL_CONNECTED = Duration.ofMinutes(5);

    private static final Worded NO_WORDS = new Worded(null, new Message("", List.of()));

    private final Map<String, ChatPlatform> platforms;
    private final Wording wording;

    Carrier(Map<String, ChatPlatform> platforms, Wording wording) {
        this.platforms = platforms;
        this.wording = wording;
    }

    /// @param head what stands above a group's thread, or null
    private record Worded(@Nullable Message head, Message message) {}

    Outcome carry(Delivery delivery) {
        var platform = platforms.get(delivery.platform());
        if (platform == null) {
            return unconnected(delivery);
        }
        Worded worded;
        try {
            worded = platform.rendersWhenRead() ? NO_WORDS : words(delivery);
        } catch (ProblemException e) {
            return new Outcome.Later(Duration.ZERO, delivery.mayHaveArrived(), e.problem().what());
        } catch (RuntimeException e) {
            LOG.error("no words for {}", keyOf(delivery), e);
            return new Outcome.Unspeakable("could not be put into words");
        }
        return delivery.mayHaveArrived()
                ? traced(platform, delivery, worded)
                : called(platform, delivery, worded);
    }

    private static Outcome unconnected(Delivery delivery) {
        return delivery.platform().isEmpty()
                ? new Outcome.Dead("the member is on no platform that is connected")
                : new Outcome.Later(
                        UNTIL_CONNECTED,
                        delivery.mayHaveArrived(),
                        delivery.platform() + " is not connected");
    }

    private Worded words(Delivery delivery) {
        return switch (delivery) {
            case Delivery.OfLine(var post, var channel) ->
                    new Worded(
                            head(post, channel),
                            wording.line(post.session(), channel.id(), post.line()));
            case Delivery.OfBoard(var board, var channel) ->
                    new Worded(null, wording.board(board.session(), channel.id()));
            case Delivery.OfWhisper(var whisper, var _) ->
                    new Worded(
                            null,
                            wording.whisper(whisper.session(), whisper.member(), whisper.line()));
        };
    }

    private @Nullable Message head(Posts.Pending post, Channel channel) {
        return post.thread() == 0
                ? null
                : wording.line(
                        post.session(),
                        channel.id(),
                        Line.of("group.thread").with("group", new Arg.Count(post.thread())));
    }

    /// Asks what became of the last try before there is another.
    private static Outcome traced(ChatPlatform platform, Delivery delivery, Worded worded) {
        Trace trace;
        try {
            trace = platform.trace(attempt(delivery, worded));
        } catch (DeliveryException e) {
            return ended(e, true);
        } catch (RuntimeException e) {
            LOG.error("{} could not be traced", keyOf(delivery), e);
            return new Outcome.Later(Duration.ZERO, true, "the platform could not be asked");
        }
        return switch (trace) {
            case Trace.Found(var receipt) -> delivered(platform, delivery, receipt);
            case Trace.Absent _ -> called(platform, delivery, worded);
            case Trace.Unknown _ ->
                    new Outcome.Uncertain("it may have arrived before a break, and may not");
        };
    }

    private static Attempt attempt(Delivery delivery, Worded worded) {
        return switch (delivery) {
            case Delivery.OfLine line -> new Attempt.OfPost(post(line, worded));
            case Delivery.OfBoard(var board, var channel) ->
                    new Attempt.OfBoard(channel, board.session());
            case Delivery.OfWhisper(var whisper, var _) ->
                    new Attempt.OfWhisper(whisper.session(), whisper.member(), keyOf(delivery));
        };
    }

    private static Outcome called(ChatPlatform platform, Delivery delivery, Worded worded) {
        try {
            return delivered(platform, delivery, call(platform, delivery, worded));
        } catch (DeliveryException e) {
            return ended(e, false);
        } catch (RuntimeException e) {
            LOG.error("{} failed on its way to {}", keyOf(delivery), platform.name(), e);
            return new Outcome.Later(Duration.ZERO, true, "the platform failed unexpectedly");
        }
    }

    /// @param mayHaveArrived whether an earlier try may have
    private static Outcome ended(DeliveryException end, boolean mayHaveArrived) {
        var problem = String.valueOf(end.getMessage());
        return switch (end) {
            case DeliveryException.TryLater later ->
                    new Outcome.Later(later.pause(), mayHaveArrived, problem);
            case DeliveryException.Unanswered _ -> new Outcome.Later(Duration.ZERO, true, problem);
            case DeliveryException.Undeliverable _ -> new Outcome.Dead(problem);
        };
    }

    private static Receipt call(ChatPlatform platform, Delivery delivery, Worded worded)
            throws DeliveryException {
        return switch (delivery) {
            case Delivery.OfLine line -> platform.post(post(line, worded));
            case Delivery.OfBoard(var board, var channel) ->
                    platform.board(channel, board.session(), board.platformId(), worded.message());
            case Delivery.OfWhisper(var whisper, var _) ->
                    platform.whisper(
                            whisper.session(), whisper.member(), keyOf(delivery), worded.message());
        };
    }

    private static Outcome delivered(ChatPlatform platform, Delivery delivery, Receipt receipt) {
        var pause =
                switch (delivery) {
                    case Delivery.OfLine _ -> platform.postPause();
                    case Delivery.OfBoard _ -> platform.boardPause();
                    case Delivery.OfWhisper _ -> Duration.ZERO;
                };
        return new Outcome.Delivered(receipt, pause);
    }

    private static Post post(Delivery.OfLine line, Worded worded) {
        var post = line.post();
        return new Post(
                post.key(),
                line.channel(),
                post.session(),
                post.line(),
                post.thread(),
                worded.head(),
                worded.message());
    }

    /// Unique for the member, whatever the session.
    private static String keyOf(Delivery delivery) {
        return switch (delivery) {
            case Delivery.OfLine(var post, var _) -> post.session() + "/" + post.key();
            case Delivery.OfBoard(var board, var _) -> board.session() + "/board";
            case Delivery.OfWhisper(var whisper, var _) -> whisper.session() + "/" + whisper.key();
        };
    }
}
