package org.convenor.server;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.convenor.slack.Scope;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What the manifest asks for, held against what the code does.
final class SlackManifestTest {
    /// Slack's methods that our code calls, as Slack writes them, without points and in small
    /// letters.
    private static Set<String> called() {
        return new ClassFileImporter()
                .withImportOption(new ProductOnly())
                .importPackages("org.convenor.slack", "org.convenor.server").stream()
                        .flatMap(one -> one.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isEquivalentTo(MethodsClient.class))
                        .map(JavaMethodCall::getName)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(toSet());
    }

    private static String plain(String method) {
        return method.replace(".", "").toLowerCase(Locale.ROOT);
    }

    private static Map<?, ?> yaml(String... words) {
        var typed = Typed.convenor((Object[]) words);
        assertThat(typed.exitCode()).isZero();
        return (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(typed.out());
    }

    private static Object at(Object yaml, String... path) {
        var found = yaml;
        for (var key : path) {
            found = ((Map<?, ?>) found).get(key);
        }
        return found;
    }

    @Test
    void every_method_that_is_called_is_covered_by_a_scope() {
        assertThat(called())
                .isNotEmpty()
                .isSubsetOf(Scope.allowedMethods().stream().map(SlackManifestTest::plain).toList());
    }

    @Test
    void no_scope_is_without_a_user() {
        var called = called();

        assertThat(Scope.values())
                .filteredOn(scope -> scope != Scope.COMMANDS && scope.events().isEmpty())
                .allSatisfy(scope ->
                        assertThat(scope.methods().stream().map(SlackManifestTest::plain))
                                .as(scope.id())
                                .containsAnyElementsOf(called));
    }

    @Test
    void socket_mode_needs_no_address() {
        var manifest = yaml("slack", "manifest", "--socket");

        assertThat(at(manifest, "settings", "socket_mode_enabled")).isEqualTo(true);
        assertThat(manifest.toString()).doesNotContain("url=");
        assertThat(at(manifest, "oauth_config", "scopes", "bot")).isEqualTo(Scope.ids());
        assertThat(at(manifest, "settings", "event_subscriptions", "bot_events"))
                .isEqualTo(Scope.allEvents());
    }

    @Test
    void http_names_where_slack_sends_and_where_people_come_back() {
        var manifest =
                yaml("slack", "manifest", "--url", "https://convenor.example.org/", "--app", "EAST");

        var events = "https://convenor.example.org/slack/east/events";
        assertThat(at(manifest, "settings", "socket_mode_enabled")).isEqualTo(false);
        assertThat(at(manifest, "settings", "event_subscriptions", "request_url"))
                .isEqualTo(events);
        assertThat(at(manifest, "settings", "interactivity", "request_url")).isEqualTo(events);
        assertThat(at(manifest, "oauth_config", "redirect_urls"))
                .isEqualTo(List.of("https://convenor.example.org/slack/east/oauth"));
        assertThat(at(manifest, "features", "slash_commands").toString())
                .contains("command=/convene", "url=" + events);
    }

    @Test
    void the_reason_stands_beside_each_scope() {
        var lines = Typed.convenor("slack", "manifest").out().lines().toList();

        assertThat(Stream.of(Scope.values()))
                .allSatisfy(scope -> {
                    int at = lines.indexOf("      - " + scope.id());
                    assertThat(lines.get(at - 1)).isEqualTo("      # " + scope.reason());
                });
    }

    @Test
    void what_slack_limits_is_within_its_limits() {
        var manifest = yaml("slack", "manifest");

        assertThat((String) at(manifest, "display_information", "description"))
                .hasSizeLessThanOrEqualTo(140);
        assertThat((String) at(manifest, "display_information", "name"))
                .hasSizeLessThanOrEqualTo(35);
    }

    @Test
    void an_address_that_slack_does_not_send_to_is_refused() {
        var typed = Typed.convenor("slack", "manifest", "--url", "http://convenor.example.org");

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("no https address");
        assertThat(Typed.convenor("slack", "manifest", "--socket", "--url", "x").exitCode())
                .isEqualTo(2);
    }
}
