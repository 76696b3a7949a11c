package org.convenor.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            @Nullable Session session,
            boolean leads,
            boolean mayStart) {
        var head =
                unknown == null || unknown.isEmpty()
                        ? bundle.text("help.hello")
                        : bundle.text("help.unknown", Map.of("word", Markup.escape(unknown)));
        var list = new StringBuilder();
        for (var example : examples(session, leads, mayStart)) {
            list.append("- `/convene ").append(example).append("` ");
            list.append(bundle.text("help." + firstWord(example))).append('\n');
        }
        return new Message(
                Markup.plain(head),
                List.of(new Part.Text(head), new Part.Text(list.toString().strip())));
    }

    private static String firstWord(String example) {
        int space = example.indexOf(' ');
        return space < 0 ? example : example.substring(0, space);
    }

    private static List<String> examples(
            @Nullable Session session, boolean leads, boolean mayStart) {
        if (session == null || session.isOver()) {
            return mayStart
                    ? List.of("start tuning", "start", "status", "reopen", "help")
                    : List.of("status", "catch-up", "help");
        }
        if (leads) {
            return session.phase() == Session.Phase.GATHERING
                    ? List.of("begin", "status", "join", "stop", "help")
                    : List.of("next", "more", "pause", "back", "skip", "stop");
        }
        var words = new ArrayList<>(List.of("join", "catch-up", "pass", "done", "status"));
        if (mayStart) {
            words.add("takeover");
        }
        return List.copyOf(words);
    }
}
