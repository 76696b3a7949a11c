package org.convenor.server;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Locale;
import java.util.Set;
import org.convenor.slack.Scope;
import org.junit.jupiter.api.Test;

/// What the manifest asks for, held against what the code does.
final class SlackManifestTest {
    /// Slack's methods that our code calls, as Slack writes them, without points and in small
    /// letters.
    private static Set<String> called() {
        return new ClassFileImporter()
                        .withImportOption(new ProductOnly())
                        .importPackages("org.convenor.slack", "org.convenor.server")
                        .stream()
                        .flatMap(one -> one.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isEquivalentTo(MethodsClient.class))
                        .map(JavaMethodCall::getName)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(toSet());
    }

    private static String plain(String method) {
        return method.replace(".", "").toLowerCase(Locale.ROOT);
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
    void the_way_in_is_chosen_on_the_command_line() {
        var socket = Typed.convenor("slack", "manifest");
        var http =
                Typed.convenor(
                        "slack", "manifest", "--url", "https://room.example.org/", "--app", "EAST");

        assertThat(socket.exitCode()).isZero();
        assertThat(socket.out()).contains("socket_mode_enabled: true");
        assertThat(http.exitCode()).isZero();
        assertThat(http.out())
                .contains(
                        "socket_mode_enabled: false",
                        "request_url: https://room.example.org/slack/east/events");
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
