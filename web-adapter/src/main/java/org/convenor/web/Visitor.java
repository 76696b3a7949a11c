package org.convenor.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.convenor.chat.MemberId;
import org.jspecify.annotations.Nullable;

/// Whose browser it is.
///
/// @param member who signed in, or null
/// @param secret what only this browser and we know
record Visitor(@Nullable MemberId member, String secret) {
    /// Proves that a form came from a page of ours. Follows from the secret, so that every replica
    /// knows it and a restart loses none.
    String csrf() {
        return following("form ");
    }

    /// Recognises the browser when it comes back, and tells nobody anything else.
    String mark() {
        return following("door ");
    }

    private String following(String purpose) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((purpose + secret).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    boolean sent(String csrf) {
        return MessageDigest.isEqual(
                csrf.getBytes(StandardCharsets.UTF_8), csrf().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Visitor[" + member + "]";
    }
}
