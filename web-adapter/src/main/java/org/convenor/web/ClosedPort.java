package org.convenor.web;

import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;

/// Says in words why a port did not open.
final class ClosedPort {
    private ClosedPort() {}

    static RuntimeException explain(Exception failure, String host, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && (port < 0 || port > 65_535)) {
                return problem(
                        "There is no port %d.".formatted(port),
                        "Choose one from 1 to 65535 with --port, or 0 for any that is free.",
                        failure);
            }
            if (cause instanceof UnresolvedAddressException) {
                return noAddress(host, failure);
            }
            if (cause instanceof SocketException refused) {
                return refused(String.valueOf(refused.getMessage()), host, port, failure);
            }
        }
        return new IllegalStateException("the HTTP port did not open", failure);
    }

    /// The system's reason is only in its message.
    private static RuntimeException refused(
            String message, String host, int port, Exception failure) {
        if (message.contains("assign requested address")) {
            return noAddress(host, failure);
        }
        if (message.contains("Permission denied")) {
            return problem(
                    "I may not open port %d on %s.".formatted(port, host),
                    "Choose a port above 1023 with --port, and let a proxy pass on what comes to"
                            + " this one.",
                    failure);
        }
        return problem(
                "Port %d on %s cannot be opened: something uses it already.".formatted(port, host),
                "Stop the other program, or choose another port with --port.",
                failure);
    }

    private static RuntimeException noAddress(String host, Exception failure) {
        return problem(
                "This machine has no address “%s” to listen on.".formatted(host),
                "Leave --host out, or name an address of this machine.",
                failure);
    }

    private static RuntimeException problem(String what, String remedy, Exception failure) {
        return new ProblemException(
                new Problem(what, "The browser room is not running.", remedy), failure);
    }
}
