package org.convenor.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.convenor.chat.Message;
import org.convenor.view.CardWords;

/// What people do in Slack, over Socket Mode or as signed requests. One for each app of Slack's in
/// this process. Thread-safe.
public final class SlackApp implements AutoCloseable {
    /// Where Slack sends everything in HTTP mode.
    public static final String PATH = "/slack/events";

    /// Presses that are taken at once. They never run where the socket is read.
    private static final int AT_ONCE = 32;

    private final SlackBackend backend;
    private final InstantSource clock;
    private final Afterwards afterwards = new Afterwards();
    private final App app;

    /// @param slack from [SlackHttp#slack]; one for the whole process
    /// @param workspaces where this app is installed
    public SlackApp(Slack slack, Workspaces workspaces, SlackBackend backend, InstantSource clock) {
        this.backend = backend;
        this.clock = clock;
        var calls = new SlackCalls(slack, workspaces, clock);
        var outbox = new Outbox(calls);
        var profiles = new Profiles(calls);
        var wishes = new Wishes(backend, profiles);
        var replies = new Replies(backend, calls, outbox, new Modals(calls));
        var mirrors = new Mirrors(slack, backend, calls, outbox, replies);
        var uploads = new Uploads(slack, calls, workspaces);
        var dispatcher =
                new Dispatcher(
                        new Pressing(backend, wishes, replies, mirrors, uploads, afterwards),
                        new Typing(wishes, replies, afterwards),
                        new Happening(backend, wishes, replies, mirrors, profiles, afterwards));
        this.app = new App(new AppConfig(), slack, List.of(dispatcher));
    }

    /// Connects to Slack and takes what comes, until what is returned is closed.
    ///
    /// @param appToken begins with `xapp-`
    /// @throws IOException if Slack cannot be reached or does not take the token
    public AutoCloseable socketMode(String appToken) throws IOException {
        warmUp();
        var socket =
                new SocketModeApp(appToken, app, SocketModeClient.Backend.JavaWebSocket, AT_ONCE);
        try {
            socket.startAsync();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Socket Mode does not start", e);
        }
        return socket::close;
    }

    /// Takes signed requests; belongs at [#PATH].
    ///
    /// @param signingSecret with which Slack signs what it sends this app
    public HttpServlet servlet(String signingSecret) {
        return new EventsServlet(new Signatures(signingSecret, clock), app);
    }

    /// Gets everything ready, so that the first press does not wait.
    public void warmUp() {
        BlockKit.render(Message.text("**ready**"), CardWords.of(Locale.ENGLISH));
        Json.of(List.of());
        app.start();
        backend.warmUp();
    }

    @Override
    public void close() {
        afterwards.close();
        app.stop();
    }
}
