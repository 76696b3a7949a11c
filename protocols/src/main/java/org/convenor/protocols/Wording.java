package org.convenor.protocols;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Turns names, lists and lengths into the words of a remark.
final class Wording {
    /// A quotation longer than this hides the sentence around it.
    private static final int LONGEST_QUOTE = 60;

    private Wording() {}

    /// The words in curly quotes, on one line, shortened.
    static String quoted(String words) {
        String line = words.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (line.codePointCount(0, line.length()) > LONGEST_QUOTE) {
            line = line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…";
        }
        return "“" + line + "”";
    }

    /// For example: a, b or c.
    static String anyOf(Collection<String> names) {
        return joined(names, " or ");
    }

    /// For example: a, b and c.
    static String all(Collection<String> names) {
        return joined(names, " and ");
    }

    private static String joined(Collection<String> names, String last) {
        List<String> list = new ArrayList<>(names);
        if (list.size() < 2) {
            return String.join("", list);
        }
        return String.join(", ", list.subList(0, list.size() - 1)) + last + list.getLast();
    }

    /// For example: 1 hour 5 min, or 30 sec.
    static String length(Duration length) {
        List<String> parts = new ArrayList<>();
        if (length.toHours() > 0) {
            parts.add(counted(length.toHours(), "hour"));
        }
        if (length.toMinutesPart() > 0) {
            parts.add(length.toMinutesPart() + " min");
        }
        if (length.toSecondsPart() > 0) {
            parts.add(length.toSecondsPart() + " sec");
        }
        return parts.isEmpty() ? "no time" : String.join(" ", parts);
    }

    /// For example: 5 min, 26 to 59 min, or 50 min to 2 hours 10 min. A range is in whole minutes.
    static String range(Duration least, Duration most) {
        if (least.equals(most)) {
            return length(least);
        }
        Duration from = Duration.ofMinutes(least.toMinutes());
        Duration to = Duration.ofMinutes(Math.ceilDiv(most.toSeconds(), 60));
        return to.toHours() < 2
                ? "%d to %d min".formatted(from.toMinutes(), to.toMinutes())
                : "%s to %s".formatted(length(from), length(to));
    }

    /// For example: A “talk”, An “ask”.
    static String one(String kind) {
        return ("aeiou".indexOf(kind.charAt(0)) < 0 ? "A " : "An ") + quoted(kind);
    }

    static String people(int number) {
        return number == 1 ? "1 person" : number + " people";
    }

    static String counted(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
