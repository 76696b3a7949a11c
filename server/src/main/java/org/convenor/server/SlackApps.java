package org.convenor.server;

import com.slack.api.Slack;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.convenor.chat.ChatPlatform;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.slack.SlackApp;
import org.convenor.slack.SlackBackend;
import org.convenor.slack.SlackHttp;
import org.convenor.slack.SlackPlatform;
import org.convenor.slack.Workspaces;
import org.convenor.store.Database;
import org.convenor.store.StoredAnchors;
import org.convenor.store.StoredDirectory;
import org.convenor.web.Beside;
import org.convenor.web.Doorway;
import org.jspecify.annotations.Nullable;

/// Slack as one side of the bot: all our apps there, on one client. Without any app it is nothing.
final class SlackApps implements AutoCloseable {
    private final List<Joined> apps = new ArrayList<>();
    private final Map<String, Doorway> doorways = new HashMap<>();
    private final Map<String, HttpServlet> servlets = new HashMap<>();
    private final List<SlackApp> listening = new ArrayList<>();
    private final SlackSettings settings;
    private final InstantSource clock;
    private final Slack slack;

    /// One app: where it is, and how what comes from it is forgotten.
    private record Joined(
            SlackAppSettings app, Workspaces workspaces, Consumer<String> remove, String where) {}

    SlackApps(SlackSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.slack = SlackHttp.slack(SlackHttp.client(SlackHttp.PATIENCE), settings.api());
    }

    /// Asks Slack about each token, and opens what is kept.
    ///
    /// @return where the bot delivers; empty without any app
    /// @throws org.convenor.chat.ProblemException if a token is worthless or does not open
    List<ChatPlatform> join(Database database) {
        for (var app : settings.apps()) {
            apps.add(
                    switch (app) {
                        case SlackAppSettings.Socket(_, var bot, _) -> joined(app, bot);
                        case SlackAppSettings.Signed(_, var bot, _) -> joined(app, bot);
                        case SlackAppSettings.Installable own -> joined(own, database);
                    });
        }
        return apps.isEmpty()
                ? List.of()
                : List.of(
                        new SlackPlatform(
                                slack,
                                this::token,
                                new StoredDirectory(database),
                                new StoredAnchors(database),
                                clock));
    }

    private Joined joined(SlackAppSettings app, String botToken) {
        var one = OneWorkspace.of(slack, botToken);
        return new Joined(app, one, one::remove, "in " + one.name());
    }

    private Joined joined(SlackAppSettings.Installable app, Database database) {
        var installs = new SlackInstalls(database, settings.seal(), app.clientId(), clock);
        installs.check();
        var address = URI.create(settings.url() + SlackSettings.path(app.suffix()));
        doorways.putAll(new SlackDoor(slack, app, address, installs, database, clock).doorways());
        return new Joined(app, installs, installs::remove, "install it at " + address + "/install");
    }

    /// The token of whichever app of ours is there.
    private @Nullable String token(String workspace) {
        return apps.stream()
                .map(app -> app.workspaces().token(workspace))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// Makes the apps ready to take what people do. Before the port is opened.
    ///
    /// @param backends makes what takes it, from what is to be told when an app was taken out of a
    ///   workspace
    Beside listen(Function<Consumer<String>, SlackBackend> backends) {
        for (var joined : apps) {
            var backend = backends.apply(joined.remove());
            var app = new SlackApp(slack, joined.workspaces(), backend, clock);
            listening.add(app);
            var path = SlackSettings.path(joined.app().suffix()) + "/events";
            switch (joined.app()) {
                case SlackAppSettings.Socket _ -> {
                    // It connects when the bot runs.
                }
                case SlackAppSettings.Signed(_, _, var secret) ->
                        servlets.put(path, app.servlet(secret));
                case SlackAppSettings.Installable(_, var secret, _, _) ->
                        servlets.put(path, app.servlet(secret));
            }
        }
        return new Beside(doorways, servlets);
    }

    /// Gets everything ready for the first press, and connects. After the bot was started, and
    /// closed before it.
    Hearing start() {
        var hearing = new Hearing(new ArrayList<>(), new ArrayList<>(listening));
        for (int i = 0; i < apps.size(); i++) {
            var joined = apps.get(i);
            listening.get(i).warmUp();
            if (joined.app() instanceof SlackAppSettings.Socket(_, _, var appToken)) {
                hearing.open().add(connected(listening.get(i), appToken));
            }
            hearing.lines().add("Slack: %s, %s".formatted(joined.app(), joined.where()));
        }
        return hearing;
    }

    private static AutoCloseable connected(SlackApp app, String appToken) {
        try {
            return app.socketMode(appToken);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "Socket Mode does not connect.",
                            "Nobody in Slack would be heard, so nothing was started.",
                            "Look with ./convenor doctor, and start again."),
                    e);
        }
    }

    /// What people do in Slack is heard until this is closed.
    ///
    /// @param lines one for each app, for whoever started the server
    record Hearing(List<String> lines, List<AutoCloseable> open) implements AutoCloseable {
        @Override
        public void close() {
            open.reversed().forEach(SlackApps::close);
        }
    }

    @Override
    public void close() {
        close(slack);
    }

    /// Closes one of the many things that may throw anything when they are closed.
    static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException("Slack's client does not close", e);
        }
    }
}
