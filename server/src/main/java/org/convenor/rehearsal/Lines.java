package org.convenor.rehearsal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.random.RandomGenerator;

/// Believable words for invented people, by the name of a step or field.
final class Lines {
    private static final String RESOURCE = "lines.properties";

    private final Properties lines = new Properties();

    Lines() {
        try (var in = Lines.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the build");
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A line for the first of the names that has any.
    ///
    /// @param turn which of the lines, in order; from the first again after the last
    String pick(int turn, String... names) {
        for (var name : names) {
            var all = all(name);
            if (!all.isEmpty()) {
                return all.get(turn % all.size());
            }
        }
        throw new IllegalArgumentException("nothing to say for " + String.join(", ", names));
    }

    /// A line drawn by lot.
    String draw(RandomGenerator random, String... names) {
        return pick(random.nextInt(1000), names);
    }

    private List<String> all(String name) {
        var key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var found = lines.getProperty(key);
        return found == null ? List.of() : List.of(found.split(" \\| "));
    }
}
