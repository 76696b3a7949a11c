package org.convenor.testing;

import org.convenor.chat.Arg;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Line;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.SessionId;
import org.convenor.runtime.Wording;

/// Says every line as the text it was made with, and numbers boards by how often they were asked
/// for.
public final class PlainWording implements Wording {
    private int boards;

    /// A line that says a text.
    public static Line line(String text) {
        return Line.of("said").with("text", new Arg.Label(text));
    }

    @Override
    public Message line(SessionId session, ChannelId channel, Line line) {
        if (line.args().get("text") instanceof Arg.Label(var text)) {
            return Message.text(text);
        }
        return Message.text(
                line.args().get("group") instanceof Arg.Count(long group) ? "Group " + group : "");
    }

    @Override
    public Message board(SessionId session, ChannelId channel) {
        boards++;
        return Message.text("Board " + boards);
    }

    @Override
    public Message whisper(SessionId session, MemberId member, Line line) {
        return line(session, new ChannelId("nowhere"), line);
    }
}
