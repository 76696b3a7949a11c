package org.convenor.session;

import org.convenor.chat.MemberId;

/// Somebody's place in a session.
///
/// @param team id of their district team
/// @param joinedAt number of the visit during which they came; zero before the beginning
public record Seat(MemberId member, String team, Presence presence, int joinedAt) {
    /// How somebody takes part.
    public enum Presence {
        HERE,
        OBSERVING,
        /// Said "not today".
        DECLINED,
        /// Was here and left; what they said stays.
        LEFT
    }

    public boolean isHere() {
        return presence == Presence.HERE;
    }

    Seat as(Presence next) {
        return new Seat(member, team, next, joinedAt);
    }
}
