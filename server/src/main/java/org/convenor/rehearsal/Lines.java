package org.convenor.rehearsal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Believable words for the invented people of one session, by the name of a step or field. Shared
/// by them, so that nobody repeats what another has said. Not thread-safe.
final class Lines {
    private static final String RESOURCE = "lines.properties";
    private static final String REPLY = " >> ";

    private final boolean someoneReplies;
    private final Properties lines = new Properties();
    private final Set<String> used = new HashSet<>();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private int repeated;

    /// What is answered to a question.
    ///
    /// @param visit where it was asked: groups talk beside each other
    private record Reply(int visit, String words) {}

    /// @param someoneReplies whether an invented person answers what is asked; otherwise the
    ///   questions stand alone
    Lines(boolean someoneReplies) {
        this.someoneReplies = someoneReplies;
        try (var in = Lines.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the build");
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next line nobody has said, for the first of the names that has any left.
    ///
    /// @param visit where it is said
    /// @return null if everything was said
    @Nullable String fresh(int visit, String... names) {
        for (var name : names) {
            for (var line : all(name)) {
                if (used.add(line)) {
                    return asked(visit, line);
                }
            }
        }
        return null;
    }

    private String asked(int visit, String line) {
        int reply = line.indexOf(REPLY);
        if (reply < 0) {
            return line;
        }
        if (someoneReplies) {
            replies.add(new Reply(visit, line.substring(reply + REPLY.length())));
        }
        return line.substring(0, reply);
    }

    /// A line where there must be one, even if somebody said it before.
    String must(int visit, String... names) {
        var fresh = fresh(visit, names);
        if (fresh != null) {
            return fresh;
        }
        for (var name : names) {
            var all = all(name);
            if (!all.isEmpty()) {
                repeated++;
                return asked(visit, all.get(repeated % all.size()));
            }
        }
        throw new IllegalArgumentException("nothing to say for " + String.join(", ", names));
    }

    /// Everything there is for a name, as one speech, or null if there is nothing. Where several
    /// speak in turn, each has a speech of their own.
    ///
    /// @param speaker number of the person or team, from zero
    @Nullable String speech(String name, int speaker) {
        int speeches = 0;
        while (!all(name + " " + (speeches + 1)).isEmpty()) {
            speeches++;
        }
        var own = speeches == 0 ? name : name + " " + (speaker % speeches + 1);
        return all(own).isEmpty() ? null : String.join(" ", all(own));
    }

    /// Whether people ask in this step and one of them answers.
    boolean isAsking(String step) {
        return all(step).stream().anyMatch(line -> line.contains(REPLY));
    }

    /// Whether something was asked in a visit and not answered yet.
    boolean isReplyDue(int visit) {
        return replies.stream().anyMatch(reply -> reply.visit() == visit);
    }

    /// The answer to what was asked first in a visit, or null if nothing is open.
    @Nullable String reply(int visit) {
        var first =
                replies.stream().filter(reply -> reply.visit() == visit).findFirst().orElse(null);
        replies.removeFirstOccurrence(first);
        return first == null ? null : first.words();
    }

    private List<String> all(String name) {
        var key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var found = lines.getProperty(key);
        return found == null ? List.of() : List.of(found.split(" \\| "));
    }
}
