package org.convenor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class ManifestTest {
    private static Map<?, ?> read(String yaml) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static Object at(Object yaml, String... path) {
        var found = yaml;
        for (var key : path) {
            found = Objects.requireNonNull(((Map<?, ?>) found).get(key), key);
        }
        return found;
    }

    @Test
    void socket_mode_needs_no_address() {
        var manifest = read(Manifest.socket());

        assertThat(at(manifest, "settings", "socket_mode_enabled")).isEqualTo(true);
        assertThat(manifest.toString()).doesNotContain("url=", "urls=");
        assertThat(at(manifest, "oauth_config", "scopes", "bot")).isEqualTo(Scope.ids());
        assertThat(at(manifest, "settings", "event_subscriptions", "bot_events"))
                .isEqualTo(Scope.allEvents());
    }

    @Test
    void http_names_where_slack_sends_and_where_people_come_back() {
        var manifest = read(Manifest.http("https://convenor.example.org/slack/east"));

        var events = "https://convenor.example.org/slack/east/events";
        assertThat(at(manifest, "settings", "socket_mode_enabled")).isEqualTo(false);
        assertThat(at(manifest, "settings", "event_subscriptions", "request_url"))
                .isEqualTo(events);
        assertThat(at(manifest, "settings", "interactivity", "request_url")).isEqualTo(events);
        assertThat(at(manifest, "oauth_config", "redirect_urls"))
                .isEqualTo(List.of("https://convenor.example.org/slack/east/oauth"));
        assertThat(at(manifest, "features", "slash_commands").toString())
                .contains("command=/convene", "url=" + events, "usage_hint=help");
    }

    @Test
    void the_reason_stands_beside_each_scope() {
        var lines = Manifest.socket().lines().toList();

        assertThat(Stream.of(Scope.values()))
                .allSatisfy(scope -> {
                    int at = lines.indexOf("      - " + scope.id());
                    assertThat(lines.get(at - 1)).isEqualTo("      # " + scope.reason());
                });
    }

    @Test
    void what_slack_limits_is_within_its_limits() {
        var manifest = read(Manifest.socket());

        assertThat((String) at(manifest, "display_information", "description"))
                .hasSizeLessThanOrEqualTo(140);
        assertThat((String) at(manifest, "display_information", "name"))
                .hasSizeLessThanOrEqualTo(35);
    }

    /// The names that are listened to stand in the class as text.
    @Test
    void every_event_that_is_subscribed_to_is_listened_to() throws IOException {
        try (var bytes =
                Objects.requireNonNull(Happening.class.getResourceAsStream("Happening.class"))) {
            var code = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(Scope.allEvents())
                    .allSatisfy(event ->
                            assertThat(code)
                                    .contains(event.replaceFirst("^message\\..*", "message")));
        }
    }
}
