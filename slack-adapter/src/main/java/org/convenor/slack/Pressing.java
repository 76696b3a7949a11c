package org.convenor.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.view.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convenor.chat.Account;
import org.convenor.chat.ChannelId;
import org.convenor.chat.Form;
import org.convenor.chat.MemberId;
import org.convenor.chat.Press;
import org.convenor.chat.ProblemException;
import org.convenor.chat.Reply;
import org.convenor.view.CardWords;
import org.jspecify.annotations.Nullable;

/// Takes buttons, and forms that were sent.
final class Pressing {
    /// Carries the channel instead of a session.
    private static final String START = "start";

    private static final String START_FORM = "start-form";
    private static final int LONGEST_ERROR = 1_000;

    private final SlackBackend backend;
    private final Wishes wishes;
    private final Replies replies;
    private final Mirrors mirrors;
    private final Uploads uploads;
    private final Afterwards afterwards;
    private final Gson gson = new Gson();

    Pressing(
            SlackBackend backend,
            Wishes wishes,
            Replies replies,
            Mirrors mirrors,
            Uploads uploads,
            Afterwards afterwards) {
        this.backend = backend;
        this.wishes = wishes;
        this.replies = replies;
        this.mirrors = mirrors;
        this.uploads = uploads;
        this.afterwards = afterwards;
    }

    /// A button.
    void pressed(BlockActionPayload payload) {
        var action = payload.getActions().getFirst();
        if (action.getValue() == null) {
            return;
        }
        var act = act(payload);
        Wish wish;
        try {
            wish = Wish.of(action.getActionId(), Press.parse(action.getValue()));
        } catch (ProblemException e) {
            var language = CardWords.of(Locale.ENGLISH);
            afterwards.run(() ->
                    Replies.attempt(
                            "reply",
                            () -> replies.tell(act, Replies.message(e.problem()), language)));
            return;
        }
        var answer = wishes.grant(act, wish, Map.of());
        afterwards.run(() -> follow(act, wish, answer));
    }

    private void follow(Act act, Wish wish, Answer answer) {
        var member = answer.member();
        if (member != null && wish instanceof Wish.Pressed(var press) && isOfSession(press)) {
            boolean silent = answer.reply() instanceof Reply.Nothing;
            if (!(answer.reply() instanceof Reply.FormOpened)) {
                mirrors.update(act, member, press.session());
            }
            if (silent) {
                return;
            }
        }
        replies.say(act, wish, answer);
        if (wish instanceof Wish.Opened && answer.reply() instanceof Reply.FormOpened) {
            mirrors.remove(act);
        }
    }

    private static boolean isOfSession(Press press) {
        return !press.verb().equals(START)
                && !press.verb().equals(START_FORM)
                && !press.verb().startsWith("protocol");
    }

    private static Act act(BlockActionPayload payload) {
        var container = payload.getContainer();
        var channel = payload.getChannel() == null ? null : payload.getChannel().getId();
        return new Act(
                "slack/" + payload.getTriggerId(),
                new Account(payload.getTeam().getId(), payload.getUser().getId()),
                channel,
                container == null ? null : container.getThreadTs(),
                container == null ? null : container.getMessageTs(),
                payload.getTriggerId(),
                payload.getResponseUrl(),
                container != null && container.isEphemeral());
    }

    /// A form that was sent. What it answers closes the form, says what is wrong beside the field,
    /// or puts the next form in its place.
    Response submitted(ViewSubmissionPayload payload) {
        var view = payload.getView();
        var memory = Modals.Memory.of(view);
        if (memory == null) {
            return Response.ok();
        }
        var act =
                Act.with(
                        "slack/" + payload.getTriggerId(),
                        new Account(payload.getTeam().getId(), payload.getUser().getId()),
                        memory.channel(),
                        payload.getTriggerId());
        boolean introduces = Modals.INTRODUCTION.equals(view.getCallbackId());
        var answers = FormAnswers.of(view);
        var wish = memory.wish();
        var answer =
                introduces
                        ? wishes.introduced(act, wish, answers.values())
                        : wishes.grant(act, wish, complete(act, wish, answers));
        return answered(act, wish, answer, view);
    }

    /// The answers with what the form itself could not carry.
    private Map<String, String> complete(Act act, Wish wish, FormAnswers answers) {
        var member = backend.member(act.account());
        var whole = answers;
        if (answers.hasDigests()
                && member != null
                && wish instanceof Wish.Pressed(var press)
                && backend.form(member, press) instanceof Reply.FormOpened(var form)) {
            whole = answers.resolved(form);
        }
        var values = new LinkedHashMap<>(whole.values());
        whole.files()
                .forEach((field, file) -> {
                    var text = uploads.read(act.workspace(), file);
                    if (text != null) {
                        values.put(field, Form.Input.File.encode(text));
                    }
                });
        return values;
    }

    private Response answered(Act act, Wish wish, Answer answer, View view) {
        return switch (answer.reply()) {
            case Reply.Nothing _ -> {
                started(act, wish, answer.member());
                yield Response.ok();
            }
            case Reply.FieldErrors(var errors) -> errors(view, errors);
            case Reply.Refused(var problem) -> kept(act, wish, answer, view, problem.toString());
            case Reply.Moved(var message) -> kept(act, wish, answer, view, message.summary());
            case Reply.FormOpened(var form) ->
                    replaced(
                            Modals.view(
                                    form,
                                    act,
                                    answer.introduction(),
                                    CardWords.of(answer.language())));
            case Reply.Notice _, Reply.Handed _ -> {
                afterwards.run(() -> replies.say(act, wish, answer));
                yield Response.ok();
            }
        };
    }

    private void started(Act act, Wish wish, @Nullable MemberId member) {
        if (member == null
                || !(wish instanceof Wish.Pressed(var press))
                || !press.verb().equals(START)) {
            return;
        }
        var session = backend.current(new ChannelId(press.session().value()));
        if (session != null) {
            afterwards.run(() -> mirrors.remote(act, member, session));
        }
    }

    /// What was typed stays where it is: the reason stands beside the first field.
    private Response kept(Act act, Wish wish, Answer answer, View view, String reason) {
        var fields = fields(view);
        if (fields.isEmpty()) {
            afterwards.run(() -> replies.say(act, wish, answer));
            return Response.ok();
        }
        return errors(view, Map.of(fields.getFirst(), reason));
    }

    private Response errors(View view, Map<String, String> errors) {
        var fields = fields(view);
        var shown = new JsonObject();
        errors.forEach((field, error) -> {
            var at = fields.contains(field) || fields.isEmpty() ? field : fields.getFirst();
            shown.addProperty(at, Plain.line(error, LONGEST_ERROR));
        });
        var body = new JsonObject();
        body.addProperty("response_action", "errors");
        body.add("errors", shown);
        return Response.json(200, gson.toJson(body));
    }

    private Response replaced(View view) {
        var body = new JsonObject();
        body.addProperty("response_action", "update");
        body.add("view", JsonParser.parseString(Json.of(view)));
        return Response.json(200, gson.toJson(body));
    }

    private static List<String> fields(View view) {
        return view.getBlocks().stream()
                .filter(InputBlock.class::isInstance)
                .map(block -> ((InputBlock) block).getBlockId())
                .toList();
    }
}
