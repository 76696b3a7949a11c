package org.convenor.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.response.Response;
import java.util.Map;
import org.convenor.chat.Account;
import org.convenor.chat.Message;
import org.convenor.chat.Reply;
import org.convenor.view.CardWords;

/// Takes `/convene`. What there is to say comes back as the answer to the command itself.
final class Typing {
    private final Wishes wishes;
    private final Replies replies;
    private final Afterwards afterwards;

    Typing(Wishes wishes, Replies replies, Afterwards afterwards) {
        this.wishes = wishes;
        this.replies = replies;
        this.afterwards = afterwards;
    }

    Response typed(SlashCommandPayload payload) {
        var act =
                Act.with(
                        "slack/" + payload.getTriggerId(),
                        new Account(payload.getTeamId(), payload.getUserId()),
                        payload.getChannelId(),
                        payload.getTriggerId());
        var line = payload.getText() == null ? "" : Written.plain(payload.getText());
        var channelName = payload.getChannelName() == null ? "" : payload.getChannelName();
        var wish = Wishes.wish(line, channelName);
        var answer = wishes.grant(act, wish, Map.of());
        return switch (answer.reply()) {
            case Reply.Nothing _ -> Response.ok();
            case Reply.FormOpened _, Reply.Handed _ -> {
                afterwards.run(() -> replies.say(act, wish, answer));
                yield Response.ok();
            }
            case Reply.Notice _, Reply.Moved _, Reply.Refused _, Reply.FieldErrors _ -> {
                var message = Replies.message(answer.reply());
                yield message == null
                        ? Response.ok()
                        : inPrivate(message, CardWords.of(answer.language()));
            }
        };
    }

    private static Response inPrivate(Message message, CardWords words) {
        var rendered = BlockKit.render(message, words);
        var body = new JsonObject();
        body.addProperty("response_type", "ephemeral");
        body.addProperty("text", rendered.text());
        body.add("blocks", JsonParser.parseString(Json.of(rendered.blocks())));
        return Response.json(200, body.toString());
    }
}
