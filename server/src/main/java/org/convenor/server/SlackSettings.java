package org.convenor.server;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.convenor.store.Seal;
import org.jspecify.annotations.Nullable;

/// What an operator said about Slack, in variables of the environment.
///
/// @param apps our apps in Slack; without any, Slack is left alone
/// @param key encrypts tokens in the database; null unless an app can be installed by others
/// @param url where Slack reaches this server, without a slash at the end; null with the key
/// @param api where Slack's methods are; another one than Slack's own only in tests
record SlackSettings(
        List<SlackAppSettings> apps, @Nullable Seal key, @Nullable URI url, String api) {
    private static final String SLACK = "https://slack.com/api/";

    SlackSettings {
        apps = List.copyOf(apps);
    }

    /// Nothing about Slack.
    static SlackSettings none() {
        return new SlackSettings(List.of(), null, null, SLACK);
    }

    /// @param environment variables by name; others than ours are not looked at
    /// @throws org.convenor.chat.ProblemException if something is missing or wrong; what is secret
    ///   is not repeated
    static SlackSettings of(Map<String, String> environment) {
        var variables = new SlackVariables(environment);
        var apps = variables.suffixes().stream().map(variables::app).toList();
        boolean installable =
                apps.stream().anyMatch(SlackAppSettings.Installable.class::isInstance);
        return new SlackSettings(
                apps,
                installable ? variables.key() : null,
                installable ? variables.url() : null,
                environment.getOrDefault("CONVENOR_SLACK_API", SLACK));
    }

    /// What tokens are sealed with, where an app can be installed by others.
    Seal seal() {
        return Objects.requireNonNull(key, "only with an app that others install");
    }

    /// Where Slack sends what happens to an app, below [#url].
    static String path(String suffix) {
        return suffix.isEmpty()
                ? "/slack"
                : "/slack/" + suffix.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
