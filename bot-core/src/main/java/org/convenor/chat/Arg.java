package org.convenor.chat;

/// A value in a [Line]: ids and numbers, so that a stored line holds no personal text.
public sealed interface Arg {
    /// A member's name and district, looked up when the line is rendered.
    record Person(MemberId member) implements Arg {}

    /// A district team, by id; looked up when the line is rendered.
    record District(String team) implements Arg {}

    /// A group, by the number people say.
    record Group(int number) implements Arg {}

    /// The words of one contribution, looked up when the line is rendered; gone once it was erased.
    ///
    /// @param number number of the contribution within its session
    record Words(int number) implements Arg {}

    /// A whole number, formatted for the reader's language.
    record Count(long value) implements Arg {}

    /// A text that is nobody's personal words: a step's title, a protocol's name.
    record Label(String text) implements Arg {}

    /// Zero-based index of a step of the session's protocol; rendered as its title.
    record StepTitle(int index) implements Arg {}

    /// A moment, shown in the reader's zone.
    ///
    /// @param epochMilli milliseconds since 1970-01-01T00:00Z
    record Time(long epochMilli) implements Arg {}
}
