package org.convenor.session;

import java.time.Instant;
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
    }
}
