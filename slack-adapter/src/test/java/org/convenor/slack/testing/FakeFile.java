package org.convenor.slack.testing;

import org.jspecify.annotations.Nullable;

/// A file that was uploaded.
///
/// @param channel where it was shared, or null
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record FakeFile(String id, String name, byte[] bytes, @Nullable String channel) {}
