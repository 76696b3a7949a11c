package org.convenor.slack;

import org.jspecify.annotations.Nullable;

/// The workspaces in which an app of ours is installed.
@FunctionalInterface
public interface Workspaces {
    /// The token of the bot there, or null if it is not installed or was removed. Asked before
    /// every call, so it may change at any time.
    @Nullable String token(String workspace);
}
