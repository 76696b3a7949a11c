package org.convenor.rehearsal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convenor.chat.MemberId;
import org.convenor.protocol.Grouping;
import org.convenor.protocol.Mode;
import org.convenor.protocol.Step;
import org.convenor.runtime.Rooms;
import org.convenor.session.Session;

/// Turns a thread into the entries of a transcript. Says beside the lines what everybody saw on
/// their board: which pass begins, and who is in a group that others joined. Not thread-safe.
final class Script {
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Session session;
    private final Map<MemberId, String> names;
    private final Instant start;
    private final ZoneId zone;
    private final List<Passes.Begun> passes;
    private final Set<Integer> introduced = new HashSet<>();
    private final List<Transcript.Entry> entries = new ArrayList<>();

    /// @param session as it was at the end of the thread
    /// @param start when the first day began
    Script(Session session, Map<MemberId, String> names, Instant start, ZoneId zone) {
        this.session = session;
        this.names = Map.copyOf(names);
        this.start = start;
        this.zone = zone;
        this.passes = new ArrayList<>(Passes.of(session));
    }

    /// @param thread in order
    List<Transcript.Entry> of(List<Rooms.Spoken> thread) {
        for (var line : thread) {
            var text = Transcript.text(line.message());
            introduce(line);
            for (var pass : passes.stream().filter(one -> one.beginsWith(line, text)).toList()) {
                passes.remove(pass);
                add(line, pass.text());
            }
            add(line, text);
        }
        return List.copyOf(entries);
    }

    private void add(Rooms.Spoken line, String text) {
        entries.add(new Transcript.Entry(stamp(line.at()), line.group(), text));
    }

    /// Groups that are formed at once are listed for all; those that grow out of others are not.
    private void introduce(Rooms.Spoken line) {
        var group = session.groups().get(line.thread());
        if (group == null || !introduced.add(group.id()) || !isJoined(group.step())) {
            return;
        }
        var people =
                group.members().stream()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .sorted()
                        .collect(Collectors.joining(", "));
        add(line, "In this group: " + people + ".");
    }

    private boolean isJoined(int step) {
        return session.protocol().steps().get(step) instanceof Step.Group group
                && group.grouping().kind() == Grouping.Kind.JOINED_GROUPS;
    }

    private String stamp(Instant at) {
        var there = at.atZone(zone);
        if (session.mode() == Mode.LIVE) {
            return there.format(TO_THE_SECOND);
        }
        var first = start.atZone(zone).toLocalDate();
        long day = ChronoUnit.DAYS.between(first, there.toLocalDate()) + 1;
        return "day %2d %s".formatted(day, there.format(TO_THE_MINUTE));
    }
}
