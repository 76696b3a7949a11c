package org.convenor.slack;

import com.slack.api.methods.request.conversations.ConversationsOpenRequest;
import com.slack.api.methods.request.files.FilesUploadV2Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Account;
import org.convenor.chat.DeliveryException;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Problem;
import org.convenor.chat.Reply;
import org.convenor.chat.TextFile;
import org.convenor.view.CardWords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says what came of something to whoever did it: where they did it, seen by them alone; else as a
/// direct message.
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final SlackBackend backend;
    private final SlackCalls calls;
    private final Outbox outbox;
    private final Modals modals;

    Replies(SlackBackend backend, SlackCalls calls, Outbox outbox, Modals modals) {
        this.backend = backend;
        this.calls = calls;
        this.outbox = outbox;
        this.modals = modals;
    }

    /// @param wish what was asked for, so that it can be asked for again
    void say(Act act, Wish wish, Answer answer) {
        var words = CardWords.of(answer.language());
        attempt(
                "reply",
                () -> {
                    switch (answer.reply()) {
                        case Reply.Nothing _ -> {}
                        case Reply.FormOpened(var form) -> {
                            if (act.trigger() == null) {
                                tell(act, again(wish, answer), words);
                            } else {
                                open(act, wish, answer, form, words);
                            }
                        }
                        case Reply.Handed(var message, var file) -> {
                            tell(act, message, words);
                            hand(act, file);
                        }
                        case Reply.Notice _,
                                Reply.Moved _,
                                Reply.Refused _,
                                Reply.FieldErrors _ -> {
                            var message = message(answer.reply());
                            if (message != null) {
                                tell(act, message, words);
                            }
                        }
                    }
                });
    }

    private void open(Act act, Wish wish, Answer answer, Form form, CardWords words)
            throws DeliveryException, Refusal {
        try {
            modals.open(act, Modals.view(form, act, answer.introduction(), words));
        } catch (Refusal e) {
            if (!e.isTooLate()) {
                throw e;
            }
            tell(act, again(wish, answer), words);
        }
    }

    /// A button that opens the form: pressing it gives another three seconds.
    private Message again(Wish wish, Answer answer) {
        if (answer.introduction() != null) {
            return backend.introduceFirst(answer.language(), Wish.introducing());
        }
        return switch (wish) {
            case Wish.Pressed(var press) -> backend.openAgain(answer.language(), press);
            case Wish.Typed(var line) -> backend.openAgain(answer.language(), Wish.typing(line));
            case Wish.Opened(var press) ->
                    answer.reply() instanceof Reply.FormOpened(var form)
                            ? new Message(form.title(), List.of(new Part.Fields(form)))
                            : backend.openAgain(answer.language(), press);
            case Wish.Mine _, Wish.SetUp _, Wish.Known _ ->
                    backend.introduceFirst(answer.language(), Wish.introducing());
        };
    }

    /// What a reply says, or null if it says nothing by itself.
    static @Nullable Message message(Reply reply) {
        return switch (reply) {
            case Reply.Notice(var message) -> message;
            case Reply.Moved(var message) -> message;
            case Reply.Handed(var message, _) -> message;
            case Reply.Refused(var problem) -> message(problem);
            case Reply.FieldErrors(var errors) -> Message.text(joined(errors));
            case Reply.Nothing _, Reply.FormOpened _ -> null;
        };
    }

    static Message message(Problem problem) {
        return Message.text(problem.toString());
    }

    private static String joined(Map<String, String> errors) {
        return String.join(" ", errors.values());
    }

    /// In private, where they are.
    void tell(Act act, Message message, CardWords words) throws DeliveryException, Refusal {
        var place = act.place();
        var mark = Mark.whisper("reply/" + act.sourceKey());
        if (place != null) {
            try {
                outbox.show(place, act.thread(), act.account().user(), mark, message, words);
                return;
            } catch (Refusal e) {
                if (!e.isNotThere()) {
                    throw e;
                }
            }
        }
        outbox.post(direct(act.account()), mark, null, message, words);
    }

    private void hand(Act act, TextFile file) throws DeliveryException, Refusal {
        var direct = direct(act.account());
        var request =
                FilesUploadV2Request.builder()
                        .channel(direct.channel())
                        .filename(file.name())
                        .title(file.name())
                        .fileData(file.text().getBytes(StandardCharsets.UTF_8))
                        .build();
        calls.call(act.workspace(), "files.upload", slack -> slack.filesUploadV2(request));
    }

    /// The conversation between our app and one person.
    SlackAddress direct(Account account) throws DeliveryException, Refusal {
        var request = ConversationsOpenRequest.builder().users(List.of(account.user())).build();
        var opened =
                calls.call(
                        account.tenant(),
                        "conversations.open",
                        slack -> slack.conversationsOpen(request));
        return new SlackAddress(account.tenant(), opened.getChannel().getId());
    }

    /// Something that may go wrong without harm: what it tells stands elsewhere too.
    @FunctionalInterface
    interface Attempt {
        void make() throws DeliveryException, Refusal;
    }

    static void attempt(String what, Attempt attempt) {
        try {
            attempt.make();
        } catch (DeliveryException | Refusal e) {
            LOG.warn("a {} did not reach Slack: {}", what, e.getMessage());
        }
    }
}
