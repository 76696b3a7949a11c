package org.convenor.runtime;

import org.convenor.chat.ChannelId;

/// The message of a platform in which somebody wrote words. Where it stands the words are not said
/// again.
///
/// @param group id of the group in whose thread it stands, or 0 for everybody's
/// @param platformId what the platform calls the message
public record Origin(ChannelId channel, int group, String platformId) {}
