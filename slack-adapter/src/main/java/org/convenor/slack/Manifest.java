package org.convenor.slack;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an administrator pastes at Slack to make our app: YAML, with the reason beside each scope.
public final class Manifest {
    private static final String TOP =
            """
            # Convenor's app in Slack. Paste this at https://api.slack.com/apps:
            # Create New App, From a manifest, YAML.
            _metadata:
              major_version: 1
            display_information:
              name: Convenor
              description: Runs structured conversations across school districts.
              background_color: "#24506b"
            features:
              app_home:
                home_tab_enabled: true
                messages_tab_enabled: true
                messages_tab_read_only_enabled: false
              bot_user:
                display_name: Convenor
                always_online: true
              slash_commands:
                - command: /convene
            """;

    private static final String COMMAND =
            """
            description: Start, lead and follow sessions
            usage_hint: help
            should_escape: true
            """
                    .indent(6);

    private Manifest() {}

    /// An app that calls Slack and never has to be reached.
    public static String socket() {
        return manifest(null);
    }

    /// An app that Slack sends to.
    ///
    /// @param address where its paths begin, for example `https://convenor.example.org/slack`
    public static String http(String address) {
        return manifest(address);
    }

    private static String manifest(@Nullable String address) {
        var yaml = new StringBuilder(TOP);
        var events = address == null ? null : address + "/events";
        line(yaml, 6, "url", events);
        yaml.append(COMMAND);
        yaml.append("oauth_config:\n");
        if (address != null) {
            yaml.append("  redirect_urls:\n    - %s/oauth\n".formatted(address));
        }
        yaml.append("  scopes:\n    bot:\n").append(scopes());
        yaml.append("settings:\n  event_subscriptions:\n");
        line(yaml, 4, "request_url", events);
        yaml.append("    bot_events:\n").append(events());
        yaml.append("  interactivity:\n    is_enabled: true\n");
        line(yaml, 4, "request_url", events);
        yaml.append("  org_deploy_enabled: false\n");
        yaml.append("  socket_mode_enabled: %s\n".formatted(address == null));
        return yaml.append("  token_rotation_enabled: false\n").toString();
    }

    private static void line(StringBuilder yaml, int indent, String key, @Nullable String value) {
        if (value != null) {
            yaml.append("%s%s: %s\n".formatted(" ".repeat(indent), key, value));
        }
    }

    private static String scopes() {
        return Stream.of(Scope.values())
                .map(scope -> "      # %s\n      - %s\n".formatted(scope.reason(), scope.id()))
                .collect(Collectors.joining());
    }

    private static String events() {
        return Scope.allEvents().stream()
                .map("      - %s\n"::formatted)
                .collect(Collectors.joining());
    }
}
