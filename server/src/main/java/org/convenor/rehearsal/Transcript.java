package org.convenor.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.runtime.Rooms;
import org.convenor.view.Markup;

/// A session as it reads afterwards, like a script.
public final class Transcript {
    private static final Duration A_DAY = Duration.ofDays(1);

    private Transcript() {}

    /// One line of the thread.
    ///
    /// @param after how long after the session was called
    /// @param text plain text, perhaps of several lines
    public record Entry(Duration after, String text) {
        /// The line with its time in front; further lines stand under the first.
        public String print() {
            return stamp(after) + "  " + text.replace("\n", "\n          ");
        }
    }

    static List<Entry> of(List<Rooms.Spoken> thread, Instant start) {
        return thread.stream()
                .map(line -> new Entry(Duration.between(start, line.at()), text(line.message())))
                .toList();
    }

    private static String stamp(Duration after) {
        var clock =
                "%02d:%02d:%02d"
                        .formatted(
                                after.toHoursPart(), after.toMinutesPart(), after.toSecondsPart());
        return after.compareTo(A_DAY) < 0
                ? clock
                : "day %d %s".formatted(after.toDays() + 1, clock.substring(0, 5));
    }

    /// A message as plain text.
    public static String text(Message message) {
        var lines = new ArrayList<String>();
        for (var part : message.parts()) {
            lines.addAll(lines(part));
        }
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private static List<String> lines(Part part) {
        return switch (part) {
            case Part.Heading(var text) -> List.of(text.toUpperCase(Locale.ROOT));
            case Part.Text(var markdown) -> markdown.strip().lines().map(Markup::plain).toList();
            case Part.Said said -> List.of(said(said));
            case Part.Facts(var facts) ->
                    facts.stream().map(fact -> fact.label() + ": " + fact.value()).toList();
            case Part.People(var people) -> people.stream().map(Part.PersonLine::name).toList();
            case Part.Picture(_, var alternative) -> List.of(alternative);
            case Part.Choices _, Part.Fields _, Part.Deadline _, Part.Divider _ -> List.of();
        };
    }

    private static String said(Part.Said said) {
        var text = new StringBuilder();
        if (said.author() != null) {
            text.append(said.author());
            if (said.team() != null) {
                text.append(", ").append(said.team());
            }
            text.append(": ");
        }
        if (said.note() != null) {
            text.append('[').append(said.note()).append("] ");
        }
        return text.append(said.words()).toString();
    }
}
