package org.convenor.command;

import java.util.List;
import java.util.Map;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.session.Session;
import org.convenor.view.Bundle;
import org.convenor.view.Markup;
import org.jspecify.annotations.Nullable;

/// Five examples that fit the person and the place.
public final class Help {
    private Help() {}

    /// @param unknown the word that was not understood, or null for a plain question for help
    /// @param session the session of the room, or null
    /// @param leads whether the person leads it
    /// @param mayStart whether the person may start one
    public static Message render(
            Bundle bundle,
            @Nullable String unknown,
            MemberId reader,
            @Nullable Session session,
            boolean leads,
            boolean mayStart) {
        var head =
                unknown == null || unknown.isEmpty()
                        ? bundle.text("help.hello")
                        : bundle.text("help.unknown", Map.of("word", shortened(unknown)));
        var list = new StringBuilder();
        for (var example : examples(reader, session, leads, mayStart)) {
            list.append("- `/convene ").append(example).append("` ");
            list.append(bundle.text("help." + firstWord(example))).append('\n');
        }
        return new Message(
                Markup.plain(head),
                List.of(new Part.Text(head), new Part.Text(list.toString().strip())));
    }

    private static String shortened(String word) {
        int most = 40;
        return Markup.escape(
                word.codePointCount(0, word.length()) <= most
                        ? word
                        : word.substring(0, word.offsetByCodePoints(0, most)) + "…");
    }

    private static String firstWord(String example) {
        int space = example.indexOf(' ');
        return space < 0 ? example : example.substring(0, space);
    }

    private static List<String> examples(
            MemberId reader, @Nullable Session session, boolean leads, boolean mayStart) {
        if (session == null) {
            return mayStart
                    ? List.of("start tuning", "start", "protocol", "status", "help")
                    : List.of("status", "join", "observe", "catch-up", "help");
        }
        return switch (session.phase()) {
            case GATHERING -> gathering(session, session.isHere(reader), leads);
            case RUNNING -> running(session, session.isHere(reader), leads, mayStart);
            case ENDED ->
                    mayStart
                            ? List.of(
                                    "start tuning",
                                    "start",
                                    leads ? "reopen" : "catch-up",
                                    "status",
                                    "help")
                            : List.of("status", "catch-up", "join", "observe", "help");
        };
    }

    private static List<String> gathering(Session session, boolean here, boolean leads) {
        if (leads) {
            return List.of("begin", replace(session, "begin anyway"), "status", "stop", "help");
        }
        return here
                ? List.of("status", "catch-up", "observe", "leave", "help")
                : List.of("join", "observe", "status", "catch-up", "help");
    }

    private static List<String> running(
            Session session, boolean here, boolean leads, boolean mayStart) {
        if (leads) {
            return List.of("next", "more", "pause", replace(session, "back"), "stop");
        }
        return List.of(
                here ? "done" : "join",
                here ? "pass" : "observe",
                here ? "more" : "status",
                "catch-up",
                mayStart ? "takeover" : "help");
    }

    private static String replace(Session session, String otherwise) {
        return session.roles().keySet().stream()
                .findFirst()
                .map(role -> "replace " + role)
                .orElse(otherwise);
    }
}
