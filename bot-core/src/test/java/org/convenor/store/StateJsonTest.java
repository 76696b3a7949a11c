package org.convenor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        var session = StateJson.session(2, fixture("session-2.json"), Sample.protocol());

        assertThat(session).isEqualTo(GroupedSample.session());
    }

    @Test
    void what_is_written_now_is_format_2() {
        assertThat(StateJson.FORMAT).isEqualTo(2);
        assertThat(StateJson.write(GroupedSample.session())).isEqualTo(fixture("session-2.json"));
        assertThat(StateJson.protocol(2, StateJson.write(Sample.protocol())))
                .isEqualTo(Sample.protocol());
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
