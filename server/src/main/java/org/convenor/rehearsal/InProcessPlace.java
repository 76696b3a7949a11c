package org.convenor.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.MemberId;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.runtime.Convener;
import org.convenor.runtime.Input;
import org.convenor.runtime.Rooms;
import org.jspecify.annotations.Nullable;

/// A seat within this process, without a network between.
final class InProcessPlace implements Place {
    private static final Pattern STEP = Pattern.compile("\\d+ of \\d+ · (.*)");

    private final Rooms rooms;
    private final Convener convener;
    private final ChannelId room;
    private final MemberId member;
    private int inputs;

    InProcessPlace(Rooms rooms, Convener convener, ChannelId room, MemberId member) {
        this.rooms = rooms;
        this.convener = convener;
        this.room = room;
        this.member = member;
    }

    @Override
    public Glance look() {
        var look = rooms.look(room, member);
        var forms = new ArrayList<Form>();
        var buttons = new ArrayList<Press>();
        for (var message : List.of(look.panel(), look.board())) {
            for (var part : message.parts()) {
                if (part instanceof Part.Fields(var form)) {
                    forms.add(form);
                } else if (part instanceof Part.Choices(var choices)) {
                    choices.forEach(choice -> buttons.add(choice.press()));
                }
            }
        }
        return new Glance(look.visit(), step(look.board()), forms, buttons, look.maySpeak());
    }

    /// Title of the step in a board's heading, or null if there is none.
    static @Nullable String step(Message board) {
        return board.parts().stream()
                .filter(Part.Heading.class::isInstance)
                .map(part -> STEP.matcher(((Part.Heading) part).text()))
                .filter(Matcher::matches)
                .findFirst()
                .map(matcher -> matcher.group(1))
                .orElse(null);
    }

    @Override
    public void press(Press press, Map<String, String> values) {
        demandTaken(convener.handle(key(), new Input.Pressed(member, press, values)));
    }

    @Override
    public void write(int visit, String words) {
        var session = rooms.look(room, member).session();
        if (session != null) {
            demandTaken(convener.handle(key(), new Input.Wrote(member, session, visit, words)));
        }
    }

    Reply handle(Input input) {
        return convener.handle(key(), input);
    }

    private String key() {
        inputs++;
        return "rehearsal:" + member + ":" + inputs;
    }

    /// In a rehearsal nobody is late and nobody mistypes: a refusal is a fault of the protocol or
    /// of the bot.
    private static void demandTaken(Reply reply) {
        switch (reply) {
            case Reply.Nothing _, Reply.Notice _, Reply.FormOpened _, Reply.Moved _ -> {}
            case Reply.Refused(var problem) -> throw new ProblemException(problem);
            case Reply.FieldErrors(var errors) ->
                    throw new IllegalStateException("a form was not taken: " + errors);
        }
    }
}
