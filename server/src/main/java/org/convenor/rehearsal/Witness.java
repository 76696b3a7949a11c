package org.convenor.rehearsal;

import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.chat.SessionId;
import org.convenor.runtime.Bot;

/// Sees everything that happens in a rehearsal.
interface Witness {
    /// Sees nothing.
    Witness NOBODY = new Witness() {};

    /// Somebody sits down.
    ///
    /// @return the seat they take: this one, or one that stands before it
    default Place seated(MemberId member, Place place) {
        return place;
    }

    /// Somebody acted, or time did.
    default void moved(Bot bot, ChannelId room, SessionId session) {}
}
