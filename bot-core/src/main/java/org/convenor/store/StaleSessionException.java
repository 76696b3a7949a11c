package org.convenor.store;

import org.convenor.chat.SessionId;

/// Somebody else moved the session first. Nothing was written; load it and decide again.
public final class StaleSessionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleSessionException(SessionId session, long version) {
        super("session " + session + " is no longer at version " + version);
    }
}
