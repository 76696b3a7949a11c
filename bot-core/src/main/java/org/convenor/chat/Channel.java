package org.convenor.chat;

/// A place to post on, on any platform.
///
/// @param platform `web`, `slack` or `teams`
/// @param address what the platform calls it; meaning known to its adapter alone
/// @param name as people see it
public record Channel(ChannelId id, String platform, String address, String name) {}
