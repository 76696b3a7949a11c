package org.convenor.rehearsal;

import java.util.Map;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.MemberId;
import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.runtime.Convener;
import org.convenor.runtime.Input;
import org.convenor.runtime.Rooms;
import org.jspecify.annotations.Nullable;

/// A seat within this process, without a network between.
final class InProcessPlace implements Place {
    private static final String COMMAND = "/convene";

    private final Rooms rooms;
    private final Convener convener;
    private final ChannelId room;
    private final MemberId member;
    private final Acknowledged acknowledged = new Acknowledged();
    private int inputs;

    InProcessPlace(Rooms rooms, Convener convener, ChannelId room, MemberId member) {
        this.rooms = rooms;
        this.convener = convener;
        this.room = room;
        this.member = member;
    }

    /// What the bot said it has taken from this seat.
    Acknowledged acknowledged() {
        return acknowledged;
    }

    @Override
    public Glance look() {
        return Glance.of(rooms.look(room, member));
    }

    @Override
    public @Nullable Form press(Press press, Map<String, String> values) {
        var reply = convener.handle(key(), new Input.Pressed(member, press, values));
        demandTaken(reply);
        if (!(reply instanceof Reply.Moved)) {
            acknowledged.sent(press, values);
        }
        return reply instanceof Reply.FormOpened(var form) ? form : null;
    }

    @Override
    public void write(int visit, String words) {
        var session = rooms.look(room, member).session();
        if (session != null) {
            var reply = convener.handle(key(), new Input.Wrote(member, session, visit, words));
            demandTaken(reply);
            if (!(reply instanceof Reply.Moved)) {
                acknowledged.wrote(words);
            }
        }
    }

    @Override
    public @Nullable Form type(String line) {
        var reply = convener.handle(key(), new Input.Typed(member, room, withoutName(line)));
        demandTaken(reply);
        return reply instanceof Reply.FormOpened(var form) ? form : null;
    }

    private static String withoutName(String line) {
        return line.startsWith(COMMAND) ? line.substring(COMMAND.length()).strip() : line;
    }

    private String key() {
        inputs++;
        return "rehearsal:" + member + ":" + inputs;
    }

    /// In a rehearsal nobody is late and nobody mistypes: a refusal is a fault of the protocol or
    /// of the bot.
    private static void demandTaken(Reply reply) {
        switch (reply) {
            case Reply.Nothing _,
                    Reply.Notice _,
                    Reply.Handed _,
                    Reply.FormOpened _,
                    Reply.Moved _ -> {}
            case Reply.Refused(var problem) -> throw new ProblemException(problem);
            case Reply.FieldErrors(var errors) ->
                    throw new IllegalStateException("a form was not taken: " + errors);
        }
    }
}
