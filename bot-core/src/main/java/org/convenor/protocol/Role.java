package org.convenor.protocol;

/// A role in a protocol, such as presenter or friends.
///
/// @param name as steps name it
/// @param text the line of the file that explains it
public record Role(String name, Holder holder, String text) {
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
        /// Everyone without another role that is named. The starter counts only where the text says
        /// so.
        EVERYONE_ELSE,
        /// Everyone.
        EVERYONE
    }
}
