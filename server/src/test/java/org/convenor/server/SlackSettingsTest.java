package org.convenor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.convenor.chat.ProblemException;
import org.junit.jupiter.api.Test;

final class SlackSettingsTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static Map<String, String> socket() {
        return Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1");
    }

    private static Map<String, String> installable() {
        return Map.of(
                "SLACK_SIGNING_SECRET", SECRET,
                "SLACK_CLIENT_ID", "12.34",
                "SLACK_CLIENT_SECRET", "hush",
                "CONVENOR_KEY", KEY,
                "CONVENOR_URL", "https://convenor.example.org/");
    }

    private static Map<String, String> without(Map<String, String> all, String name) {
        var rest = new HashMap<>(all);
        rest.remove(name);
        return rest;
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        var more = new HashMap<>(all);
        more.put(name, value);
        return more;
    }

    private static String problem(Map<String, String> environment) {
        return catchThrowableOfType(ProblemException.class, () -> SlackSettings.of(environment))
                .problem()
                .toString();
    }

    @Test
    void nothing_configured_leaves_slack_alone() {
        var settings = SlackSettings.of(Map.of("PATH", "/bin", "SLACK_BOT_TOKEN", " "));

        assertThat(settings).isEqualTo(SlackSettings.none());
    }

    @Test
    void two_tokens_are_socket_mode() {
        var settings = SlackSettings.of(socket());

        assertThat(settings.apps())
                .containsExactly(new SlackAppSettings.Socket("", "xoxb-1", "xapp-1"));
        assertThat(settings.key()).isNull();
    }

    @Test
    void a_signing_secret_and_a_client_are_an_app_that_others_install() {
        var settings = SlackSettings.of(installable());

        assertThat(settings.apps())
                .containsExactly(new SlackAppSettings.Installable("", SECRET, "12.34", "hush"));
        assertThat(settings.key()).isNotNull();
        assertThat(settings.url()).hasToString("https://convenor.example.org");
    }

    @Test
    void a_signing_secret_and_a_token_are_one_workspace_over_http() {
        var settings =
                SlackSettings.of(
                        Map.of("SLACK_SIGNING_SECRET", SECRET, "SLACK_BOT_TOKEN", "xoxb-1"));

        assertThat(settings.apps())
                .containsExactly(new SlackAppSettings.Signed("", "xoxb-1", SECRET));
    }

    @Test
    void apps_stand_side_by_side_by_a_suffix() {
        var two = new HashMap<>(socket());
        two.put("SLACK_BOT_TOKEN_LAKE_SIDE", "xoxb-2");
        two.put("SLACK_APP_TOKEN_LAKE_SIDE", "xapp-2");

        assertThat(SlackSettings.of(two).apps())
                .extracting(SlackAppSettings::suffix)
                .containsExactly("", "LAKE_SIDE");
        assertThat(SlackSettings.path("LAKE_SIDE")).isEqualTo("/slack/lake-side");
    }

    @Test
    void what_is_missing_is_named_with_its_place() {
        assertThat(problem(without(socket(), "SLACK_APP_TOKEN")))
                .contains("SLACK_APP_TOKEN is missing", "App-Level Tokens", "connections:write");
        assertThat(problem(without(socket(), "SLACK_BOT_TOKEN")))
                .contains("SLACK_BOT_TOKEN is missing", "OAuth & Permissions");
        assertThat(problem(Map.of("SLACK_SIGNING_SECRET_EAST", SECRET)))
                .contains("SLACK_CLIENT_ID_EAST is missing", "Basic Information");
        for (var name : installable().keySet()) {
            assertThat(problem(without(installable(), name))).contains(name + " is missing");
        }
    }

    @Test
    void tokens_that_were_swapped_are_told_and_not_repeated() {
        var swapped = Map.of("SLACK_BOT_TOKEN", "xapp-secret", "SLACK_APP_TOKEN", "xoxb-secret");

        assertThat(problem(swapped))
                .contains("SLACK_BOT_TOKEN begins with xoxb-", "OAuth & Permissions")
                .doesNotContain("xapp-secret", "xoxb-secret");
    }

    @Test
    void a_key_or_address_that_cannot_be_used_is_told() {
        assertThat(problem(with(installable(), "CONVENOR_KEY", "c2hvcnQ=")))
                .contains("32 bytes in base64", "openssl rand")
                .doesNotContain("c2hvcnQ=");
        assertThat(problem(with(installable(), "CONVENOR_URL", "http://convenor.example.org")))
                .contains("no https address");
        assertThat(problem(with(installable(), "CONVENOR_URL", "convenor"))).contains("https");
    }

    @Test
    void an_app_does_not_go_both_ways() {
        assertThatThrownBy(() -> SlackSettings.of(with(socket(), "SLACK_SIGNING_SECRET", SECRET)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set");
    }

    @Test
    void nothing_secret_is_printed() {
        assertThat(SlackSettings.of(installable()).toString()).doesNotContain(SECRET, "hush", KEY);
        assertThat(SlackSettings.of(socket()).toString()).doesNotContain("xoxb-1", "xapp-1");
    }
}
