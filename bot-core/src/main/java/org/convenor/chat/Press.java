package org.convenor.chat;

import java.util.regex.Pattern;

/// What a button or form carries back: which visit of which session it was shown for, and what it
/// asks.
///
/// @param visit number of the visit to the step it was shown for; an older one is answered with
///   [Reply.Moved]
/// @param verb what is asked, for example `next` or `answer`
/// @param argument more about it, or empty; never a person's words
public record Press(SessionId session, int track, int visit, String verb, String argument) {
    private static final Pattern WIRE =
            Pattern.compile("([A-Za-z0-9-]{1,40})~(\\d{1,6})~(\\d{1,9})~([a-z-]{1,30})~(.{0,120})");

    /// The text form, at most 210 characters, safe inside a button's value on every platform.
    public String encode() {
        return session.value() + "~" + track + "~" + visit + "~" + verb + "~" + argument;
    }

    /// Reads what [#encode] wrote.
    ///
    /// @throws ProblemException if the text is something else: it did not come from a button of
    ///   ours
    public static Press parse(String wire) {
        var matcher = WIRE.matcher(wire);
        if (!matcher.matches()) {
            throw new ProblemException(
                    new Problem(
                            "I could not read that button.",
                            "Nothing was changed.",
                            "Reload and press the button again."));
        }
        return new Press(
                new SessionId(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4),
                matcher.group(5));
    }
}
