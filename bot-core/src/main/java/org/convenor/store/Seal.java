package org.convenor.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;

/// Encrypts what opens doors elsewhere, with a key that the operator keeps: AES-256-GCM, a new
/// nonce each time. Thread-safe.
///
/// What is sealed is bound to its place: copied to another row it does not open.
public final class Seal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_LETTERS = 16;

    private final SecretKey key;
    private final String keyId;
    private final SecureRandom random = new SecureRandom();

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        this.keyId =
                Hash.of("seal " + Base64.getEncoder().encodeToString(key)).substring(0, ID_LETTERS);
    }

    /// @param key 32 bytes in base64, as `openssl rand -base64 32` prints them
    /// @throws ProblemException if it is no such key; it is not repeated
    public static Seal of(String key) {
        byte[] bytes = decoded(key);
        if (bytes.length != KEY_BYTES) {
            throw noKey();
        }
        return new Seal(bytes);
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException _) {
            throw noKey();
        }
    }

    private static ProblemException noKey() {
        return new ProblemException(
                new Problem(
                        "CONVENOR_KEY is not 32 bytes in base64.",
                        "Tokens cannot be kept with it, so nothing was started.",
                        "Make one with: openssl rand -base64 32."));
    }

    /// Tells keys apart without telling anything about them.
    public String keyId() {
        return keyId;
    }

    /// @param place what it belongs to
    /// @return in base64
    public String close(String secret, String place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret.getBytes(UTF_8));
            var whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return Base64.getEncoder().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /// @throws ProblemException if it was sealed with another key or for another place, or was
    ///   changed since
    public String open(String sealed, String place) {
        try {
            var whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            var nonce = new byte[NONCE_BYTES];
            whole.get(nonce);
            var rest = new byte[whole.remaining()];
            whole.get(rest);
            return new String(cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(rest), UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException | BufferUnderflowException e) {
            throw broken(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private static ProblemException broken(Exception cause) {
        return new ProblemException(
                new Problem(
                        "A token in the database does not open.",
                        "CONVENOR_KEY is another one than it was kept with, or the row was changed.",
                        "Start with the key from before, or install the app there again."),
                cause);
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }
}
