package org.convenor.protocols;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of a file into text with plain line ends.
final class FileText {
    /// A protocol of 300 lines has about 15 KB.
    private static final int MOST_BYTES = 200_000;

    private FileText() {}

    /// The text, or null after an error was remarked.
    static @Nullable String decode(byte[] bytes, Remarks remarks) {
        String fault = fault(bytes);
        if (fault != null) {
            remarks.error(1, fault);
            return null;
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder utf8 =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        boolean foreign = utf8.decode(in, out, true).isError();
        String text = out.flip().toString().replace("\r\n", "\n").replace('\r', '\n');
        if (foreign) {
            remarks.error(
                    lineAt(text, text.length()),
                    "A letter in this line is not stored as UTF-8, so I cannot read it. In your editor"
                            + " choose “Save as”, pick the encoding UTF-8, and try again.");
            return null;
        }
        return checked(text, remarks);
    }

    private static @Nullable String fault(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return "This file has %,d KB. A protocol is a short text of at most %d KB; is this the right file?"
                    .formatted(Math.ceilDiv(bytes.length, 1000), MOST_BYTES / 1000);
        }
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "This is a Word, Excel or zip file, not plain text. Save it as “Plain text” (UTF-8), and try again.";
        }
        if (startsWith(bytes, '%', 'P', 'D', 'F')) {
            return "This is a PDF, not plain text. A protocol is a plain text file that ends in .yaml.";
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return "This file is stored as UTF-16 (“Unicode”). In your editor choose “Save as”, pick the encoding"
                    + " UTF-8, and try again.";
        }
        for (byte b : bytes) {
            if (b == 0) {
                return "This is not a text file. A protocol is a plain text file that ends in .yaml.";
            }
        }
        return null;
    }

    private static @Nullable String checked(String text, Remarks remarks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\t' && c != 0x85;
            if (control || c == 0xFFFE || c == 0xFFFF) {
                remarks.error(
                        lineAt(text, i),
                        "This line holds a character that cannot be printed. Type the line again, or paste it as"
                                + " plain text.");
                return null;
            }
        }
        if (text.isBlank()) {
            remarks.error(
                    1,
                    "This file is empty. Start from a copy of a protocol that works, for example “tuning”.");
            return null;
        }
        return text;
    }

    private static boolean startsWith(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lineAt(String text, int end) {
        return 1 + (int) text.chars().limit(end).filter(c -> c == '\n').count();
    }
}
