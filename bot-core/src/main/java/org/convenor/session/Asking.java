package org.convenor.session;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One time a question is put to people. Inside a `repeat` each pass is one, and so is each
/// group's.
///
/// @param question title of the question
/// @param passes numbers of the passes around it, the outermost first; empty outside of repeats
/// @param group id of the group that is asked, or 0 for everybody
public record Asking(String question, List<Integer> passes, int group)
        implements Comparable<Asking> {
    /// Stands between the parts of a key; no title holds it.
    private static final char SEPARATOR = '\u001f';

    public Asking {
        passes = List.copyOf(passes);
    }

    /// An asking outside of repeats and groups: its key is the title.
    public static Asking of(String question) {
        return new Asking(question, List.of(), 0);
    }

    /// As it stands in stored state and beside the words.
    public String key() {
        if (passes.isEmpty() && group == 0) {
            return question;
        }
        return question
                + SEPARATOR
                + passes.stream().map(String::valueOf).collect(Collectors.joining("."))
                + SEPARATOR
                + group;
    }

    /// Reads what [#key] gave.
    public static Asking parse(String key) {
        int from = key.indexOf(SEPARATOR);
        if (from < 0) {
            return of(key);
        }
        int to = key.lastIndexOf(SEPARATOR);
        var numbers = key.substring(from + 1, to);
        var passes =
                numbers.isEmpty()
                        ? List.<Integer>of()
                        : Arrays.stream(numbers.split("\\.")).map(Integer::valueOf).toList();
        return new Asking(key.substring(0, from), passes, Integer.parseInt(key.substring(to + 1)));
    }

    /// The title in a key.
    public static String questionOf(String key) {
        int end = key.indexOf(SEPARATOR);
        return end < 0 ? key : key.substring(0, end);
    }

    /// By title, then pass by pass, then group by group.
    @Override
    public int compareTo(Asking other) {
        int byTitle = question.compareTo(other.question);
        if (byTitle != 0) {
            return byTitle;
        }
        int byPass = comparePasses(passes, other.passes);
        return byPass != 0 ? byPass : Integer.compare(group, other.group);
    }

    /// Whether the first passes come before the second: negative, zero or positive.
    static int comparePasses(List<Integer> some, List<Integer> others) {
        for (int index = 0; index < Math.min(some.size(), others.size()); index++) {
            int order = Integer.compare(some.get(index), others.get(index));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(some.size(), others.size());
    }
}
