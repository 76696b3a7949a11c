package org.convenor.slack.testing;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the arguments of a call: from the query, a form or JSON.
final class Arguments {
    private Arguments() {}

    static Map<String, String> of(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        var arguments = form(exchange.getRequestURI().getRawQuery());
        if (type != null && type.startsWith("application/json")) {
            JsonParser.parseString(body)
                    .getAsJsonObject()
                    .asMap()
                    .forEach((name, value) ->
                            arguments.put(
                                    name,
                                    value.isJsonPrimitive()
                                            ? value.getAsString()
                                            : value.toString()));
        } else {
            arguments.putAll(form(body));
        }
        client(exchange, arguments);
        return arguments;
    }

    static String token(HttpExchange exchange, Map<String, String> arguments) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        return header != null && header.startsWith("Bearer ")
                ? header.substring("Bearer ".length())
                : arguments.getOrDefault("token", "");
    }

    /// Who asks by the id and secret of an app gives them in a header.
    private static void client(HttpExchange exchange, Map<String, String> arguments) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null && header.startsWith("Basic ")) {
            var pair = Base64.getDecoder().decode(header.substring("Basic ".length()));
            var client = new String(pair, StandardCharsets.UTF_8);
            arguments.put("client_id", client.substring(0, Math.max(0, client.indexOf(':'))));
        }
    }

    private static Map<String, String> form(@Nullable String body) {
        var form = new TreeMap<String, String>();
        if (body != null && !body.isEmpty()) {
            for (var pair : body.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    form.put(
                            decoded(pair.substring(0, equals)),
                            decoded(pair.substring(equals + 1)));
                }
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
