package org.convenor.server;

import java.nio.file.Path;
import org.convenor.web.WebServer;
import picocli.CommandLine.Option;

/// Where the server keeps its data and listens: the same for whatever runs it or looks at it.
final class ServerOptions {
    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "The database file (default: ${DEFAULT-VALUE}; also CONVENOR_DATA).",
            defaultValue = "${env:CONVENOR_DATA:-convenor.db}")
    Path data = Path.of("convenor.db");

    @Option(
            names = "--port",
            description =
                    "The HTTP port (default: ${DEFAULT-VALUE}; also CONVENOR_PORT). 0 takes any that is free.",
            defaultValue = "${env:CONVENOR_PORT:-8484}")
    int port;

    @Option(
            names = "--host",
            description =
                    "The address to listen on (default: ${DEFAULT-VALUE}; also CONVENOR_HOST). Other machines reach the loopback"
                            + " address only through a proxy, which should speak https.",
            defaultValue = "${env:CONVENOR_HOST:-127.0.0.1}")
    String host = WebServer.LOOPBACK;
}
