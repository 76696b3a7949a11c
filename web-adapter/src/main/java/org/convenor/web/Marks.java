package org.convenor.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// What a page shows, as numbers that differ when it differs. A page that comes back says what it
/// had and is told only what changed since.
///
/// @param hearing whose lines there are to read
/// @param thread number up to which the page has the lines
record Marks(int board, int panel, int inbox, int people, int hearing, long thread) {
    static final Marks NONE = new Marks(0, 0, 0, 0, 0, 0);

    private static final Pattern WIRE =
            Pattern.compile(
                    "([0-9a-f]{1,8})\\.([0-9a-f]{1,8})\\.([0-9a-f]{1,8})\\.([0-9a-f]{1,8})"
                            + "\\.([0-9a-f]{1,8})\\.(\\d{1,18})");

    static Marks of(Backend.RoomView view, long thread) {
        return new Marks(
                Objects.hash(
                        view.board(),
                        view.session(),
                        view.visit(),
                        view.maySpeak(),
                        view.composerHint(),
                        view.composerTo()),
                Objects.hash(view.panelKey(), view.panel()),
                view.inbox().hashCode(),
                view.people().hashCode(),
                view.hearing().hashCode(),
                thread);
    }

    /// The parts of the page that differ, by the names of their events. Where others are to be
    /// heard than before, the whole thread is another one.
    ///
    /// @param hasLines whether there are lines behind those that the page has
    List<String> differing(Marks later, boolean hasLines) {
        var parts = new ArrayList<String>();
        if (hearing != later.hearing) {
            parts.add("talk");
        } else if (hasLines) {
            parts.add("thread");
        }
        if (board != later.board) {
            parts.add("board");
        }
        if (panel != later.panel) {
            parts.add("panel");
        }
        if (inbox != later.inbox) {
            parts.add("inbox");
        }
        if (people != later.people) {
            parts.add("people");
        }
        return parts;
    }

    String encode() {
        return "%x.%x.%x.%x.%x.%d".formatted(board, panel, inbox, people, hearing, thread);
    }

    /// Reads what [#encode] wrote; anything else means that nothing is known.
    static Marks parse(String wire) {
        var matcher = WIRE.matcher(wire);
        return matcher.matches()
                ? new Marks(
                        hex(matcher.group(1)),
                        hex(matcher.group(2)),
                        hex(matcher.group(3)),
                        hex(matcher.group(4)),
                        hex(matcher.group(5)),
                        Long.parseLong(matcher.group(6)))
                : NONE;
    }

    private static int hex(String digits) {
        return Integer.parseUnsignedInt(digits, 16);
    }
}
