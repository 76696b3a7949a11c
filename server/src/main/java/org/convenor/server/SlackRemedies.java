package org.convenor.server;

/// What to do about an error of Slack's.
final class SlackRemedies {
    private static final String NEW_TOKEN =
            "Take the token anew from api.slack.com/apps: OAuth & Permissions, or install the app again.";

    private SlackRemedies() {}

    /// @param error Slack's own word for it
    static Finding of(String about, String error) {
        return switch (error) {
            case "invalid_auth", "not_authed" ->
                    Finding.ill(about, "Slack does not know the token.", NEW_TOKEN);
            case "token_revoked", "token_expired" ->
                    Finding.ill(about, "The token was revoked.", NEW_TOKEN);
            case "account_inactive" ->
                    Finding.ill(
                            about,
                            "The app was taken out of the workspace.",
                            "Install it there again.");
            case "missing_scope" ->
                    Finding.ill(
                            about,
                            "A scope is missing.",
                            "Paste the manifest anew (./convenor slack manifest) and reinstall the app.");
            case "not_allowed_token_type" ->
                    Finding.ill(
                            about,
                            "The token is of another kind.",
                            "SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-.");
            case "channel_not_found" ->
                    Finding.ill(
                            about,
                            "Convenor cannot see it: it is private, or gone.",
                            "Type /invite @Convenor in it, or link another channel.");
            default ->
                    Finding.ill(
                            about,
                            "Slack says: %s.".formatted(error),
                            "Look it up at https://docs.slack.dev/reference/methods.");
        };
    }
}
