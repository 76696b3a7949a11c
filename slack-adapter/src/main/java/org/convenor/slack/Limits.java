package org.convenor.slack;

import java.time.Duration;

/// What Slack takes at most. Each is from Slack's reference of Block Kit, of views or of the Web
/// API unless something else is named. Texts are counted as Java counts them, which is never less
/// than Slack does.
final class Limits {
    private Limits() {}

    static final int BLOCKS_PER_MESSAGE = 50;
    static final int BLOCKS_PER_VIEW = 100;

    /// Slack refuses all blocks of a message together with `msg_blocks_too_long` somewhere above
    /// 13,200 characters of JSON. Not in its reference: measured by others, bolt-js issue 2509.
    static final int JSON_PER_MESSAGE = 13_000;

    /// Of the text beside the blocks. Slack cuts at 40,000, advises 4,000 and was seen to refuse
    /// more than 3,000 in an ephemeral message.
    static final int TOP_LEVEL_TEXT = 3_000;

    /// Of a section's text. Rich text has no limit in the reference and keeps the same.
    static final int SECTION = 3_000;

    static final int HEADER = 150;
    static final int BUTTONS_PER_ACTIONS = 25;
    static final int BUTTON_TEXT = 75;
    static final int ACCESSIBILITY_LABEL = 75;
    static final int CONFIRM_TITLE = 100;
    static final int CONFIRM_TEXT = 300;
    static final int CONFIRM_BUTTON = 30;
    static final int URL = 3_000;
    static final int ALTERNATIVE_TEXT = 2_000;

    static final int VIEW_TITLE = 24;
    static final int VIEW_BUTTON = 24;
    static final int BLOCK_ID = 255;
    static final int INPUT_LABEL = 2_000;
    static final int INPUT_HINT = 2_000;
    static final int INPUT_TEXT = 3_000;
    static final int PLACEHOLDER = 150;
    static final int OPTION_TEXT = 75;
    static final int OPTION_VALUE = 150;

    /// Of radio buttons and checkboxes.
    static final int OPTIONS_SHOWN = 10;

    /// Of a select, and of each group in one.
    static final int OPTIONS_PER_GROUP = 100;

    static final int OPTION_GROUPS = 100;

    /// `chat.postMessage` takes one message a second and channel.
    static final Duration BETWEEN_POSTS = Duration.ofSeconds(1);

    /// Our own, so that an edited board stays readable.
    static final Duration BETWEEN_EDITS = Duration.ofSeconds(5);

    /// `chat.update` is of tier 3, 50 and more a minute and workspace; the rest is left to the
    /// answers to presses.
    static final int EDITS_PER_MINUTE = 40;

    /// Messages in one page of `conversations.history`; the reference advises no more.
    static final int HISTORY_PAGE = 200;
}
