package org.convenor.rehearsal;

import org.convenor.chat.Press;
import org.jspecify.annotations.Nullable;

/// What somebody is about to do.
///
/// @param press what they will press for it; null if it is looked up when they act
record Wish(Kind kind, @Nullable Press press) {
    /// What is done.
    enum Kind {
        JOIN,
        LEAVE,
        BEGIN,
        BEGIN_ANYWAY,
        /// Takes a role in their own team.
        TAKE_ROLE,
        /// Says yes or no to having been named.
        CONSENT,
        ANSWER,
        TAKE_TURN,
        SPEAK,
        REPLY,
        /// Ends what is in overtime.
        GO_ON,
        /// Ends what waits for whoever leads.
        LET_GO,
        NUDGE,
        RESUME,
        MOVE_SOMEBODY,
        CALL_BACK
    }

    static Wish of(Kind kind) {
        return new Wish(kind, null);
    }

    /// Whether what is wanted is said aloud.
    boolean isAloud() {
        return kind == Kind.SPEAK || kind == Kind.REPLY || kind == Kind.TAKE_TURN;
    }
}
