package org.convenor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convenor.store.Sample.NOON;

import java.util.Base64;
import org.convenor.chat.ProblemException;
import org.convenor.store.SlackInstallations.Installation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Where our apps are installed in Slack, whatever the database.
abstract class InstallationsSuite extends OnDatabase {
    private static final Seal SEAL = seal(1);
    private static final String TOKEN = "xoxb-1234-secret";

    private final SlackInstallations installations = new SlackInstallations();

    private static Seal seal(int first) {
        var key = new byte[32];
        key[0] = (byte) first;
        return Seal.of(Base64.getEncoder().encodeToString(key));
    }

    private static Installation installed(String app, String workspace) {
        return new Installation(app, workspace, null, "UBOT", "chat:write,commands", NOON);
    }

    private @Nullable String token(String app, String workspace, Seal seal) {
        return database.<@Nullable String>read(tx -> installations.token(tx, app, workspace, seal));
    }

    @Test
    void a_token_comes_back_with_the_key_it_was_kept_with() {
        write(tx -> installations.put(tx, installed("A1", "T1"), TOKEN, SEAL));

        assertThat(token("A1", "T1", SEAL)).isEqualTo(TOKEN);
        assertThat(token("A1", "T2", SEAL)).isNull();
        assertThat(database.<Object>read(installations::all).toString())
                .contains("A1", "T1", "UBOT")
                .doesNotContain(TOKEN);
    }

    @Test
    void nothing_of_a_token_stands_in_the_database() {
        write(tx -> installations.put(tx, installed("A1", "T1"), TOKEN, SEAL));

        var row =
                database.read(tx ->
                        tx.list(
                                "select sealed, key_id from slack_installation",
                                found -> found.text(1) + found.text(2)));

        assertThat(row).singleElement().asString().doesNotContain("xoxb", "1234");
        assertThat(row).singleElement().asString().contains(SEAL.keyId());
    }

    @Test
    void another_key_opens_nothing() {
        write(tx -> installations.put(tx, installed("A1", "T1"), TOKEN, SEAL));

        assertThatThrownBy(() -> token("A1", "T1", seal(2)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("CONVENOR_KEY is another one")
                .hasMessageNotContaining(TOKEN);
    }

    @Test
    void a_token_that_was_moved_to_another_workspace_does_not_open() {
        write(tx -> installations.put(tx, installed("A1", "T1"), TOKEN, SEAL));
        write(tx -> installations.put(tx, installed("A1", "T2"), "xoxb-other", SEAL));

        write(tx ->
                tx.update(
                        """
                        update slack_installation set sealed = (
                            select sealed from slack_installation where workspace = 'T1')
                        where workspace = 'T2'
                        """));

        assertThatThrownBy(() -> token("A1", "T2", SEAL)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_row_that_was_changed_does_not_open() {
        write(tx -> installations.put(tx, installed("A1", "T1"), TOKEN, SEAL));

        for (var damaged : new String[] {"", "AAAA", "no base64!", "A".repeat(80)}) {
            write(tx -> tx.update("update slack_installation set sealed = ?", damaged));

            assertThatThrownBy(() -> token("A1", "T1", SEAL)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void installing_again_replaces_the_token() {
        write(tx -> installations.put(tx, installed("A1", "T1"), TOKEN, SEAL));
        write(tx -> installations.put(tx, installed("A1", "T1"), "xoxb-new", SEAL));

        assertThat(token("A1", "T1", SEAL)).isEqualTo("xoxb-new");
        assertThat(database.read(installations::all)).hasSize(1);
    }

    @Test
    void of_two_apps_in_a_workspace_each_keeps_its_own() {
        write(tx -> installations.put(tx, installed("A1", "T1"), TOKEN, SEAL));
        write(tx -> installations.put(tx, installed("A2", "T1"), "xoxb-two", SEAL));

        write(tx -> installations.remove(tx, "A1", "T1"));

        assertThat(token("A1", "T1", SEAL)).isNull();
        assertThat(token("A2", "T1", SEAL)).isEqualTo("xoxb-two");
        assertRead(tx -> installations.newest(tx, "T1")).isEqualTo("A2");
    }
}
