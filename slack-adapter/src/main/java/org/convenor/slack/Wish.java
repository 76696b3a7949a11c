package org.convenor.slack;

import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.SessionId;
import org.jspecify.annotations.Nullable;

/// What somebody asks for with a button or a line. It fits the private part of a form, so that
/// whoever must introduce themselves first gets it afterwards.
sealed interface Wish {
    /// A press of ours, or its form with the answers.
    record Pressed(Press press) implements Wish {}

    /// The form that sends this press.
    record Opened(Press press) implements Wish {}

    /// What is for this person alone in a session.
    record Mine(SessionId session) implements Wish {}

    /// A line after `/convene`.
    record Typed(String line) implements Wish {}

    /// To be an operator, and to have the channel linked.
    record SetUp(String code, String channelName) implements Wish {}

    /// Nothing more than to be known.
    record Known() implements Wish {}

    /// Of a press that types a line.
    String TYPE = "type";

    /// Of a press that opens the introduction.
    String INTRODUCE = "introduce";

    /// What a button means.
    ///
    /// @param action its action
    static Wish of(String action, Press press) {
        if (action.equals(Buttons.OPEN)) {
            return new Opened(press);
        }
        return switch (press.verb()) {
            case Buttons.MINE -> new Mine(press.session());
            case TYPE -> new Typed(press.argument());
            case INTRODUCE -> new Known();
            default -> new Pressed(press);
        };
    }

    /// A button for what was typed; long lines lose their end.
    static Press typing(String line) {
        return new Press(
                new SessionId("line"), 0, 0, TYPE, line.substring(0, Math.min(120, line.length())));
    }

    static Press introducing() {
        return new Press(new SessionId("me"), 0, 0, INTRODUCE, "");
    }

    /// On one line.
    default String encode() {
        return switch (this) {
            case Pressed(var press) -> "press " + press.encode();
            case Opened(var press) -> "open " + press.encode();
            case Mine(var session) -> "mine " + session;
            case Typed(var line) -> "type " + line.replace('\n', ' ');
            case SetUp(var code, var channelName) -> "setup " + code + " " + channelName;
            case Known() -> "known";
        };
    }

    /// Reads what [#encode] wrote; null if it is something else.
    static @Nullable Wish decode(String text) {
        var parts = text.split(" ", 2);
        var rest = parts.length > 1 ? parts[1] : "";
        try {
            return switch (parts[0]) {
                case "press" -> new Pressed(Press.parse(rest));
                case "open" -> new Opened(Press.parse(rest));
                case "mine" -> new Mine(new SessionId(rest));
                case "type" -> new Typed(rest);
                case "setup" -> {
                    var both = rest.split(" ", 2);
                    yield new SetUp(both[0], both.length > 1 ? both[1] : "");
                }
                case "known" -> new Known();
                default -> null;
            };
        } catch (ProblemException | IllegalArgumentException _) {
            return null;
        }
    }
}
