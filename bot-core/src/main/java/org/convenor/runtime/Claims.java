package org.convenor.runtime;

import java.time.Instant;
import java.util.Set;
import org.convenor.chat.Channel;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.people.Identity;
import org.convenor.store.Boards;
import org.convenor.store.Channels;
import org.convenor.store.Lanes;
import org.convenor.store.People;
import org.convenor.store.Posts;
import org.convenor.store.Tries;
import org.convenor.store.Tx;
import org.convenor.store.Whispers;
import org.jspecify.annotations.Nullable;

/// Takes what is due in a lane, and writes down how delivering it ended. Works inside the caller's
/// transaction, under the lease of the lane.
final class Claims {
    private final Posts posts = new Posts();
    private final Boards boards = new Boards();
    private final Whispers whispers = new Whispers();
    private final Channels channels = new Channels();
    private final People people = new People();
    private final Troubles troubles = new Troubles(whispers);
    private final Set<String> platforms;
    private final Backoff backoff;

    /// @param platforms names of those that are connected
    Claims(Set<String> platforms, Backoff backoff) {
        this.platforms = platforms;
        this.backoff = backoff;
    }

    /// What is due in the lane now, marked as attempted; null if nothing is. A board comes before
    /// the lines, so that who is called by a line finds the board as it says.
    @Nullable Delivery next(Tx tx, String lane, Instant now) {
        var member = Lanes.member(lane);
        if (member != null) {
            return whisper(tx, member, now);
        }
        var id = new ChannelId(lane);
        var board = boards.next(tx, id, now);
        if (board != null) {
            boards.attempted(tx, board);
            return new Delivery.OfBoard(board, channel(tx, id));
        }
        var post = posts.head(tx, id);
        if (post == null || post.nextAt().isAfter(now)) {
            return null;
        }
        posts.tries().attempted(tx, post.id());
        return new Delivery.OfLine(post, channel(tx, id));
    }

    private @Nullable Delivery whisper(Tx tx, MemberId member, Instant now) {
        var whisper = whispers.head(tx, member);
        if (whisper == null || whisper.nextAt().isAfter(now)) {
            return null;
        }
        whispers.tries().attempted(tx, whisper.id());
        return new Delivery.OfWhisper(whisper, platformOf(tx, member));
    }

    private String platformOf(Tx tx, MemberId member) {
        return people.identities(tx, member).stream()
                .map(Identity::platform)
                .filter(platforms::contains)
                .findFirst()
                .orElse("");
    }

    private Channel channel(Tx tx, ChannelId id) {
        var found = channels.find(tx, id);
        if (found == null) {
            throw new IllegalStateException("no channel " + id);
        }
        return found;
    }

    void settle(Tx tx, Delivery delivery, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Later later
                && delivery.attempts() + 1 >= Backoff.MOST_TRIES) {
            settle(tx, delivery, new Outcome.Dead("gave up: " + later.problem()), now);
            return;
        }
        switch (delivery) {
            case Delivery.OfLine(var post, var channel) -> {
                if (outcome instanceof Outcome.Dead) {
                    troubles.lineLost(tx, post, channel, now);
                }
                settle(tx, posts.tries(), post.id(), post.attempts(), outcome, now);
                if (outcome instanceof Outcome.Delivered(_, var pause) && !pause.isZero()) {
                    posts.holdNext(tx, post.channel(), now.plus(pause));
                }
            }
            case Delivery.OfBoard(var board, var channel) -> {
                switch (outcome) {
                    case Outcome.Delivered(var receipt, var _) ->
                            troubles.boardShown(tx, board, channel, receipt, now);
                    case Outcome.Dead _ -> troubles.boardLost(tx, board, channel, now);
                    case Outcome.Later _, Outcome.Uncertain _, Outcome.Unspeakable _ -> {}
                }
                settle(tx, board, outcome, now);
            }
            case Delivery.OfWhisper(var whisper, var _) ->
                    settle(tx, whispers.tries(), whisper.id(), whisper.attempts(), outcome, now);
        }
    }

    private void settle(Tx tx, Tries tries, long id, int attempts, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Delivered(var receipt, var _) ->
                    tries.delivered(tx, id, receipt.platformId());
            case Outcome.Later later ->
                    tries.retry(
                            tx,
                            id,
                            next(later, attempts, now),
                            later.mayHaveArrived(),
                            later.problem());
            case Outcome.Uncertain(var problem) -> tries.uncertain(tx, id, problem);
            case Outcome.Dead(var problem) -> tries.undeliverable(tx, id, problem);
            case Outcome.Unspeakable(var problem) -> tries.undeliverable(tx, id, problem);
        }
    }

    private void settle(Tx tx, Boards.Pending board, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Delivered(var receipt, var pause) ->
                    boards.delivered(tx, board, receipt.platformId(), now.plus(pause));
            case Outcome.Later later ->
                    boards.retry(
                            tx,
                            board,
                            next(later, board.attempts(), now),
                            later.mayHaveArrived(),
                            later.problem());
            case Outcome.Uncertain(var problem) -> boards.uncertain(tx, board, problem);
            case Outcome.Dead(var problem) -> boards.undeliverable(tx, board, problem);
            // The next state of the session may have words again.
            case Outcome.Unspeakable(var problem) -> boards.uncertain(tx, board, problem);
        }
    }

    private Instant next(Outcome.Later later, int tries, Instant now) {
        return now.plus(backoff.after(tries, later.pause()));
    }
}
