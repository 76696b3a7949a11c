package org.convenor.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/// What somebody typed, and what came of it.
///
/// @param out what stood on standard output
/// @param err what stood on standard error
record Typed(int exitCode, String out, String err) {
    static Typed convenor(Object... words) {
        return convenor(System.getenv(), words);
    }

    static Typed convenor(Map<String, String> environment, Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var args = new String[words.length];
        for (int index = 0; index < words.length; index++) {
            args[index] = words[index].toString();
        }
        int exitCode =
                Convenor.commandLine(environment)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(args);
        return new Typed(exitCode, out.toString(), err.toString());
    }
}
