package org.convenor.slack;

import org.convenor.chat.Account;
import org.jspecify.annotations.Nullable;

/// Somebody did something in Slack.
///
/// @param sourceKey the same at every retry
/// @param channel where, or null in the app's Home
/// @param thread the message whose thread it is in, or null
/// @param message the message that was pressed, or null
/// @param trigger allows to open one form within three seconds; null if it does not
/// @param responseUrl reaches the message that was pressed, or null
/// @param isEphemeral whether that message is seen by this person alone
record Act(
        String sourceKey,
        Account account,
        @Nullable String channel,
        @Nullable String thread,
        @Nullable String message,
        @Nullable String trigger,
        @Nullable String responseUrl,
        boolean isEphemeral) {
    /// Something that is neither a press nor a command.
    static Act said(String sourceKey, Account account, String channel, @Nullable String thread) {
        return new Act(sourceKey, account, channel, thread, null, null, null, false);
    }

    /// A form that was sent, or a command: nothing was pressed.
    static Act with(String sourceKey, Account account, @Nullable String channel, String trigger) {
        return new Act(sourceKey, account, channel, null, null, trigger, null, false);
    }

    String workspace() {
        return account.tenant();
    }

    /// Whether it is a conversation between our app and one person.
    boolean isDirect() {
        return channel != null && channel.startsWith("D");
    }

    /// The channel that others are in too, or null.
    @Nullable SlackAddress place() {
        return channel == null || isDirect() ? null : new SlackAddress(workspace(), channel);
    }

    /// The same without what opens a form.
    Act withoutTrigger() {
        return new Act(
                sourceKey, account, channel, thread, message, null, responseUrl, isEphemeral);
    }
}
