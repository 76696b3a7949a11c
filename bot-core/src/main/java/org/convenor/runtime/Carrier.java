package org.convenor.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.convenor.chat.ChatPlatform;
import org.convenor.chat.ChatPlatform.Attempt;
import org.convenor.chat.ChatPlatform.Post;
import org.convenor.chat.ChatPlatform.Trace;
import org.convenor.chat.DeliveryException;
import org.convenor.chat.Message;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts one delivery into words and hands it to its platform. Knows no transaction.
final class Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    /// A platform that is not connected may be again after the next start.
    private static final Duration UNTIL_CONNECTED = Duration.ofMinutes(5);

    private static final Message NO_WORDS = new Message("", List.of());

    private final Map<String, ChatPlatform> platforms;
    private final Wording wording;

    Carrier(Map<String, ChatPlatform> platforms, Wording wording) {
        this.platforms = platforms;
        this.wording = wording;
    }

    Outcome carry(Delivery delivery) {
        var platform = platforms.get(delivery.platform());
        if (platform == null) {
            return unconnected(delivery);
        }
        Message message;
        try {
            message = platform.rendersWhenRead() ? NO_WORDS : words(delivery);
        } catch (ProblemException e) {
            return new Outcome.Later(Duration.ZERO, delivery.mayHaveArrived(), e.problem().what());
        } catch (RuntimeException e) {
            LOG.error("no words for {}", keyOf(delivery), e);
            return new Outcome.Unspeakable("could not be put into words");
        }
        return delivery.mayHaveArrived()
                ? traced(platform, delivery, message)
                : called(platform, delivery, message);
    }

    private static Outcome unconnected(Delivery delivery) {
        return delivery.platform().isEmpty()
                ? new Outcome.Dead("the member is on no platform that is connected")
                : new Outcome.Later(
                        UNTIL_CONNECTED,
                        delivery.mayHaveArrived(),
                        delivery.platform() + " is not connected");
    }

    private Message words(Delivery delivery) {
        return switch (delivery) {
            case Delivery.OfLine(var post, var channel) ->
                    wording.line(post.session(), channel.id(), post.line());
            case Delivery.OfBoard(var board, var channel) ->
                    wording.board(board.session(), channel.id());
            case Delivery.OfWhisper(var whisper, var _) ->
                    wording.whisper(whisper.session(), whisper.member(), whisper.line());
        };
    }

    /// Asks what became of the last try before there is another.
    private static Outcome traced(ChatPlatform platform, Delivery delivery, Message message) {
        Trace trace;
        try {
            trace = platform.trace(attempt(delivery, message));
        } catch (DeliveryException e) {
            return ended(e, true);
        } catch (RuntimeException e) {
            LOG.error("{} could not be traced", keyOf(delivery), e);
            return new Outcome.Later(Duration.ZERO, true, "the platform could not be asked");
        }
        return switch (trace) {
            case Trace.Found(var receipt) -> delivered(platform, receipt);
            case Trace.Absent _ -> called(platform, delivery, message);
            case Trace.Unknown _ ->
                    new Outcome.Uncertain("it may have arrived before a break, and may not");
        };
    }

    private static Attempt attempt(Delivery delivery, Message message) {
        return switch (delivery) {
            case Delivery.OfLine line -> new Attempt.OfPost(post(line, message));
            case Delivery.OfBoard(var board, var channel) ->
                    new Attempt.OfBoard(channel, board.session());
            case Delivery.OfWhisper(var whisper, var _) ->
                    new Attempt.OfWhisper(whisper.member(), keyOf(delivery));
        };
    }

    private static Outcome called(ChatPlatform platform, Delivery delivery, Message message) {
        try {
            return delivered(platform, call(platform, delivery, message));
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

    private static Receipt call(ChatPlatform platform, Delivery delivery, Message message)
            throws DeliveryException {
        return switch (delivery) {
            case Delivery.OfLine line -> platform.post(post(line, message));
            case Delivery.OfBoard(var board, var channel) ->
                    platform.board(channel, board.session(), board.platformId(), message);
            case Delivery.OfWhisper(var whisper, var _) ->
                    platform.whisper(whisper.member(), keyOf(delivery), message);
        };
    }

    private static Outcome delivered(ChatPlatform platform, Receipt receipt) {
        return new Outcome.Delivered(receipt, platform.boardPause());
    }

    private static Post post(Delivery.OfLine line, Message message) {
        var post = line.post();
        return new Post(
                post.key(), line.channel(), post.session(), post.line(), post.thread(), message);
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
