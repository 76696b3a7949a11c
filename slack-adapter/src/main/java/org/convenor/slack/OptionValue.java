package org.convenor.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// What an option sends back. An option of a protocol is often its own words, which may be longer
/// than Slack takes: then a digest stands for it, and whoever has the form finds it again.
final class OptionValue {
    private static final String DIGEST = "sha256:";

    private OptionValue() {}

    /// At most [Limits#OPTION_VALUE] characters, never empty.
    static String of(String value) {
        return value.isBlank() || value.length() > Limits.OPTION_VALUE || value.startsWith(DIGEST)
                ? DIGEST + digest(value)
                : value;
    }

    static boolean isDigest(String sent) {
        return sent.startsWith(DIGEST);
    }

    private static String digest(String value) {
        try {
            var bytes =
                    MessageDigest.getInstance("SHA-256")
                            .digest(value.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
