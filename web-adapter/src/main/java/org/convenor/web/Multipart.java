package org.convenor.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a form with files apart.
final class Multipart {
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data\\s*;.*boundary=\"?([^\";]{1,100})\"?.*");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)[; ]filename=");
    private static final String LINE = "\r\n";
    private static final String HEAD_ENDS = "\r\n\r\n";

    /// Parts that make sense in any form of ours, with room to spare.
    private static final int MOST_PARTS = 200;

    private Multipart() {}

    /// One field.
    ///
    /// @param isFile whether a file was chosen for it, perhaps an empty one
    /// @param raw its content, one character for each byte
    record Piece(String name, boolean isFile, String raw) {
        byte[] bytes() {
            return Multipart.bytes(raw);
        }

        String text() {
            return utf8(raw);
        }
    }

    /// The boundary that a content type names, or null if it is another kind of form.
    static @Nullable String boundary(@Nullable String contentType) {
        var matcher = BOUNDARY.matcher(contentType == null ? "" : contentType);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /// @throws IllegalArgumentException if it is no such form
    static List<Piece> parse(byte[] body, String boundary) {
        // One character for each byte, so that files come out as they went in.
        var text = LINE + new String(body, StandardCharsets.ISO_8859_1);
        var mark = LINE + "--" + boundary;
        var pieces = new ArrayList<Piece>();
        int at = text.indexOf(mark);
        while (at >= 0 && !text.startsWith("--", at + mark.length())) {
            int from = at + mark.length() + LINE.length();
            int to = text.indexOf(mark, from - LINE.length());
            if (to < 0 || pieces.size() == MOST_PARTS) {
                throw new IllegalArgumentException("a form that does not end");
            }
            if (from < to) {
                pieces.add(piece(text.substring(from, to)));
            }
            at = to;
        }
        if (at < 0) {
            throw new IllegalArgumentException("no such form");
        }
        return pieces;
    }

    private static Piece piece(String part) {
        int end = part.indexOf(HEAD_ENDS);
        if (end < 0) {
            throw new IllegalArgumentException("a field without a head");
        }
        var head = utf8(part.substring(0, end));
        var name = NAME.matcher(head);
        if (!name.find()) {
            throw new IllegalArgumentException("a field without a name");
        }
        var content = part.substring(end + HEAD_ENDS.length());
        return new Piece(name.group(1), FILE.matcher(head).find(), content);
    }

    private static String utf8(String raw) {
        return new String(bytes(raw), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String raw) {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }
}
