package org.convenor.rehearsal;

import org.convenor.chat.MemberId;
import org.convenor.runtime.Bot;
import org.jspecify.annotations.Nullable;

/// Who sits where, as the bot knows them.
final class Seats {
    private static final String LOGIN = "convenor";

    private Seats() {}

    /// The secret that a browser shows with every request, or null if nobody is signed in.
    static @Nullable String token(HttpPlace seat) {
        return seat.browser().cookie(LOGIN);
    }

    /// Who is signed in at a seat, or null if nobody is.
    static @Nullable MemberId member(Bot bot, HttpPlace seat) {
        var token = token(seat);
        return token == null ? null : bot.lobby().signedIn(token);
    }
}
