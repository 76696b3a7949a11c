package org.convenor.protocols;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.convenor.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/// Reads and checks protocol files.
public final class ProtocolFile {
    private ProtocolFile() {}

    /// Reads one file and tells its author everything that is wrong with it at once. Takes any
    /// bytes, and never throws.
    ///
    /// @param fileName used in words only; nothing is opened
    public static Loaded read(String fileName, byte[] bytes) {
        Remarks remarks = new Remarks();
        String text = FileText.decode(bytes, remarks);
        if (text == null) {
            return new Loaded(null, "", hash(""), remarks.sorted());
        }
        Node root = isCode(fileName, text, remarks) ? null : parse(text, remarks);
        Protocol protocol = root == null ? null : ProtocolReader.read(root, remarks);
        return new Loaded(remarks.failed() ? null : protocol, text, hash(text), remarks.sorted());
    }

    private static boolean isCode(String fileName, String text, Remarks remarks) {
        String start =
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .findFirst()
                        .orElse("");
        boolean code = start.startsWith("{") || start.startsWith("[") || start.startsWith("<");
        if (code) {
            remarks.error(
                    1,
                    "%s looks like code (JSON, HTML or the like), not like a protocol. A protocol starts with “protocol: ” and its name."
                            .formatted(
                                    fileName.isBlank() ? "This file" : Wording.quoted(fileName)));
        }
        return code;
    }

    private static @Nullable Node parse(String text, Remarks remarks) {
        String mended = Traps.mend(text, remarks);
        // What still breaks after mending would only repeat in other words what was said.
        return NodeTree.parse(mended, remarks.failed() ? new Remarks() : remarks);
    }

    static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
