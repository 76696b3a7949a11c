package org.convenor.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.convenor.store.Seal;
import org.jspecify.annotations.Nullable;

/// Reads the variables about Slack. Those of a second app end with a suffix: `SLACK_BOT_TOKEN_EAST`
/// belongs to `SLACK_APP_TOKEN_EAST`.
final class SlackVariables {
    private static final String CREDENTIALS = "Basic Information, App Credentials, ";

    private static final Variable BOT_TOKEN =
            new Variable(
                    "SLACK_BOT_TOKEN",
                    "OAuth & Permissions, Bot User OAuth Token",
                    Pattern.compile("xoxb-\\S+"),
                    "begins with xoxb-");

    private static final Variable APP_TOKEN =
            new Variable(
                    "SLACK_APP_TOKEN",
                    "Basic Information, App-Level Tokens, with connections:write",
                    Pattern.compile("xapp-\\S+"),
                    "begins with xapp-");

    private static final Variable SIGNING_SECRET =
            new Variable(
                    "SLACK_SIGNING_SECRET",
                    CREDENTIALS + "Signing Secret",
                    Pattern.compile("[0-9a-f]{32}"),
                    "is 32 digits and letters from a to f");

    private static final Variable CLIENT_ID =
            new Variable(
                    "SLACK_CLIENT_ID",
                    CREDENTIALS + "Client ID",
                    Pattern.compile("\\d+\\.\\d+"),
                    "is two numbers with a point between them");

    private static final Variable CLIENT_SECRET =
            new Variable(
                    "SLACK_CLIENT_SECRET",
                    CREDENTIALS + "Client Secret",
                    Pattern.compile("\\S+"),
                    "has no spaces");

    private static final String KEY = "CONVENOR_KEY";
    private static final String URL = "CONVENOR_URL";

    private static final Pattern OURS =
            Pattern.compile(
                    "SLACK_(?:BOT_TOKEN|APP_TOKEN|SIGNING_SECRET|CLIENT_ID|CLIENT_SECRET)"
                            + "(?:_(?<suffix>[A-Z0-9]+(?:_[A-Z0-9]+)*))?");

    /// One variable.
    ///
    /// @param place where an operator finds it, on the pages of the app at api.slack.com/apps
    /// @param form what it looks like: most mistakes are two that were swapped
    /// @param looks the form in words
    private record Variable(String name, String place, Pattern form, String looks) {}

    private final Map<String, String> environment;

    SlackVariables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// The apps that something was said about, the one without a suffix first.
    List<String> suffixes() {
        var found = new TreeSet<String>();
        for (var name : environment.keySet()) {
            var ours = OURS.matcher(name);
            if (ours.matches() && isSet(name)) {
                var suffix = ours.group("suffix");
                found.add(suffix == null ? "" : suffix);
            }
        }
        return List.copyOf(found);
    }

    SlackAppSettings app(String suffix) {
        boolean socket = isSet(named(APP_TOKEN, suffix));
        boolean signed = isSet(named(SIGNING_SECRET, suffix));
        if (socket && signed) {
            throw twoWays(suffix);
        }
        if (signed) {
            return signed(suffix);
        }
        if (!socket && !isSet(named(BOT_TOKEN, suffix))) {
            // Only the client is named, so Slack is meant to send.
            return signed(suffix);
        }
        return new SlackAppSettings.Socket(
                suffix, need(BOT_TOKEN, suffix), need(APP_TOKEN, suffix));
    }

    private SlackAppSettings signed(String suffix) {
        boolean installable =
                isSet(named(CLIENT_ID, suffix)) || isSet(named(CLIENT_SECRET, suffix));
        var secret = need(SIGNING_SECRET, suffix);
        if (installable || !isSet(named(BOT_TOKEN, suffix))) {
            return new SlackAppSettings.Installable(
                    suffix, secret, need(CLIENT_ID, suffix), need(CLIENT_SECRET, suffix));
        }
        return new SlackAppSettings.Signed(suffix, need(BOT_TOKEN, suffix), secret);
    }

    Seal key() {
        var value = value(KEY);
        if (value == null) {
            throw incomplete(
                    KEY,
                    "Make one with: openssl rand -base64 32. Keep it apart from the database.");
        }
        return Seal.of(value);
    }

    URI url() {
        var value = value(URL);
        if (value == null) {
            throw incomplete(URL, "Set it to the https address that your proxy has.");
        }
        return PublicUrl.of(value);
    }

    private String need(Variable variable, String suffix) {
        var name = named(variable, suffix);
        var value = value(name);
        var place = "Find it at api.slack.com/apps: %s.".formatted(variable.place());
        if (value == null) {
            throw incomplete(name, place);
        }
        if (!variable.form().matcher(value).matches()) {
            throw new ProblemException(
                    new Problem(
                            "%s %s; yours is different.".formatted(name, variable.looks()),
                            "Slack would refuse it, so nothing was started.",
                            place));
        }
        return value;
    }

    private static ProblemException incomplete(String name, String remedy) {
        return new ProblemException(
                new Problem(
                        "%s is missing.".formatted(name),
                        "Slack is configured by half, so nothing was started.",
                        remedy));
    }

    private static ProblemException twoWays(String suffix) {
        return new ProblemException(
                new Problem(
                        "%s and %s are both set."
                                .formatted(named(APP_TOKEN, suffix), named(SIGNING_SECRET, suffix)),
                        "An app either calls Slack or is called by it, so nothing was started.",
                        "Keep the app token for Socket Mode, or the signing secret for HTTP."));
    }

    private boolean isSet(String name) {
        return value(name) != null;
    }

    private @Nullable String value(String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String named(Variable variable, String suffix) {
        return suffix.isEmpty() ? variable.name() : variable.name() + "_" + suffix;
    }
}
