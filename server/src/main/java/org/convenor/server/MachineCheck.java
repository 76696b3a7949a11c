package org.convenor.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.convenor.chat.ProblemException;

/// Looks at the machine: Java, the disk below the data file, the port.
final class MachineCheck {
    private static final int OLDEST_JAVA = 25;
    private static final long MEBIBYTE = 1024L * 1024;
    private static final long LEAST_MEBIBYTES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private MachineCheck() {}

    static Finding java() {
        int version = Runtime.version().feature();
        var said = "Java %s.".formatted(Runtime.version());
        return version >= OLDEST_JAVA
                ? Finding.well("java", said)
                : Finding.ill("java", said, "Run it with Java %d or newer.".formatted(OLDEST_JAVA));
    }

    /// @param file absolute
    static Finding disk(Path file) {
        var folder = file.getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (folder == null || !Files.isWritable(folder)) {
            return Finding.ill(
                    "disk",
                    "The folder of the data file cannot be written.",
                    "Give this user the right to write there, or name another file with --data.");
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MEBIBYTE;
            var said = "%d MiB are free for the data file.".formatted(free);
            return free >= LEAST_MEBIBYTES
                    ? Finding.well("disk", said)
                    : Finding.ill("disk", said, "Make room: what cannot be stored is refused.");
        } catch (IOException _) {
            return Finding.ill(
                    "disk", "The disk does not say how much is free.", "Look at it with: df -h");
        }
    }

    /// A port in use is fine if it is a Convenor that uses it.
    static Finding port(String host, int port) {
        if (port == 0) {
            return Finding.well("room", "The browser room takes any free port.");
        }
        if (answers(host, port)) {
            return Finding.well("room", "The browser room answers on port %d.".formatted(port));
        }
        try {
            Ports.demandFree(host, port);
            return Finding.well(
                    "room", "Convenor is not running; port %d is free.".formatted(port));
        } catch (ProblemException e) {
            return Finding.of("room", e.problem());
        }
    }

    private static boolean answers(String host, int port) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://%s:%d/healthz".formatted(literal(host), port)))
                            .timeout(PATIENCE)
                            .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().strip().equals("ok");
        } catch (IOException | IllegalArgumentException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String literal(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
