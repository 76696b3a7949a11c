package org.convenor.chat;

import java.time.Duration;

/// Why a message did not arrive. The caller must choose what to do, so it is checked.
public abstract sealed class DeliveryException extends Exception {
    private static final long serialVersionUID = 1L;

    private DeliveryException(String message) {
        super(message);
    }

    /// Trying again later may help.
    public static final class TryLater extends DeliveryException {
        private static final long serialVersionUID = 1L;

        private final Duration pause;

        /// @param pause what the platform asked for; zero if it named none
        public TryLater(String message, Duration pause) {
            super(message);
            this.pause = pause;
        }

        public Duration pause() {
            return pause;
        }
    }

    /// Nobody knows whether it arrived: the platform did not answer in time. It is traced before it
    /// is tried again.
    public static final class Unanswered extends DeliveryException {
        private static final long serialVersionUID = 1L;

        public Unanswered(String message) {
            super(message);
        }
    }

    /// Trying again cannot help: the channel is gone or the bot was removed.
    public static final class Undeliverable extends DeliveryException {
        private static final long serialVersionUID = 1L;

        public Undeliverable(String message) {
            super(message);
        }
    }
}
