package org.convenor.web;

import gg.jte.Content;
import java.util.List;
import org.convenor.chat.Part;
import org.convenor.view.Heard;

/// A room as its templates see it.
///
/// @param lines the last lines of the thread, in order
/// @param marks what the page shows, for the stream to go on from
/// @param mayRecord whether there is a record this reader may take away
record RoomPage(
        Shell shell,
        Backend.RoomView view,
        Reading reading,
        List<Backend.ThreadLine> lines,
        Marks marks,
        boolean mayInvite,
        boolean mayPublish,
        boolean mayRecord) {
    Content board() {
        return raw(Html.render(view.board(), reading));
    }

    Content panel() {
        return raw(Html.render(view.panel(), reading));
    }

    Content message(Backend.InboxItem item) {
        return raw(Html.render(item.message(), reading));
    }

    Content message(Backend.ThreadLine line) {
        return raw(Html.render(line.message(), reading));
    }

    Content who(Backend.PersonHere person) {
        return raw(Html.who(person.name(), person.team()));
    }

    /// How a line looks: somebody's words, or what the bot says about the course.
    String kind(Backend.ThreadLine line) {
        if (line.message().parts().stream().noneMatch(Part.Said.class::isInstance)) {
            return "course";
        }
        return line.mine() ? "words mine" : "words";
    }

    /// Whether the reader reads the lines of all groups.
    boolean hearsAll() {
        var heard = reading.heard();
        return (heard == null ? view.hearing().usual() : heard) == Heard.ALL_GROUPS;
    }

    /// Where the same room is read with the lines of all groups, or only of one's own.
    String hearing(boolean all) {
        var heard = all ? Heard.ALL_GROUPS : Heard.OWN_GROUPS;
        return "/room/" + reading.room() + Reading.query(heard) + "#talk";
    }

    String action(String what) {
        return reading.action(what);
    }

    /// Number of the last line the page has.
    long last() {
        return marks.thread();
    }

    String sessionId() {
        return view.session() == null ? "" : view.session().value();
    }

    /// What the renderers made is escaped already.
    private static Content raw(String html) {
        return output -> output.writeContent(html);
    }
}
