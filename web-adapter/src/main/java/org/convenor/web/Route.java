package org.convenor.web;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What answers one kind of request.
record Route(String method, Pattern path, Handler handler) {
    /// Answers a request.
    @FunctionalInterface
    interface Handler {
        void handle(Call call) throws IOException;
    }

    /// @param path each `*` matches one id
    static Route get(String path, Handler handler) {
        return new Route("GET", pattern(path), handler);
    }

    static Route post(String path, Handler handler) {
        return new Route("POST", pattern(path), handler);
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replace(".", "\\.").replace("*", "([A-Za-z0-9_.-]{1,80})"));
    }

    /// What its stars matched, or null if it is another path.
    @Nullable List<String> match(String method, String uri) {
        var asked = method.equals("HEAD") ? "GET" : method;
        var matcher = path.matcher(uri);
        if (!asked.equals(this.method) || !matcher.matches()) {
            return null;
        }
        return IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList();
    }
}
