package org.convenor.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The real server as a process of its own: how long until its first page, and what it takes while
/// nobody is there.
final class ServerStart {
    private static final Pattern READY = Pattern.compile("is ready at (http\\S+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Path command;
    private final Path folder;

    private ServerStart(Path command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /// @param command the script at the root of the repository
    /// @param starts how many, each once with a new database and once again with it
    /// @param idleSeconds before memory is read
    static List<Figure> measure(Path command, Path folder, int starts, int idleSeconds) {
        var server = new ServerStart(command, folder);
        try {
            return server.figures(starts, idleSeconds);
        } catch (IOException e) {
            throw new IllegalStateException("the server could not be measured", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Figure> figures(int starts, int idleSeconds)
            throws IOException, InterruptedException {
        build();
        var first = new double[starts];
        var again = new double[starts];
        for (int number = 0; number < starts; number++) {
            first[number] = seconds("server-%d.db".formatted(number));
            again[number] = seconds("server-%d.db".formatted(number));
        }
        var figures = new ArrayList<Figure>();
        figures.add(start("server.first", first, "to the first page, with a new database"));
        figures.add(start("server.again", again, "to the first page, with a database"));
        idle(idleSeconds, figures);
        return figures;
    }

    private static Figure start(String name, double[] seconds, String meaning) {
        return Figure.of(name, new Samples(seconds).median(), "s", meaning);
    }

    /// Building must not count.
    private void build() throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command.toString(), "--version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("%s cannot be built or run".formatted(command));
        }
    }

    private double seconds(String database) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (var server = Running.start(command, folder.resolve(database))) {
            server.fetchFirstPage();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private void idle(int seconds, List<Figure> figures) throws IOException, InterruptedException {
        try (var server = Running.start(command, folder.resolve("idle.db"))) {
            server.fetchFirstPage();
            if (server.process().waitFor(seconds, TimeUnit.SECONDS)) {
                throw new IOException("the server ended by itself");
            }
            var status = Path.of("/proc/%d/status".formatted(server.process().pid()));
            if (Files.exists(status)) {
                var resident = RESIDENT.matcher(Files.readString(status));
                if (resident.find()) {
                    var meaning = "resident after %d idle seconds".formatted(seconds);
                    double mebibytes = Long.parseLong(resident.group(1)) / 1024.0;
                    figures.add(Figure.of("server.idle", mebibytes, "MiB", meaning));
                }
            }
        }
    }

    /// A server that has said where it is.
    private record Running(Process process, URI page) implements AutoCloseable {
        static Running start(Path command, Path database) throws IOException {
            var process =
                    new ProcessBuilder(
                                    command.toString(),
                                    "start",
                                    "--port",
                                    "0",
                                    "--data",
                                    database.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            try {
                return new Running(process, ready(process));
            } catch (IOException e) {
                process.destroy();
                throw e;
            }
        }

        private static URI ready(Process process) throws IOException {
            // Left open: what the server says later still needs somewhere to go.
            var lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var ready = READY.matcher(line);
                if (ready.find()) {
                    return URI.create(ready.group(1));
                }
            }
            throw new IOException("the server ended before it was ready");
        }

        void fetchFirstPage() throws IOException, InterruptedException {
            try (var client =
                    HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
                var request = HttpRequest.newBuilder(page).build();
                var reply = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (reply.statusCode() != 200 || !reply.body().contains("</html>")) {
                    throw new IOException("the first page came as " + reply.statusCode());
                }
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
