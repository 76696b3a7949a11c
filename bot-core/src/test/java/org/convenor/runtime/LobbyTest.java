package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.convenor.chat.ProblemException;
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

    @Test
    void an_operator_who_is_locked_out_gets_a_seat_in_every_room() {
        try (var convening = Convening.ofFive(folder)) {
            var lobby = convening.lobby();
            assertThat(lobby.setupCode()).as("there is an operator").isNull();
            var code = lobby.anotherSetupCode();

            var again = lobby.claimSetup(code, "Ada Okafor", "Hub");

            assertThat(again.room()).isEqualTo(convening.room());
            assertThat(lobby.makeRoom(again.member(), "Winter")).isNotNull();
            assertThatThrownBy(() -> lobby.claimSetup(code, "Eve", "Nowhere"))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void a_second_device_is_the_same_person_once_and_in_time() {
        try (var convening = Convening.ofFive(folder)) {
            var lobby = convening.lobby();
            var cy = convening.id("cy");
            var code = lobby.deviceCode(cy);
            var late = lobby.deviceCode(cy);

            var phone = lobby.signIn(code);

            assertThat(lobby.signedIn(phone.token())).isEqualTo(cy);
            assertThat(phone.room()).isEqualTo(convening.room());
            assertThatThrownBy(() -> lobby.signIn(code)).hasMessageContaining("used already");
            convening.asleep(Duration.ofMinutes(15));
            assertThatThrownBy(() -> lobby.signIn(late)).hasMessageContaining("15 minutes");
        }
    }
}
