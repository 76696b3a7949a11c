package org.convenor.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;

/// Where others reach this server.
final class PublicUrl {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private PublicUrl() {}

    /// @return without a slash at the end
    /// @throws ProblemException if Slack would not send there
    static URI of(String text) {
        var url = parsed(text.replaceFirst("/+$", ""));
        boolean isPlain =
                "http".equals(url.getScheme())
                        && THIS_MACHINE.contains(String.valueOf(url.getHost()));
        if (url.getHost() == null || !("https".equals(url.getScheme()) || isPlain)) {
            throw wrong();
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw wrong();
        }
        return url;
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            throw wrong();
        }
    }

    private static ProblemException wrong() {
        return new ProblemException(
                new Problem(
                        "The public address is no https address.",
                        "Slack sends only to https, so nothing was started.",
                        "Write it like https://convenor.example.org."));
    }
}
