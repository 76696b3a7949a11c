package org.convenor.rehearsal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.protocol.Mode;
import org.convenor.runtime.Rooms;
import org.convenor.session.Session;
import org.convenor.view.Markup;
import org.jspecify.annotations.Nullable;

/// A session as it reads afterwards, like a script.
public final class Transcript {
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Transcript() {}

    /// One line of the thread.
    ///
    /// @param stamp the time of day, as the people's clock has it; over days with the day's number
    /// @param group name of the group in whose thread it was said, or null for everybody's
    /// @param text plain text, perhaps of several lines
    public record Entry(String stamp, @Nullable String group, String text) {
        private static final int GROUP_INDENT = 4;

        /// The line with its time in front; further lines stand under the first. What groups say
        /// among themselves is set in, with the group's name.
        public String print() {
            var where = group == null ? "" : " ".repeat(GROUP_INDENT) + group + ": ";
            var indent = stamp.length() + 2 + (group == null ? 0 : GROUP_INDENT + 2);
            return stamp + "  " + where + text.replace("\n", "\n" + " ".repeat(indent));
        }
    }

    /// @param start when the first day began
    /// @param session as it was at the end of the thread
    static List<Entry> of(List<Rooms.Spoken> thread, Session session, Instant start, ZoneId zone) {
        var passes = new ArrayDeque<>(Passes.of(session));
        var entries = new ArrayList<Entry>();
        for (var line : thread) {
            var text = text(line.message());
            var begun = passes.stream().filter(pass -> pass.beginsWith(line, text)).toList();
            for (var pass : begun) {
                passes.remove(pass);
                entries.add(
                        new Entry(
                                stamp(line.at(), start, session.mode(), zone),
                                line.group(),
                                pass.text()));
            }
            entries.add(
                    new Entry(stamp(line.at(), start, session.mode(), zone), line.group(), text));
        }
        return List.copyOf(entries);
    }

    private static String stamp(Instant at, Instant start, Mode mode, ZoneId zone) {
        var there = at.atZone(zone);
        if (mode == Mode.LIVE) {
            return there.format(TO_THE_SECOND);
        }
        long day =
                ChronoUnit.DAYS.between(start.atZone(zone).toLocalDate(), there.toLocalDate()) + 1;
        return "day %2d %s".formatted(day, there.format(TO_THE_MINUTE));
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
            case Part.Bars(var bars) -> bars.stream().map(Transcript::bar).toList();
            case Part.Groups(var groups) ->
                    groups.stream()
                            .map(group -> group.name() + ": " + String.join(", ", group.people()))
                            .toList();
            case Part.People(var people) -> people.stream().map(Part.PersonLine::name).toList();
            case Part.Picture(_, var alternative) -> List.of(alternative);
            case Part.Choices _, Part.Fields _, Part.Deadline _, Part.Divider _ -> List.of();
        };
    }

    private static String bar(Part.Bar bar) {
        var who = bar.who().isEmpty() ? "" : " (" + bar.who() + ")";
        return (bar.best() ? "> " : "  ") + bar.count() + " · " + bar.label() + who;
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
