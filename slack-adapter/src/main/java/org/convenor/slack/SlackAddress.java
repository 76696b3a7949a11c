package org.convenor.slack;

import org.convenor.chat.Channel;

/// The address of a channel: `T…/C…`. The workspace is part of it because a channel that is shared
/// between organizations has one id in all of them, and each has its own installation of the app.
record SlackAddress(String workspace, String channel) {
    private static final String BETWEEN = "/";

    static SlackAddress of(Channel channel) {
        var parts = channel.address().split(BETWEEN, -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no address in Slack: channel " + channel.id());
        }
        return new SlackAddress(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return workspace + BETWEEN + channel;
    }
}
