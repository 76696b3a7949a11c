package org.convenor.server;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.convenor.slack.Workspaces;
import org.convenor.store.Database;
import org.convenor.store.Seal;
import org.convenor.store.SlackInstallations;
import org.convenor.store.SlackInstallations.Installation;
import org.jspecify.annotations.Nullable;

/// Where one app of ours is installed. Tokens that were asked for stay open in memory until the app
/// is removed. Thread-safe.
final class SlackInstalls implements Workspaces {
    private final SlackInstallations installations = new SlackInstallations();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Database database;
    private final Seal seal;
    private final String app;
    private final InstantSource clock;

    /// @param app the app's client id
    SlackInstalls(Database database, Seal seal, String app, InstantSource clock) {
        this.database = database;
        this.seal = seal;
        this.app = app;
        this.clock = clock;
    }

    /// Opens every token once, so that a wrong key is found before anything is delivered.
    ///
    /// @throws org.convenor.chat.ProblemException if one does not open
    void check() {
        database.read(installations::all).stream()
                .filter(one -> one.app().equals(app))
                .forEach(one -> token(one.workspace()));
    }

    @Override
    public @Nullable String token(String workspace) {
        return tokens.computeIfAbsent(workspace, this::read);
    }

    private @Nullable String read(String workspace) {
        return database.<@Nullable String>read(tx -> installations.token(tx, app, workspace, seal));
    }

    /// @param enterprise the organization the workspace belongs to, or null
    void put(
            String workspace,
            @Nullable String enterprise,
            String bot,
            String scopes,
            String token) {
        var installed = new Installation(app, workspace, enterprise, bot, scopes, clock.instant());
        database.write(tx -> {
            installations.put(tx, installed, token, seal);
            return 0;
        });
        tokens.put(workspace, token);
    }

    /// The app was taken out of a workspace: its token is forgotten, and what still waits for there
    /// ends as undeliverable.
    void remove(String workspace) {
        database.write(tx -> {
            installations.remove(tx, app, workspace);
            return 0;
        });
        tokens.remove(workspace);
    }
}
