package org.convenor.store;

import org.convenor.chat.SessionId;

/// The session was never there, or was erased.
public final class NoSuchSessionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchSessionException(SessionId session) {
        super("no session " + session);
    }
}
