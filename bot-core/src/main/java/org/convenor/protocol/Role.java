package org.convenor.protocol;

import org.jspecify.annotations.Nullable;

/// A role in a protocol, such as presenter or friends.
///
/// @param name as steps name it
/// @param text the line of the file that explains it
/// @param most how many people at most, for [Holder#NAMED_PEOPLE]; otherwise null
public record Role(String name, Holder holder, String text, @Nullable Integer most) {
    public Role(String name, Holder holder, String text) {
        this(name, holder, text, null);
    }

    /// Whether the facilitator names its holders before the start.
    public boolean isNamed() {
        return switch (holder) {
            case NAMED_PERSON, NAMED_PERSON_OR_TEAM, NAMED_PEOPLE -> true;
            case STARTER, BOT, ONE_IN_EACH_TEAM, EVERYONE_ELSE, EVERYONE -> false;
        };
    }

    /// Who gets the role.
    public enum Holder {
        /// The person who starts the protocol.
        STARTER,
        /// Convenor itself; nobody is asked.
        BOT,
        /// One person, named by the facilitator before the start.
        NAMED_PERSON,
        /// One person or one whole district team, named by the facilitator before the start.
        NAMED_PERSON_OR_TEAM,
        /// Several people, named by the facilitator before the start.
        NAMED_PEOPLE,
        /// One person in each district team, chosen by the team; whoever of them is here otherwise.
        /// Nobody gets two such roles where the team has enough people.
        ONE_IN_EACH_TEAM,
        /// Everyone without another role that is named. The starter counts only where the text says
        /// so.
        EVERYONE_ELSE,
        /// Everyone.
        EVERYONE
    }
}
