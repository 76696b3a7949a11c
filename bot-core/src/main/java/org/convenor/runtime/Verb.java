package org.convenor.runtime;

import java.util.Locale;
import org.convenor.people.Right;
import org.jspecify.annotations.Nullable;

/// What a button or form can ask, and the right it takes.
enum Verb {
    JOIN(Right.SEE_BOARD),
    OBSERVE(Right.SEE_BOARD),
    DECLINE(Right.SEE_BOARD),
    LEAVE(Right.SEE_BOARD),
    CATCH_UP(Right.SEE_BOARD),
    ANSWER(Right.TAKE_PART),
    PASS(Right.TAKE_PART),
    DONE(Right.TAKE_PART),
    END_STEP(Right.TAKE_PART),
    NEED_TIME(Right.TAKE_PART),
    BEGIN(Right.CONTROL_SESSION),
    BEGIN_ANYWAY(Right.CONTROL_SESSION),
    NEXT(Right.CONTROL_SESSION),
    BACK(Right.CONTROL_SESSION),
    MORE(Right.CONTROL_SESSION),
    PAUSE(Right.CONTROL_SESSION),
    RESUME(Right.CONTROL_SESSION),
    SKIP(Right.CONTROL_SESSION),
    FINISH(Right.CONTROL_SESSION),
    /// Opens the form that [#REPLACE_WITH] sends.
    REPLACE(Right.CONTROL_SESSION),
    REPLACE_WITH(Right.CONTROL_SESSION),
    /// Reminds those a vote waits for.
    NUDGE(Right.CONTROL_SESSION),
    /// Opens the form that [#MOVE_TO] sends.
    MOVE(Right.CONTROL_SESSION),
    MOVE_TO(Right.CONTROL_SESSION),
    /// Takes a role for one's team.
    TAKE_ROLE(Right.TAKE_PART),
    /// Says yes or no to having been named.
    ACCEPT(Right.TAKE_PART),
    REFUSE(Right.TAKE_PART),
    STOP(Right.STOP_SESSION),
    REOPEN(Right.CONTROL_SESSION),
    /// Ends the session and starts it again on the newest version of its protocol.
    RESTART(Right.CONTROL_SESSION),
    TAKE_OVER(Right.TAKE_OVER),
    TAKE_BACK(Right.TAKE_OVER),
    /// Opens the form that [#START] sends. Both carry the channel instead of a session.
    START_FORM(Right.START_SESSION),
    START(Right.START_SESSION);

    private final Right right;

    Verb(Right right) {
        this.right = right;
    }

    Right right() {
        return right;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it is about a room that may have no session yet.
    boolean isAboutRoom() {
        return this == START_FORM || this == START;
    }

    static @Nullable Verb of(String wire) {
        for (var verb : values()) {
            if (verb.wire().equals(wire)) {
                return verb;
            }
        }
        return null;
    }
}
