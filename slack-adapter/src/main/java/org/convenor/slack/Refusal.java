package org.convenor.slack;

import java.time.Duration;
import java.util.Set;
import org.convenor.chat.DeliveryException;

/// Slack answered that it did not do what was asked, and why.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /// Slack is not sure itself.
    private static final Set<String> PERHAPS_DONE = Set.of("fatal_error", "internal_error");

    /// Trying again cannot help: the place or the person is gone, we may not post there, or what we
    /// send is not taken.
    private static final Set<String> FOR_GOOD =
            Set.of(
                    "channel_not_found",
                    "is_archived",
                    "not_in_channel",
                    "user_not_in_channel",
                    "user_not_found",
                    "user_disabled",
                    "users_not_found",
                    "cannot_dm_bot",
                    "messages_tab_disabled",
                    "account_inactive",
                    "invalid_auth",
                    "not_authed",
                    "token_expired",
                    "token_revoked",
                    "missing_scope",
                    "no_permission",
                    "not_allowed_token_type",
                    "access_denied",
                    "team_access_not_granted",
                    "org_login_required",
                    "ekm_access_denied",
                    "restricted_action",
                    "restricted_action_non_threadable_channel",
                    "restricted_action_read_only_channel",
                    "restricted_action_thread_only_channel",
                    "restricted_action_thread_locked",
                    "no_text",
                    "msg_too_long",
                    "msg_blocks_too_long",
                    "invalid_blocks",
                    "invalid_blocks_format",
                    "invalid_arguments",
                    "metadata_too_large",
                    "unknown_method");

    private static final Set<String> MESSAGE_GONE =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed");

    private static final Set<String> THREAD_GONE =
            Set.of("thread_not_found", "invalid_thread_ts", "cannot_reply_to_message");

    private static final Set<String> NOT_THERE =
            Set.of("user_not_in_channel", "not_in_channel", "channel_not_found", "is_archived");

    private static final Set<String> BLOCKS_REFUSED =
            Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long");

    private static final Set<String> TOO_LATE =
            Set.of("expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id");

    private final String code;

    Refusal(String code) {
        super(code);
        this.code = code;
    }

    /// Whether the message that was to be edited cannot be edited any more.
    boolean isMessageGone() {
        return MESSAGE_GONE.contains(code);
    }

    /// Whether the message that was to be answered is gone.
    boolean isThreadGone() {
        return THREAD_GONE.contains(code);
    }

    /// Whether the person, or we, are not in the channel.
    boolean isNotThere() {
        return NOT_THERE.contains(code);
    }

    /// Whether the moment in which a form may be opened has passed.
    boolean isTooLate() {
        return TOO_LATE.contains(code);
    }

    /// Whether the same would be taken as plain text.
    boolean isAboutBlocks() {
        return BLOCKS_REFUSED.contains(code);
    }

    /// What it means for whoever delivers. What is not known here may help itself.
    DeliveryException meaning() {
        if (PERHAPS_DONE.contains(code)) {
            return new DeliveryException.Unanswered("Slack is not sure: " + code);
        }
        return FOR_GOOD.contains(code)
                ? new DeliveryException.Undeliverable("Slack refuses: " + code)
                : new DeliveryException.TryLater("Slack says: " + code, Duration.ZERO);
    }
}
