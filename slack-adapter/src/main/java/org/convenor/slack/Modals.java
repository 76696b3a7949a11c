package org.convenor.slack;

import com.slack.api.methods.request.views.ViewsOpenRequest;
import com.slack.api.model.view.View;
import org.convenor.chat.DeliveryException;
import org.convenor.chat.Form;
import org.convenor.view.CardWords;
import org.jspecify.annotations.Nullable;

/// Forms as modals. A modal remembers what it is for, and where it was opened: Slack does not tell.
final class Modals {
    /// Tells a form that asks who somebody is from the others.
    static final String INTRODUCTION = "introduction";

    private static final String NOWHERE = "-";

    private final SlackCalls calls;

    Modals(SlackCalls calls) {
        this.calls = calls;
    }

    /// What a modal remembers.
    ///
    /// @param channel where it was opened, or null
    record Memory(@Nullable String channel, Wish wish) {
        /// Null if the view is none of ours.
        static @Nullable Memory of(View view) {
            var lines = String.valueOf(view.getPrivateMetadata()).split("\n", 2);
            var wish = lines.length < 2 ? null : Wish.decode(lines[1]);
            return wish == null
                    ? null
                    : new Memory(lines[0].equals(NOWHERE) ? null : lines[0], wish);
        }

        String encode() {
            return (channel == null ? NOWHERE : channel) + "\n" + wish.encode();
        }
    }

    /// @param introduction what is granted after it, if it asks who somebody is; else null
    static View view(Form form, Act act, @Nullable Wish introduction, CardWords words) {
        var wish = introduction == null ? new Wish.Pressed(form.submit()) : introduction;
        var view = ModalView.render(form, words);
        view.setCallbackId(introduction == null ? ModalView.CALLBACK : INTRODUCTION);
        view.setPrivateMetadata(new Memory(act.channel(), wish).encode());
        return view;
    }

    /// @throws Refusal if the moment has passed in which it may be opened
    void open(Act act, View view) throws DeliveryException, Refusal {
        var request =
                ViewsOpenRequest.builder()
                        .triggerId(act.trigger())
                        .viewAsString(Json.of(view))
                        .build();
        calls.call(act.workspace(), "views.open", slack -> slack.viewsOpen(request));
    }
}
