package org.convenor.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.convenor.protocol.Protocol;

/// Files to read in tests.
final class TestFiles {
    private TestFiles() {}

    static byte[] bytes(String resource) {
        try (InputStream in = TestFiles.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    static Loaded read(String text) {
        return ProtocolFile.read("it.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a file without mistakes.
    static Protocol sound(String resource) {
        Loaded loaded = ProtocolFile.read(resource, bytes(resource));
        assertThat(loaded.remarks()).isEmpty();
        return Objects.requireNonNull(loaded.protocol());
    }

    static List<String> texts(Loaded loaded) {
        return loaded.remarks().stream().map(Remark::text).toList();
    }
}
