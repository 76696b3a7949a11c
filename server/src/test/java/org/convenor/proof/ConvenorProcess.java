package org.convenor.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The real server in a process of its own, as `./convenor start` runs it.
final class ConvenorProcess implements AutoCloseable {
    private static final String SETUP = "setup ";
    private static final String READY = "Convenor is ready at http://localhost:";

    private final Process process;
    private final Thread hook;
    private final @Nullable String setupCode;
    private final int port;
    private final List<String> said;

    private ConvenorProcess(
            Process process, Thread hook, @Nullable String setupCode, int port, List<String> said) {
        this.process = process;
        this.hook = hook;
        this.setupCode = setupCode;
        this.port = port;
        this.said = List.copyOf(said);
    }

    /// Starts the server and waits until it says that it is ready.
    ///
    /// @param port zero for any that is free
    static ConvenorProcess start(Path database, int port) {
        return start(database, port, Map.of());
    }

    /// @param environment what is configured, by the names of variables
    static ConvenorProcess start(Path database, int port, Map<String, String> environment) {
        var process =
                launch(
                        environment,
                        "start",
                        "--data",
                        database.toString(),
                        "--port",
                        Integer.toString(port));
        // Not even a test that is stopped in the middle leaves a server behind.
        var hook = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
        var said = new ArrayList<String>();
        String setup = null;
        try {
            var out = process.inputReader();
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.startsWith(SETUP)) {
                    setup = line.substring(SETUP.length());
                } else if (line.startsWith(READY)) {
                    drain(out);
                    int open = Integer.parseInt(line.substring(READY.length()));
                    return new ConvenorProcess(process, hook, setup, open, said);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server did not start: " + said);
    }

    /// Runs a command of the command line; its errors go where its output goes.
    static Process launch(String... arguments) {
        return launch(Map.of(), arguments);
    }

    private static Process launch(Map<String, String> environment, String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add("org.convenor.server.Convenor");
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true);
            process.environment().putAll(environment);
            return process.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A full pipe would stop the server.
    private static void drain(BufferedReader out) {
        Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
    }

    /// What the first operator types; only a fresh database has one.
    String setupCode() {
        if (setupCode == null) {
            throw new IllegalStateException("this server is set up already");
        }
        return setupCode;
    }

    int port() {
        return port;
    }

    /// What it printed until it was ready.
    List<String> said() {
        return said;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /// SIGKILL: nothing in the process gets a chance to tidy up.
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not die");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
