package org.convenor.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convenor.chat.Form;

/// The fields of a form that was sent.
final class FormBody {
    /// What one form may weigh. Long enough for any answer a protocol allows, encoded.
    static final int LIMIT = 96 * 1024;

    /// What a form with a file may weigh: a file of 1 MB, the same as pasted text, and the rest.
    static final int LIMIT_WITH_FILE = 3 * 1024 * 1024;

    /// Read and thrown away before refusing, since a browser that is cut off shows nothing.
    private static final int DRAINED = 16 * 1024 * 1024;

    private final Map<String, List<String>> fields;

    private FormBody(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    static FormBody read(HttpServletRequest request, Words words) throws IOException {
        var boundary = Multipart.boundary(request.getContentType());
        var bytes = bytes(request, boundary == null ? LIMIT : LIMIT_WITH_FILE, words);
        try {
            return new FormBody(boundary == null ? parse(ascii(bytes)) : parse(bytes, boundary));
        } catch (IllegalArgumentException malformed) {
            throw HttpProblem.of(400, "problem.unreadable", words);
        }
    }

    private static byte[] bytes(HttpServletRequest request, int limit, Words words)
            throws IOException {
        var body = request.getInputStream();
        var bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            body.skip(DRAINED);
            throw HttpProblem.of(413, "problem.too-long", words);
        }
        return bytes;
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /// A file that was chosen stands there as [Form.Input.File] carries it. One that was not, or
    /// that is empty, is left out.
    private static Map<String, List<String>> parse(byte[] bytes, String boundary) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var piece : Multipart.parse(bytes, boundary)) {
            if (!piece.isFile()) {
                add(fields, piece.name(), piece.text());
            } else if (piece.bytes().length > 0) {
                add(fields, piece.name(), Form.Input.File.encode(piece.bytes()));
            }
        }
        return fields;
    }

    private static void add(Map<String, List<String>> fields, String name, String value) {
        fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    private static Map<String, List<String>> parse(String encoded) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : encoded.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                add(fields, decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /// The value of a field, or an empty text.
    String text(String name) {
        return String.join("\n", fields.getOrDefault(name, List.of())).replace("\r\n", "\n");
    }

    /// The fields whose names begin with `prefix`, without it; several values are joined by line
    /// feeds.
    Map<String, String> withPrefix(String prefix) {
        var found = new LinkedHashMap<String, String>();
        fields.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> found.put(name.substring(prefix.length()), text(name)));
        return found;
    }

    /// The answers of a form that was rendered by [FormHtml]: what was pasted stands in for a file
    /// that was not chosen.
    Map<String, String> answers() {
        var answers = withPrefix(FormHtml.ANSWER);
        withPrefix(FormHtml.PASTED)
                .forEach((name, text) -> {
                    if (!text.isEmpty()) {
                        var bytes = text.getBytes(StandardCharsets.UTF_8);
                        answers.putIfAbsent(name, Form.Input.File.encode(bytes));
                    }
                });
        return answers;
    }
}
