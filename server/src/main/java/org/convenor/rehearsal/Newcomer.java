package org.convenor.rehearsal;

import java.util.Objects;
import org.convenor.chat.ChannelId;
import org.convenor.chat.MemberId;
import org.convenor.runtime.Bot;
import org.convenor.runtime.Rooms;

/// The person who tries the demo, in the seat they took.
///
/// @param person the invented person whose seat it is
/// @param token secret: whoever has it sits there
public record Newcomer(
        Role role, Cast.Person person, MemberId member, ChannelId room, String token) {
    /// A seat to pick.
    public enum Role {
        FACILITATOR(
                "The facilitator",
                "You call the session, keep the time and lead from step to step.",
                "You are the facilitator."),
        PRESENTER(
                "The presenter",
                "You bring a plan, listen while others look at it, and decide what to change.",
                "You are the presenter."),
        FRIEND(
                "A critical friend",
                "You look closely at another district's plan and say what works and what you wonder.",
                "You are a critical friend.");

        private final String title;
        private final String about;
        private final String introduction;

        Role(String title, String about, String introduction) {
            this.title = title;
            this.about = about;
            this.introduction = introduction;
        }

        public String title() {
            return title;
        }

        /// In one sentence, what one does there.
        public String about() {
            return about;
        }

        String introduction() {
            return introduction;
        }

        /// Whose seat it is.
        public Cast.Person person(Guests guests) {
            return switch (this) {
                case FACILITATOR -> guests.facilitator();
                case PRESENTER -> guests.presenter();
                case FRIEND -> guests.friend();
            };
        }
    }

    /// Somebody in the seat of one of the guests.
    public static Newcomer sit(Bot bot, Guests guests, Role role) {
        var person = role.person(guests);
        var seat = guests.seat(person);
        return new Newcomer(
                role,
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
        return Guide.line(role, session, Glance.of(look));
    }
}
