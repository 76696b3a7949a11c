package org.convenor.runtime;

import org.convenor.chat.Channel;
import org.convenor.store.Boards;
import org.convenor.store.DeliveryState;
import org.convenor.store.Posts;
import org.convenor.store.Whispers;

/// One thing that is delivered, already marked as attempted.
sealed interface Delivery {
    /// Name of the platform it goes to; empty if the member is on none.
    String platform();

    /// Whether it was attempted before, and nobody knows how that ended.
    boolean mayHaveArrived();

    /// How often it was tried before.
    int attempts();

    /// A line in a thread.
    record OfLine(Posts.Pending post, Channel channel) implements Delivery {
        @Override
        public String platform() {
            return channel.platform();
        }

        @Override
        public boolean mayHaveArrived() {
            return post.state() == DeliveryState.ATTEMPTED;
        }

        @Override
        public int attempts() {
            return post.attempts();
        }
    }

    /// A board, new or edited.
    record OfBoard(Boards.Pending board, Channel channel) implements Delivery {
        @Override
        public String platform() {
            return channel.platform();
        }

        @Override
        public boolean mayHaveArrived() {
            // Putting the same board in place of itself changes nothing.
            return board.platformId() == null && board.state() == DeliveryState.ATTEMPTED;
        }

        @Override
        public int attempts() {
            return board.attempts();
        }
    }

    /// A private word.
    record OfWhisper(Whispers.Pending whisper, String platform) implements Delivery {
        @Override
        public boolean mayHaveArrived() {
            return whisper.state() == DeliveryState.ATTEMPTED;
        }

        @Override
        public int attempts() {
            return whisper.attempts();
        }
    }
}
