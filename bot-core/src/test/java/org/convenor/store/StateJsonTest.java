package org.convenor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convenor.testing.Groupings.pairs;
import static org.convenor.testing.Steps.ask;
import static org.convenor.testing.Steps.minutes;
import static org.convenor.testing.Steps.talk;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Who;
import org.convenor.testing.Play;
import org.convenor.testing.Protocols;
import org.junit.jupiter.api.Test;

/// Rows that were written by a release must be read for ever. Once released, a fixture never
/// changes: add one for the new format.
final class StateJsonTest {
    @Test
    void a_session_of_format_1_is_still_read() {
        var session = StateJson.session(1, fixture("session-1.json"), Sample.protocol());

        assertThat(session).isEqualTo(Sample.session());
    }

    @Test
    void a_protocol_of_format_1_is_still_read() {
        assertThat(StateJson.protocol(1, fixture("protocol-1.json"))).isEqualTo(Sample.protocol());
    }

    @Test
    void a_session_of_format_2_is_still_read() {
        assertThat(StateJson.session(2, fixture("session-2.json"), Sample.protocol()))
                .isEqualTo(Sample.session());
    }

    @Test
    void what_is_written_now_is_format_2() {
        assertThat(StateJson.FORMAT).isEqualTo(2);
        assertThat(StateJson.write(Sample.session())).isEqualTo(fixture("session-2.json"));
        assertThat(StateJson.protocol(2, StateJson.write(Sample.protocol())))
                .isEqualTo(Sample.protocol());
    }

    @Test
    void people_in_groups_and_what_they_answered_are_read_as_they_were_written() {
        var session =
                Play.running(
                                Mode.LIVE,
                                Protocols.of(
                                        pairs("In twos"),
                                        ask("Our idea", Who.EACH_GROUP, minutes(5, 1)),
                                        talk("Talk", Who.EVERYONE, null, minutes(5, 1))),
                                "bo/north",
                                "cy/south",
                                "dee/east")
                        .answer("bo")
                        .session();

        var read = StateJson.session(2, StateJson.write(session), session.protocol());

        assertThat(session.groups()).hasSize(2);
        assertThat(read).isEqualTo(session);
    }

    @Test
    void a_session_is_stored_without_its_protocol() {
        assertThat(StateJson.write(Sample.session()))
                .doesNotContain("protocol", "null", "[]", "{}");
    }

    @Test
    void a_format_from_the_future_is_refused() {
        assertThatThrownBy(() -> StateJson.protocol(3, "{}")).hasMessageContaining("format 3");
    }

    private static String fixture(String name) {
        try (var stream = StateJsonTest.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no fixture " + name);
            }
            return new String(stream.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
