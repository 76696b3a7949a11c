package org.convenor.slack;

import com.slack.api.Slack;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;

/// What people do in Slack, over Socket Mode or as signed requests. One for each app of Slack's in
/// this process. Thread-safe.
public final class SlackApp implements AutoCloseable {
    /// Where Slack sends everything in HTTP mode.
    public static final String PATH = "/slack/events";

    /// @param slack from [SlackHttp#slack]; one for the whole process
    /// @param workspaces where this app is installed
    public SlackApp(
            Slack slack, Workspaces workspaces, SlackBackend backend, InstantSource clock) {}

    /// Connects to Slack and takes what comes, until what is returned is closed.
    ///
    /// @param appToken begins with `xapp-`
    public AutoCloseable socketMode(String appToken) {
        throw new UnsupportedOperationException(appToken);
    }

    /// Takes signed requests; belongs at [#PATH].
    ///
    /// @param signingSecret with which Slack signs what it sends this app
    public HttpServlet servlet(String signingSecret) {
        throw new UnsupportedOperationException(signingSecret);
    }

    /// Gets everything ready, so that the first press does not wait.
    public void warmUp() {}

    @Override
    public void close() {}
}
