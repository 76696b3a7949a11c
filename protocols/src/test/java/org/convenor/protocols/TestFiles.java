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
    private static final long SECOND = 1_000_000_000;

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
        return soon(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads within a second. A second chance, because the machine may have been busy with
    /// something else.
    static Loaded soon(byte[] bytes) {
        long start = System.nanoTime();
        Loaded loaded = ProtocolFile.read("it.yaml", bytes);
        if (System.nanoTime() - start > SECOND) {
            start = System.nanoTime();
            loaded = ProtocolFile.read("it.yaml", bytes);
            assertThat(System.nanoTime() - start).isLessThan(SECOND);
        }
        return loaded;
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
