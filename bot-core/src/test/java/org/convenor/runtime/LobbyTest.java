package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.convenor.testing.Convening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who signed in stays who they are, until they sign out.
final class LobbyTest {
    @TempDir private Path folder;

    @Test
    void a_token_is_worthless_after_signing_out_and_others_stay_good() {
        try (var convening = Convening.ofFive(folder)) {
            var lobby = convening.lobby();
            var code = lobby.invite(convening.id("ada"), convening.room());
            var fay = lobby.join(code, "Fay Moss", "Hub");
            var gus = lobby.join(code, "Gus Hill", "Hub");

            lobby.signOut(fay.token());
            lobby.signOut("no such token");

            assertThat(lobby.signedIn(fay.token())).isNull();
            assertThat(lobby.signedIn(gus.token())).isEqualTo(gus.member());
        }
    }

    @Test
    void who_comes_back_in_the_next_school_year_is_who_they_were() {
        try (var convening = Convening.ofFive(folder)) {
            var lobby = convening.lobby();
            var code = lobby.invite(convening.id("ada"), convening.room());
            var fay = lobby.join(code, "Fay Moss", "Hub");

            convening.asleep(Duration.ofDays(366));

            assertThat(lobby.signedIn(fay.token())).isEqualTo(fay.member());
        }
    }
}
