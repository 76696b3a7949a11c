package org.convenor.server;

/// One app of ours in Slack. What it holds is secret: it is never printed.
sealed interface SlackAppSettings {
    /// What its variables end with, or empty for the first app.
    String suffix();

    /// In one workspace; Slack is called, and never has to reach us.
    record Socket(String suffix, String botToken, String appToken) implements SlackAppSettings {
        @Override
        public String toString() {
            return "Socket Mode";
        }
    }

    /// In one workspace; Slack sends signed requests to our port.
    record Signed(String suffix, String botToken, String signingSecret)
            implements SlackAppSettings {
        @Override
        public String toString() {
            return "HTTP in one workspace";
        }
    }

    /// In every workspace whose administrator installs it; Slack sends signed requests to our port.
    record Installable(String suffix, String signingSecret, String clientId, String clientSecret)
            implements SlackAppSettings {
        @Override
        public String toString() {
            return "HTTP in several workspaces";
        }
    }
}
