package org.convenor.rehearsal;

import java.util.Objects;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Protocol;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Rooms;

/// The person who tries the demo, in the seat they took.
///
/// @param protocol what the demo is about
/// @param person the invented person whose seat it is
/// @param token secret: whoever has it sits there
public record Newcomer(
        Protocol protocol,
        Chair chair,
        Cast.Person person,
        MemberId member,
        ChannelId room,
        String token) {
    /// Somebody in the seat of one of the guests.
    public static Newcomer sit(Bot bot, Guests guests, Protocol protocol, Chair chair) {
        var person = chair.person(guests);
        var seat = guests.seat(person);
        return new Newcomer(
                protocol,
                chair,
                person,
                Objects.requireNonNull(Seats.member(bot, seat)),
                new ChannelId(seat.room()),
                Objects.requireNonNull(Seats.token(seat)));
    }

    /// What to tell this person right now.
    ///
    /// @param look the room as this person sees it
    public String guide(Bot bot, Rooms.Look look) {
        var session = look.session() == null ? null : bot.session(look.session());
        var glance = Glance.of(look);
        var next = session == null ? Guide.start(this) : Guide.next(this, session, glance);
        return chair.introduction() + " " + next;
    }
}
