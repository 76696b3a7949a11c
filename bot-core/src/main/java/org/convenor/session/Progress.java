package org.convenor.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How far a track is within its step.
public sealed interface Progress {
    /// Nothing is counted: it says, shows, is silent, or the floor is open.
    record Plain() implements Progress {}

    /// Before the beginning: people join and the facilitator gets ready.
    record Gathering() implements Progress {}

    /// Answers are awaited.
    ///
    /// @param asked who was here when the step opened: the quorum. Who comes later may answer and
    ///   never blocks
    /// @param passed who said "I pass"
    record Asked(Set<Unit> asked, Set<Unit> passed) implements Progress {
        public Asked {
            asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
            passed = Collections.unmodifiableSortedSet(new TreeSet<>(passed));
        }

        Asked with(Collection<Unit> newcomers) {
            var more = new TreeSet<>(asked);
            more.addAll(newcomers);
            return new Asked(more, passed);
        }

        Asked pass(Unit unit) {
            var more = new TreeSet<>(passed);
            more.add(unit);
            return new Asked(asked, more);
        }
    }

    /// One after another has the floor.
    ///
    /// @param order who is still to speak, in order; the first has the floor
    /// @param spoken who had their turn
    /// @param passed who passed and may be asked once more at the end
    /// @param again the order is now those who passed the first time
    /// @param turnEnds when the speaker's own time is up, or null where only the whole is timed
    /// @param turnOver the speaker was told that the time is up
    record Speaking(
            List<Unit> order,
            Set<Unit> spoken,
            List<Unit> passed,
            boolean again,
            @Nullable Instant turnEnds,
            boolean turnOver)
            implements Progress {
        public Speaking {
            order = List.copyOf(order);
            spoken = Collections.unmodifiableSortedSet(new TreeSet<>(spoken));
            passed = List.copyOf(passed);
        }

        /// Who has the floor, or null once everyone had it.
        public @Nullable Unit now() {
            return order.isEmpty() ? null : order.getFirst();
        }

        /// Whether somebody has not had their turn, or could still be asked once more.
        boolean awaits(Unit unit) {
            return order.contains(unit) || passed.contains(unit);
        }

        Speaking afterWordsOf(Unit unit) {
            var more = new TreeSet<>(spoken);
            more.add(unit);
            return without(unit).turns(more, without(unit).passed);
        }

        Speaking afterPassOf(Unit unit) {
            var rest = without(unit);
            if (again) {
                return rest;
            }
            var more = new ArrayList<>(rest.passed);
            more.add(unit);
            return rest.turns(spoken, more);
        }

        Speaking without(Unit unit) {
            return new Speaking(
                    order.stream().filter(each -> !each.equals(unit)).toList(),
                    spoken,
                    passed.stream().filter(each -> !each.equals(unit)).toList(),
                    again,
                    turnEnds,
                    turnOver);
        }

        /// Gives those who passed the floor once more, if all others had it. When all of them
        /// passed, nobody is asked again: they have nothing to say.
        Speaking orOnceMore() {
            boolean asks = order.isEmpty() && !again && !passed.isEmpty() && !spoken.isEmpty();
            return asks ? new Speaking(passed, spoken, List.of(), true, turnEnds, turnOver) : this;
        }

        Speaking timed(@Nullable Instant ends, boolean over) {
            return new Speaking(order, spoken, passed, again, ends, over);
        }

        private Speaking turns(Set<Unit> nextSpoken, List<Unit> nextPassed) {
            return new Speaking(order, nextSpoken, nextPassed, again, turnEnds, turnOver);
        }
    }
}
