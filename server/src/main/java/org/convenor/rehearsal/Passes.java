package org.convenor.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.convenor.protocol.Step;
import org.convenor.protocol.Times;
import org.convenor.runtime.Rooms;
import org.convenor.session.Session;
import org.jspecify.annotations.Nullable;

/// Where a session went through its repeats: "Meetings: 2 of 3". Read once it is over.
final class Passes {
    private Passes() {}

    /// The beginning of a pass.
    ///
    /// @param at when its first step opened
    /// @param group name of the group, or null for everybody
    /// @param step title of its first step
    record Begun(Instant at, @Nullable String group, String step, String text) {
        /// Whether a line of the thread opens the first step of this pass.
        ///
        /// @param said the line as plain text
        boolean beginsWith(Rooms.Spoken line, String said) {
            var head = said.lines().findFirst().orElse("");
            return !line.at().isBefore(at)
                    && Objects.equals(line.group(), group)
                    && head.contains(step);
        }
    }

    static List<Begun> of(Session session) {
        var begun = new ArrayList<Begun>();
        var before = new HashMap<Integer, List<Integer>>();
        for (var visit : session.past()) {
            var passes = before.put(visit.group(), visit.passes());
            var text = text(session, visit, passes == null ? List.of() : passes);
            if (!text.isEmpty()) {
                begun.add(
                        new Begun(
                                visit.openedAt(),
                                group(session, visit.group()),
                                session.protocol().steps().get(visit.step()).title(),
                                text));
            }
        }
        return begun;
    }

    private static @Nullable String group(Session session, int id) {
        var group = session.groups().get(id);
        return group == null ? null : "Group " + group.number();
    }

    /// Only what is new: the outer passes that go on are not named again.
    private static String text(Session session, Session.Past visit, List<Integer> before) {
        var repeats = repeats(session, visit.step());
        var lines = new ArrayList<String>();
        boolean isNew = false;
        for (int depth = 0; depth < visit.passes().size() && depth < repeats.size(); depth++) {
            int number = visit.passes().get(depth);
            isNew |= depth >= before.size() || before.get(depth) != number;
            if (isNew) {
                lines.add(text(session, visit, repeats.get(depth), depth));
            }
        }
        return String.join(" · ", lines);
    }

    private static String text(Session session, Session.Past visit, Step.Repeat repeat, int depth) {
        var most =
                switch (repeat.times()) {
                    case Times.Rounds(int number) -> " of " + number;
                    case Times.UntilTrue(_, int number) -> " of at most " + number;
                    case Times.ForEach _ -> " of " + most(session, visit, depth);
                };
        return repeat.title() + ": " + visit.passes().get(depth) + most;
    }

    /// How many took their turn, as the session shows.
    private static int most(Session session, Session.Past visit, int depth) {
        var outer = visit.passes().subList(0, depth);
        return session.past().stream()
                .filter(one -> one.group() == visit.group() && one.passes().size() > depth)
                .filter(one -> one.passes().subList(0, depth).equals(outer))
                .mapToInt(one -> one.passes().get(depth))
                .max()
                .orElse(1);
    }

    /// The repeats around a step, the outermost first.
    private static List<Step.Repeat> repeats(Session session, int step) {
        var steps = session.protocol().steps();
        var repeats = new ArrayList<Step.Repeat>();
        for (int index = 0; index < step; index++) {
            if (steps.get(index) instanceof Step.Repeat repeat && index + repeat.body() >= step) {
                repeats.add(repeat);
            }
        }
        return repeats;
    }
}
