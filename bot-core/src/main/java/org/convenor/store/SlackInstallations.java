package org.convenor.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where our apps are installed in Slack, and with which token. Tokens are sealed: the database
/// alone opens no workspace.
public final class SlackInstallations {
    private static final String PUT =
            """
            insert into slack_installation
                (app, workspace, enterprise, bot, sealed, key_id, scopes, at_ms)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (app, workspace) do update set enterprise = excluded.enterprise,
                bot = excluded.bot, sealed = excluded.sealed, key_id = excluded.key_id,
                scopes = excluded.scopes, at_ms = excluded.at_ms
            """;

    private static final String COLUMNS = "select app, workspace, enterprise, bot, scopes, at_ms";

    private static final String ALL = COLUMNS + " from slack_installation order by workspace, app";

    private static final String TOKEN =
            "select sealed from slack_installation where app = ? and workspace = ?";

    private static final String NEWEST =
            """
            select app from slack_installation where workspace = ? order by at_ms desc, app limit 1
            """;

    private static final String REMOVE =
            "delete from slack_installation where app = ? and workspace = ?";

    /// One of our apps in one workspace.
    ///
    /// @param app its client id, by which we know it before it is installed anywhere
    /// @param enterprise the organization the workspace belongs to, or null
    /// @param bot the user that our app is there
    /// @param scopes what it may do, separated by commas
    /// @param at when it was installed, the last time
    public record Installation(
            String app,
            String workspace,
            @Nullable String enterprise,
            String bot,
            String scopes,
            Instant at) {}

    /// Keeps an installation; an earlier one of the same app in the same workspace is replaced.
    public void put(Tx tx, Installation installed, String token, Seal seal) {
        tx.update(
                PUT,
                installed.app(),
                installed.workspace(),
                installed.enterprise(),
                installed.bot(),
                seal.close(token, place(installed.app(), installed.workspace())),
                seal.keyId(),
                installed.scopes(),
                installed.at());
    }

    public List<Installation> all(Tx tx) {
        return tx.list(ALL, SlackInstallations::read);
    }

    /// The token of an app's bot, or null if the app is not installed there.
    ///
    /// @throws org.convenor.chat.ProblemException if it was kept with another key, or changed
    public @Nullable String token(Tx tx, String app, String workspace, Seal seal) {
        var sealed = tx.one(TOKEN, row -> row.text(1), app, workspace);
        return sealed == null ? null : open(sealed, app, workspace, seal);
    }

    /// The token of a row that somebody else read.
    ///
    /// @throws org.convenor.chat.ProblemException if it was kept with another key, or changed
    public static String open(String sealed, String app, String workspace, Seal seal) {
        return seal.open(sealed, place(app, workspace));
    }

    /// The app of ours that was installed there last, or null if there is none.
    public @Nullable String newest(Tx tx, String workspace) {
        return tx.one(NEWEST, row -> row.text(1), workspace);
    }

    /// Forgets an installation and its token.
    public void remove(Tx tx, String app, String workspace) {
        tx.update(REMOVE, app, workspace);
    }

    private static String place(String app, String workspace) {
        return "slack_installation/" + app + "/" + workspace;
    }

    private static Installation read(Row row) {
        return new Installation(
                row.text(1),
                row.text(2),
                row.textOrNull(3),
                row.text(4),
                row.text(5),
                row.instant(6));
    }
}
