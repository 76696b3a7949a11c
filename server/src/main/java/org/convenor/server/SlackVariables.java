package org.convenor.server;

import static java.util.Map.entry;

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
    private static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
    private static final String APP_TOKEN = "SLACK_APP_TOKEN";
    private static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";
    private static final String CLIENT_ID = "SLACK_CLIENT_ID";
    private static final String CLIENT_SECRET = "SLACK_CLIENT_SECRET";
    private static final String KEY = "CONVENOR_KEY";
    private static final String URL = "CONVENOR_URL";

    private static final Pattern OURS =
            Pattern.compile(
                    "SLACK_(?:BOT_TOKEN|APP_TOKEN|SIGNING_SECRET|CLIENT_ID|CLIENT_SECRET)"
                            + "(?:_(?<suffix>[A-Z0-9]+(?:_[A-Z0-9]+)*))?");

    /// Where an operator finds each, on the pages of the app at api.slack.com/apps.
    private static final Map<String, String> PLACES =
            Map.ofEntries(
                    entry(BOT_TOKEN, "OAuth & Permissions, Bot User OAuth Token"),
                    entry(APP_TOKEN, "Basic Information, App-Level Tokens, with connections:write"),
                    entry(SIGNING_SECRET, "Basic Information, App Credentials, Signing Secret"),
                    entry(CLIENT_ID, "Basic Information, App Credentials, Client ID"),
                    entry(CLIENT_SECRET, "Basic Information, App Credentials, Client Secret"));

    /// What the values look like, where that is known: most mistakes are two that were swapped.
    private static final Map<String, Pattern> FORMS =
            Map.of(
                    BOT_TOKEN, Pattern.compile("xoxb-\\S+"),
                    APP_TOKEN, Pattern.compile("xapp-\\S+"),
                    SIGNING_SECRET, Pattern.compile("[0-9a-f]{32}"),
                    CLIENT_ID, Pattern.compile("\\d+\\.\\d+"),
                    CLIENT_SECRET, Pattern.compile("\\S+"));

    private static final Map<String, String> LOOKS =
            Map.of(
                    BOT_TOKEN, "begins with xoxb-",
                    APP_TOKEN, "begins with xapp-",
                    SIGNING_SECRET, "is 32 digits and letters from a to f",
                    CLIENT_ID, "is two numbers with a point between them",
                    CLIENT_SECRET, "has no spaces");

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

    private String need(String variable, String suffix) {
        var name = named(variable, suffix);
        var value = value(name);
        var place = "Find it at api.slack.com/apps: %s.".formatted(PLACES.get(variable));
        if (value == null) {
            throw incomplete(name, place);
        }
        if (!FORMS.get(variable).matcher(value).matches()) {
            throw new ProblemException(
                    new Problem(
                            "%s %s; yours is different.".formatted(name, LOOKS.get(variable)),
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

    private static String named(String variable, String suffix) {
        return suffix.isEmpty() ? variable : variable + "_" + suffix;
    }
}
