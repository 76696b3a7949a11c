package org.convenor.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of a form that was sent.
final class FormBody {
    /// What one form may weigh. Long enough for any answer a protocol allows, encoded.
    static final int LIMIT = 96 * 1024;

    /// Read and thrown away before refusing, since a browser that is cut off shows nothing.
    private static final int DRAINED = 4 * 1024 * 1024;

    private final Map<String, List<String>> fields;

    private FormBody(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    static FormBody read(HttpServletRequest request, Words words) throws IOException {
        var body = request.getInputStream();
        var bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            body.skip(DRAINED);
            throw HttpProblem.of(413, "problem.too-long", words);
        }
        try {
            return new FormBody(parse(new String(bytes, StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException malformed) {
            throw HttpProblem.of(400, "problem.unreadable", words);
        }
    }

    private static Map<String, List<String>> parse(String encoded) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : encoded.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decode(pair.substring(0, equals)), _ -> new ArrayList<>())
                        .add(decode(pair.substring(equals + 1)));
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
}
