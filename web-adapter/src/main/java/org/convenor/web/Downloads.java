package org.convenor.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.convenor.chat.TextFile;

/// Sends files to keep.
final class Downloads {
    private static final int LONGEST_NAME = 120;

    private Downloads() {}

    static void send(Call call, TextFile file) throws IOException {
        send(call, file.name(), file.mediaType(), file.text());
    }

    /// A text of whatever kind: never anything that a browser would show or run.
    static void send(Call call, String fileName, String text) throws IOException {
        send(call, fileName, "text/plain", text);
    }

    /// @param fileName without what could lead into a folder
    static void send(Call call, String fileName, String mediaType, String text) throws IOException {
        var clean = fileName.replaceAll("[^\\p{L}\\p{N}._ -]", "-");
        var name = clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
        var plain = name.replaceAll("[^\\x20-\\x7e]", "-");
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        call.response().setContentType(mediaType + "; charset=utf-8");
        call.response()
                .setHeader(
                        "Content-Disposition",
                        "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                                .formatted(plain, encoded));
        call.send(text.getBytes(StandardCharsets.UTF_8));
    }
}
