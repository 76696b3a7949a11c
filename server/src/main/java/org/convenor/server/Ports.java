package org.convenor.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Looks at a port before anything else is opened, so that a start that cannot succeed leaves
/// nothing behind.
final class Ports {
    private static final int LARGEST = 65_535;

    private Ports() {}

    /// @throws ParameterException if there is no such port
    static void demandValid(CommandSpec spec, int port) {
        if (port < 0 || port > LARGEST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%d is no port. Name one from 1 to %d, or 0 for any that is free."
                            .formatted(port, LARGEST));
        }
    }

    /// @throws ProblemException if the port cannot be opened now; later it still may not
    static void demandFree(String host, int port) {
        var address = address(host);
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "Port %d on %s cannot be opened: %s.".formatted(port, host, reason(e)),
                            "Nothing was started.",
                            "Stop the program that uses it, or choose another with --port or --host."),
                    e);
        }
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new ProblemException(
                    new Problem(
                            "I do not know the address %s.".formatted(host),
                            "Nothing was started.",
                            "Name an address of this machine with --host."),
                    e);
        }
    }

    private static String reason(IOException refusal) {
        var words = String.valueOf(refusal.getMessage());
        if (words.contains("assign")) {
            return "this machine does not have that address";
        }
        return words.contains("ermission")
                ? "this user may not open it"
                : "something uses it already";
    }
}
